package dk.grundskema.api.imports.table.parse;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Parses lesson numbers as people write them: "1", "1. lek", "Lesson 3", "modul 2", "1-2", "1. - 2. lek". */
public final class LessonNumberParser {
    private static final String WORD =
            "(?:lektion(?:er)?|lekt?\\.?|lessons?|periods?|periode|modul(?:er)?|mod\\.?|modules?|blok|timer?|nr\\.?|no\\.?)";
    private static final String NUMBER = "(?:" + WORD + "\\s*)?(\\d{1,2})\\s*(?:\\.|st|nd|rd|th)?\\s*" + WORD + "?";
    private static final Pattern SINGLE = Pattern.compile(NUMBER);
    private static final Pattern SEVERAL = Pattern.compile(NUMBER + "\\s*(?:-|–|—|\\+|&|og|and|til|to)\\s*" + NUMBER);

    private LessonNumberParser() {}

    /**
     * Consecutive lessons.
     *
     * @param first number of the first one, without leading zeros
     * @param count number of lessons, at least 1
     */
    public record LessonRun(String first, int count) {}

    /** Returns the lessons that a text names; empty if it names none by number. */
    public static Optional<LessonRun> parse(String text) {
        String word = text.strip().toLowerCase(Locale.ROOT);
        var single = SINGLE.matcher(word);
        if (single.matches()) {
            return Optional.of(new LessonRun(withoutLeadingZero(single.group(1)), 1));
        }
        var several = SEVERAL.matcher(word);
        if (several.matches()) {
            int first = Integer.parseInt(several.group(1));
            int last = Integer.parseInt(several.group(2));
            return last > first
                    ? Optional.of(new LessonRun(withoutLeadingZero(several.group(1)), last - first + 1))
                    : Optional.empty();
        }
        return Optional.empty();
    }

    private static String withoutLeadingZero(String number) {
        return String.valueOf(Integer.parseInt(number));
    }
}
