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

/** Cuts a line of a cell into its parts: "DAN / MH / 12", "DAN MH", "Dansk/MH+LK/lok. 12", "N/T (JP)". */
final class CellParts {
    private static final Pattern BETWEEN = Pattern.compile("\\s*(?:[/|;,\\t()\\[\\]]|\\s[-–]\\s)\\s*");
    private static final Pattern ROOM_WORD =
            Pattern.compile("(?iu)(?<![\\p{L}\\d-])(?:lok(?:ale)?|rum|room|rm)(?:\\.\\s*|\\s+|(?=\\d))(?=[\\p{L}\\d])");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern WITH = Pattern.compile("\\s*[+&]\\s*");
    private static final char ROOM = '\u0001';
    private static final char SLASH = '\u0002';
    private static final char SPACE = '\u0003';
    private static final int MOST_WORDS = 5;

    private final Set<String> words;
    private final List<Pattern> withSlash;
    private final List<Pattern> withRoomWord;

    /** Known names of rooms by what is left of them without the word for a room: "lokale 12" by "12". */
    private final Map<String, String> roomNames = new HashMap<>();

    /** @param words all words that are known, in small letters */
    CellParts(Set<String> words) {
        this.words = words;
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
     * @param position how many parts come before it; what is joined by a plus sign has one position
     * @param isRoom   whether the cell says that it is a room
     */
    record Part(String text, int position, boolean isRoom) {}

    /** The parts of a line, in order. */
    List<Part> of(String line) {
        String whole = line;
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
        var parts = new ArrayList<Part>();
        int position = 0;
        for (String each : texts) {
            for (String one : words(each.strip(), texts.size() > 1)) {
                for (String joined : WITH.split(one, -1)) {
                    boolean isRoom = joined.indexOf(ROOM) >= 0;
                    String plain = joined.replace(String.valueOf(ROOM), "")
                            .replace(SLASH, '/')
                            .replace(SPACE, ' ')
                            .strip();
                    if (!plain.isEmpty()) {
                        parts.add(new Part(isRoom ? roomName(plain) : plain, position, isRoom));
                    }
                }
                position++;
            }
        }
        return parts;
    }

    /** The name in the list of a room that a cell calls by what comes after the word for a room, if there is only that. */
    private String roomName(String said) {
        String plain = said.toLowerCase(Locale.ROOT);
        return words.contains(plain) ? said : roomNames.getOrDefault(plain, said);
    }

    /** One text as parts with spaces between them, or as one part if it is a known word, or if other signs separate the parts. */
    private List<String> words(String text, boolean isSeparated) {
        String[] single = SPACES.split(WITH.matcher(text).replaceAll("+"));
        var found = new ArrayList<String>();
        boolean allKnown = true;
        for (int from = 0; from < single.length; ) {
            int until = longestKnown(single, from);
            String word = String.join(" ", List.of(single).subList(from, until));
            allKnown = allKnown && (isKnown(word) || word.indexOf(ROOM) >= 0 || isShort(word));
            found.add(word);
            from = until;
        }
        return isSeparated && !allKnown ? List.of(text) : found;
    }

    private int longestKnown(String[] single, int from) {
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

    /** Initials and numbers, with which no name of a subject continues. */
    private static boolean isShort(String word) {
        return word.matches("[\\p{Lu}\\d]{1,4}(?:\\+[\\p{Lu}\\d]{1,4})*");
    }
}
