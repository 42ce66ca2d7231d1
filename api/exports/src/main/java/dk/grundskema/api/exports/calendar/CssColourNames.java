package dk.grundskema.api.exports.calendar;

import dk.grundskema.solver.spi.Colour;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** Finds the nearest CSS colour name. Sources: RFC 7986, 5.9; CSS Color Module Level 3, 4.3, restricted to colours on which white text is legible. */
final class CssColourNames {
    /** Colour of meetings without a style. */
    static final String NEUTRAL = "slategray";

    private static final Map<String, Colour> KNOWN = parseColours("""
            black 000000 blue 0000ff blueviolet 8a2be2 brown a52a2a chocolate d2691e cornflowerblue 6495ed crimson dc143c
            darkblue 00008b darkcyan 008b8b darkgoldenrod b8860b darkgreen 006400 darkmagenta 8b008b darkolivegreen 556b2f
            darkorange ff8c00 darkorchid 9932cc darkred 8b0000 darkslateblue 483d8b darkslategray 2f4f4f darkviolet 9400d3
            deeppink ff1493 dimgray 696969 dodgerblue 1e90ff firebrick b22222 forestgreen 228b22 goldenrod daa520 gray 808080
            green 008000 indianred cd5c5c indigo 4b0082 maroon 800000 mediumblue 0000cd mediumorchid ba55d3 mediumpurple 9370db
            mediumseagreen 3cb371 mediumslateblue 7b68ee mediumvioletred c71585 midnightblue 191970 navy 000080 olive 808000
            olivedrab 6b8e23 orangered ff4500 orchid da70d6 palevioletred db7093 peru cd853f purple 800080 red ff0000
            rosybrown bc8f8f royalblue 4169e1 saddlebrown 8b4513 seagreen 2e8b57 sienna a0522d slateblue 6a5acd slategray 708090
            steelblue 4682b4 teal 008080 tomato ff6347 violet ee82ee
            """);

    private CssColourNames() {}

    /** Returns the name of the most similar colour. */
    static String nearest(Colour colour) {
        return KNOWN.entrySet().stream()
                .min(Comparator.comparingLong(known -> colourDistance(colour, known.getValue())))
                .orElseThrow()
                .getKey();
    }

    /** Weighted distance: the eye is most sensitive to green, then to red, then to blue. */
    private static long colourDistance(Colour one, Colour other) {
        return 3 * square(one.red() - other.red())
                + 4 * square(one.green() - other.green())
                + 2 * square(one.blue() - other.blue());
    }

    private static long square(long number) {
        return number * number;
    }

    private static Map<String, Colour> parseColours(String namesAndDigits) {
        String[] words = namesAndDigits.strip().split("\\s+", -1);
        var known = new TreeMap<String, Colour>();
        for (int i = 0; i < words.length; i += 2) {
            known.put(words[i], Colour.of(Integer.parseInt(words[i + 1], 16)));
        }
        return known;
    }
}
