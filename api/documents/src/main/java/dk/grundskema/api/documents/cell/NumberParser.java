package dk.grundskema.api.documents.cell;

import dk.grundskema.api.documents.json.JsonNumberCodec;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Notation of numbers; the grammar is that of {@link CellCodec}. */
final class NumberParser {
    private static final String DECIMALS = "\\d{1,40}";
    private static final String BLANK = "[ \\u00a0\\u202f]";
    private static final Pattern PLAIN = Pattern.compile("-?\\d{1,40}(?:[.,]" + DECIMALS + ")?");
    private static final Pattern POINTS_GROUP = Pattern.compile(grouped("\\.", ","));
    private static final Pattern COMMAS_GROUP = Pattern.compile(grouped(",", "\\."));
    private static final Pattern BLANKS_GROUP =
            Pattern.compile("-?\\d{1,3}(?:" + BLANK + "\\d{3}){1,12}(?:[.,]" + DECIMALS + ")?");

    private NumberParser() {}

    /** Returns the pattern of a number whose groups cannot be decimals: there are decimals as well, or at least two groups. */
    private static String grouped(String group, String point) {
        return "-?\\d{1,3}(?:(?:%1$s\\d{3}){1,12}%2$s%3$s|(?:%1$s\\d{3}){2,12})".formatted(group, point, DECIMALS);
    }

    /** Returns the number in a text, without trailing zeros; empty if the text is none. */
    static Optional<BigDecimal> parse(String text) {
        return plain(text.strip())
                .map(BigDecimal::new)
                .map(BigDecimal::stripTrailingZeros)
                .map(number -> number.scale() < 0 ? number.setScale(0) : number);
    }

    /** Returns a number with a decimal point and without groups. */
    private static Optional<String> plain(String word) {
        if (PLAIN.matcher(word).matches()) {
            return Optional.of(word.replace(',', '.'));
        }
        if (POINTS_GROUP.matcher(word).matches()) {
            return Optional.of(word.replace(".", "").replace(',', '.'));
        }
        if (COMMAS_GROUP.matcher(word).matches()) {
            return Optional.of(word.replace(",", ""));
        }
        return BLANKS_GROUP.matcher(word).matches()
                ? Optional.of(word.replaceAll(BLANK, "").replace(',', '.'))
                : Optional.empty();
    }

    /** Returns a number without groups, with a decimal comma in Danish and a decimal point in other languages. */
    static String format(BigDecimal number, Locale language) {
        String plain = JsonNumberCodec.formatShortest(number);
        return language.getLanguage().equals("da") ? plain.replace('.', ',') : plain;
    }
}
