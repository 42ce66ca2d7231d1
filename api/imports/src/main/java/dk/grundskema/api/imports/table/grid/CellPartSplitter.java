package dk.grundskema.api.imports.table.grid;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Splits a line of a cell into its parts: "DAN / MH / 12", "DAN MH", "Dansk/MH+LK/lok. 12", "N/T (JP)". */
final class CellPartSplitter {
    private static final Pattern BETWEEN = Pattern.compile("\\s*(?:[/|;,\\t()\\[\\]]|\\s[-–]\\s)\\s*");
    private static final Pattern ROOM_WORD =
            Pattern.compile("(?iu)(?<![\\p{L}\\d-])(?:lok(?:ale)?|rum|room|rm)(?:\\.\\s*|\\s+|(?=\\d))(?=[\\p{L}\\d])");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern WITH = Pattern.compile("\\s*[+&]\\s*");
    private static final Pattern CLASS_WITH_SPACE =
            Pattern.compile("(?iu)(?<![\\p{L}\\d])((?:10|\\d)\\.?) ([A-ZÆØÅ]|klasse|årgang)(?![\\p{L}\\d])");
    private static final char ROOM = '\u0001';
    private static final char SLASH = '\u0002';
    private static final char SPACE = '\u0003';
    private static final int MOST_WORDS = 5;

    private final Set<String> words;
    private final boolean namesClasses;
    private final List<Pattern> withSlash;
    private final List<Pattern> withRoomWord;

    /** Known room names by the name without the word for a room: "lokale 12" by "12". */
    private final Map<String, String> roomNames = new HashMap<>();

    /**
     * @param words        all known words, in lower case
     * @param namesClasses whether lines name classes, so that "7. A" is one part
     */
    CellPartSplitter(Set<String> words, boolean namesClasses) {
        this.words = words;
        this.namesClasses = namesClasses;
        withSlash = patterns(words, word -> word.contains("/"));
        withRoomWord = patterns(words, word -> ROOM_WORD.matcher(word).lookingAt());
        words.stream()
                .sorted()
                .filter(word -> ROOM_WORD.matcher(word).lookingAt())
                .forEach(word -> roomNames.putIfAbsent(ROOM_WORD.matcher(word).replaceFirst(""), word));
    }

    private static List<Pattern> patterns(Set<String> words, Predicate<String> which) {
        return words.stream()
                .filter(which)
                .sorted()
                .map(word -> Pattern.compile("(?iu)(?<![\\p{L}\\d/])" + Pattern.quote(word) + "(?![\\p{L}\\d])"))
                .toList();
    }

    /**
     * A part.
     *
     * @param text     its word or words
     * @param position number of parts before it; parts joined by a plus sign share a position
     * @param isRoom   whether the cell marks it as a room
     */
    record CellPart(String text, int position, boolean isRoom) {}

    /** Returns the parts of a line, in order. */
    List<CellPart> split(String line) {
        String whole = namesClasses ? CLASS_WITH_SPACE.matcher(line).replaceAll("$1" + SPACE + "$2") : line;
        for (Pattern word : withRoomWord) {
            whole = word.matcher(whole).replaceAll(found -> ROOM + found.group().replace(' ', SPACE));
        }
        String text = ROOM_WORD.matcher(whole).replaceAll(" " + ROOM);
        for (Pattern word : withSlash) {
            text = word.matcher(text).replaceAll(found -> found.group().replace('/', SLASH));
        }
        var texts = Stream.of(BETWEEN.split(text, -1))
                .filter(part -> !part.isBlank())
                .toList();
        var parts = new ArrayList<CellPart>();
        int position = 0;
        for (String each : texts) {
            for (String one : splitWords(each.strip(), texts.size() > 1)) {
                for (String joined : WITH.split(one, -1)) {
                    boolean isRoom = joined.indexOf(ROOM) >= 0;
                    String plain = joined.replace(String.valueOf(ROOM), "")
                            .replace(SLASH, '/')
                            .replace(SPACE, ' ')
                            .strip();
                    if (!plain.isEmpty()) {
                        parts.add(new CellPart(isRoom ? roomName(plain) : plain, position, isRoom));
                    }
                }
                position++;
            }
        }
        return parts;
    }

    /** Returns the listed name of a room whose prefix word is left out in the cell; the text itself if there is none. */
    private String roomName(String said) {
        String plain = said.toLowerCase(Locale.ROOT);
        return words.contains(plain) ? said : roomNames.getOrDefault(plain, said);
    }

    /** Splits a text at spaces, unless other signs separate the parts and some of its words are unknown. */
    private List<String> splitWords(String text, boolean isSeparated) {
        String[] single = SPACES.split(WITH.matcher(text).replaceAll("+"));
        var found = new ArrayList<String>();
        boolean allKnown = true;
        for (int from = 0; from < single.length; ) {
            int until = longestKnownRun(single, from);
            String word = String.join(" ", List.of(single).subList(from, until));
            allKnown = allKnown && (isKnown(word) || word.indexOf(ROOM) >= 0 || isShort(word));
            found.add(word);
            from = until;
        }
        return isSeparated && !allKnown ? List.of(text) : found;
    }

    private int longestKnownRun(String[] single, int from) {
        for (int until = Math.min(single.length, from + MOST_WORDS); until > from + 1; until--) {
            if (isKnown(String.join(" ", List.of(single).subList(from, until)))) {
                return until;
            }
        }
        return from + 1;
    }

    private boolean isKnown(String word) {
        return words.contains(word.replace(SLASH, '/').toLowerCase(Locale.ROOT));
    }

    /** Whether a word has the form of initials or numbers, which are not part of a subject's name. */
    private static boolean isShort(String word) {
        return word.matches("[\\p{Lu}\\d]{1,4}(?:\\+[\\p{Lu}\\d]{1,4})*");
    }
}
