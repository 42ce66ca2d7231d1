package dk.grundskema.api.imports.table.parse;

import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.imports.source.SourceDays.WeekPattern;
import dk.grundskema.api.imports.source.SourceLocation;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Parses how often a lesson is held, without saying in which weeks: "hver 2. uge", "hver anden uge", "hver 14. dag", "every third week". The work is
 * proportional to the length of the text.
 */
public final class WeekIntervalParser {
    private static final Map<String, Integer> NUMBERS =
            Map.of("anden", 2, "andet", 2, "other", 2, "second", 2, "tredje", 3, "third", 3, "fjerde", 4, "fourth", 4);

    private static final Pattern INTERVAL =
            Pattern.compile("(?iu)(?:[(\\[]\\s*+)?\\b(?:hver|every|each)\\s++(?:(" + String.join("|", NUMBERS.keySet())
                    + "|[2-8])(?:\\.|nd|rd|th)?\\s++(?:uge|week)|(14)\\.?\\s++dag)\\b\\.?(?:\\s*+[)\\]])?");

    private static final Pattern WITHOUT_BRACKETS = Pattern.compile("[()\\[\\]]");
    private static final Pattern WITHOUT_COLON = Pattern.compile("^\\s*+:");

    private WeekIntervalParser() {}

    /**
     * How often a lesson is held.
     *
     * @param number one week of so many, 2 to 8
     * @param words  the words that say it
     * @param before the text before it
     * @param behind the text behind it
     */
    public record WeekInterval(int number, String words, String before, String behind) {
        /** Returns the text without it. */
        public String rest() {
            return (before + " " + behind).strip();
        }
    }

    /** Returns how often a lesson is held; empty if the text does not say it, or if it is every week. */
    public static Optional<WeekInterval> find(CharSequence text) {
        var matcher = INTERVAL.matcher(text);
        return matcher.find()
                ? Optional.of(new WeekInterval(
                        number(matcher),
                        WITHOUT_BRACKETS.matcher(matcher.group()).replaceAll("").strip(),
                        text.subSequence(0, matcher.start()).toString().strip(),
                        WITHOUT_COLON
                                .matcher(text.subSequence(matcher.end(), text.length()))
                                .replaceFirst("")
                                .strip()))
                : Optional.empty();
    }

    private static int number(Matcher matcher) {
        if (matcher.group(2) != null) {
            return 2;
        }
        String word = matcher.group(1).toLowerCase(Locale.ROOT);
        Integer named = NUMBERS.get(word);
        return named == null ? Integer.parseInt(word) : named;
    }

    /**
     * Returns the weeks that are assumed: of every second week the even ones, otherwise counted from the first week of the plan.
     *
     * @param number one week of so many, at least 2
     * @param index  how many lessons of the same time come before it; each has other weeks
     */
    public static WeekPattern assumedWeeks(int number, int index) {
        if (number == 2) {
            return index % 2 == 0 ? new WeekPattern.Even() : new WeekPattern.Odd();
        }
        return new WeekPattern.Rotation(IntStream.range(0, number)
                .mapToObj(week -> week == index % number)
                .toList());
    }

    /** Returns the warning that says which weeks are assumed, and what to write instead. */
    public static FileFinding assumption(SourceLocation place, int number, WeekPattern assumed) {
        String code = switch (assumed) {
            case WeekPattern.Even even -> "import.weeks.assumed-even";
            case WeekPattern.Odd odd -> "import.weeks.assumed-odd";
            default -> "import.weeks.assumed";
        };
        return FileFinding.warning(place, code, number);
    }
}
