package dk.grundskema.api.documents.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Splits cells with several values, and joins values to such cells. Line ends and semicolons separate values of every kind; what else does
 * depends on the kind:
 *
 * <ul>
 *   <li><b>Names</b> of staff, classes, rooms or students, and choices: commas, slashes, plus signs, ampersands, bars, "og" and "and". A
 *       known name that contains one of them stays whole.
 *   <li><b>Subjects</b>: commas, and slashes with blanks on both sides; not within a known subject.
 *   <li><b>Other values</b>, such as numbers and free texts: commas, unless the cell has a semicolon; then a comma belongs to its value:
 *       {@code 1,5; 2,5}. A single value with a comma is followed by a semicolon.
 * </ul>
 */
public final class WordSplitter {
    private static final Pattern NAMES = Pattern.compile("\\s*(?:[,;/+&|\\n\\r]|\\s+(?:og|and)\\s+)\\s*");
    private static final Pattern ITEMS = Pattern.compile("\\s*[,;\\n\\r]\\s*");
    private static final Pattern PARTS = Pattern.compile("\\s*[;\\n\\r]\\s*");
    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
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

    /** Splits names of which none is known yet. */
    public static List<String> splitNames(String text) {
        return split(NAMES, text);
    }

    /**
     * Splits names.
     *
     * @param isKnown whether a text is one name
     */
    public static List<String> splitNames(String text, Predicate<String> isKnown) {
        return split(PARTS, text).stream()
                .flatMap(part -> isKnown.test(part) ? Stream.of(part) : splitAtCommas(part, isKnown).stream())
                .flatMap(word -> isKnown.test(word) ? Stream.of(word) : splitNames(word).stream())
                .distinct()
                .toList();
    }

    /** Splits at commas, except within a known name whose first part is not known by itself: "Krogh, Lise". */
    private static List<String> splitAtCommas(String text, Predicate<String> isKnown) {
        List<String> words = split(COMMA, text);
        var all = new ArrayList<String>();
        for (int i = 0; i < words.size(); i++) {
            String both = i + 1 < words.size() ? words.get(i) + ", " + words.get(i + 1) : "";
            boolean isOne = !both.isEmpty() && isKnown.test(both) && !isKnown.test(words.get(i));
            all.add(isOne ? both : words.get(i));
            i += isOne ? 1 : 0;
        }
        return all;
    }

    /** Splits items that may contain a slash, such as subjects, at commas, semicolons or line ends. */
    public static List<String> splitItems(String text) {
        return split(ITEMS, text);
    }

    /**
     * Splits a list of subjects.
     *
     * @param isKnown whether a text is the name of one subject; called only for texts with a slash between blanks, or with a comma in a cell
     *                with semicolons
     */
    public static List<String> splitSubjectList(String text, Predicate<String> isKnown) {
        List<String> parts = text.indexOf(';') < 0
                ? splitItems(text)
                : split(PARTS, text).stream()
                        .flatMap(part -> part.indexOf(',') >= 0 && isKnown.test(part)
                                ? Stream.of(part)
                                : splitItems(part).stream())
                        .toList();
        return parts.stream()
                .flatMap(part -> splitSubjects(part, isKnown).stream())
                .distinct()
                .toList();
    }

    /**
     * Splits an item of a list at slashes with blanks on both sides: "Dansk / Musik", but not "N/T".
     *
     * @param isKnown whether a text is the name of one subject; called only for texts with such a slash
     */
    public static List<String> splitSubjects(String text, Predicate<String> isKnown) {
        Matcher slash = SLASH.matcher(text.strip().toLowerCase(Locale.ROOT));
        boolean isOne = slash.find() && (ONE_SUBJECT.contains(slash.replaceAll("/")) || isKnown.test(text));
        return isOne ? List.of(text) : split(SLASH, text);
    }

    /** Splits values that are neither names nor subjects; a value may occur several times. */
    public static List<String> splitValues(String text) {
        return splitAll(text.indexOf(';') < 0 ? ITEMS : PARTS, text).toList();
    }

    /** Joins names, of which none contains a semicolon. */
    public static String joinNames(List<String> names) {
        return join(names);
    }

    /** Joins values or subjects, of which none contains a semicolon. */
    public static String joinValues(List<String> values) {
        boolean isOneWithComma = values.size() == 1 && values.getFirst().contains(",");
        return join(values) + (isOneWithComma ? ";" : "");
    }

    private static String join(List<String> all) {
        return String.join(all.stream().anyMatch(one -> one.contains(",")) ? "; " : ", ", all);
    }

    private static List<String> split(Pattern between, String text) {
        return isOneWord(text)
                ? List.of(text)
                : splitAll(between, text).distinct().toList();
    }

    private static Stream<String> splitAll(Pattern between, String text) {
        return isOneWord(text)
                ? Stream.of(text)
                : Stream.of(between.split(text)).map(String::strip).filter(word -> !word.isEmpty());
    }

    /** Whether a text has only letters and digits, as most cells do. */
    private static boolean isOneWord(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!Character.isLetterOrDigit(text.charAt(i))) {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
