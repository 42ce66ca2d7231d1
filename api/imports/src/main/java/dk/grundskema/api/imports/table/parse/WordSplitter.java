package dk.grundskema.api.imports.table.parse;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Splits a cell into words. */
public final class WordSplitter {
    private static final Pattern NAMES = Pattern.compile("\\s*(?:[,;/+&|\\n\\r]|\\s+(?:og|and)\\s+)\\s*");
    private static final Pattern ITEMS = Pattern.compile("\\s*[,;\\n\\r]\\s*");
    private static final Pattern SLASH = Pattern.compile("\\s+/\\s+");
    /** Single subjects that contain a slash, with or without blanks around it. */
    private static final Set<String> ONE_SUBJECT = Set.of(
            "f/k",
            "fysik/kemi",
            "h/d",
            "håndværk/design",
            "n/t",
            "natur/teknik",
            "natur/teknologi",
            "nature/technology",
            "physics/chemistry");

    private WordSplitter() {}

    /** Splits names of teachers, rooms or classes at commas, semicolons, slashes, plus signs, "og" or line ends. */
    public static List<String> splitNames(String text) {
        return split(NAMES, text);
    }

    /** Splits items that may contain a slash, such as subjects, at commas, semicolons or line ends. */
    public static List<String> splitItems(String text) {
        return split(ITEMS, text);
    }

    /**
     * Splits subjects at a slash with blanks on both sides: "Dansk / Musik", but not "N/T".
     *
     * @param isKnown whether a text is the name of one subject; called only for texts with such a slash
     */
    public static List<String> splitSubjects(String text, Predicate<String> isKnown) {
        Matcher slash = SLASH.matcher(text.strip().toLowerCase(Locale.ROOT));
        boolean isOne = slash.find() && (ONE_SUBJECT.contains(slash.replaceAll("/")) || isKnown.test(text));
        return isOne ? List.of(text) : split(SLASH, text);
    }

    private static List<String> split(Pattern between, String text) {
        if (!text.isEmpty() && text.chars().allMatch(Character::isLetterOrDigit)) {
            return List.of(text);
        }
        return Stream.of(between.split(text))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }
}
