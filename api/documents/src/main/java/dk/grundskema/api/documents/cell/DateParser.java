package dk.grundskema.api.documents.cell;

import dk.grundskema.api.documents.json.IsoDateParser;
import dk.grundskema.domain.time.DateSpan;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Parses dates in Danish (7/9-2026, 7.9.2026, 7. september 2026, man. d. 7/9) and technical formats (2026-09-07, serial number of a
 * spreadsheet), and date ranges (7.-11. september).
 */
final class DateParser {
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:[ t].*)?");
    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,2})[./-]\\s?(\\d{1,2})[./ -]+(\\d{4}|\\d{2})");
    private static final Pattern NAMED =
            Pattern.compile("(\\d{1,2})(?:\\.|st|nd|rd|th)?\\s*(\\p{L}{3,9})\\.?,?\\s*(\\d{4})");
    private static final Pattern NAMED_FIRST = Pattern.compile("(\\p{L}{3,9})\\.?\\s*(\\d{1,2}),?\\s*(\\d{4})");
    private static final Pattern SERIAL = Pattern.compile("[3-6]\\d{4}");
    /** Not "7.9", which may be a time of day. */
    private static final Pattern SHORT_NUMBERS =
            Pattern.compile("(\\d{1,2})\\.?\\s?/\\s?(\\d{1,2})\\.?|(\\d{1,2})\\.\\s?(\\d{1,2})\\.");

    private static final Pattern SHORT_NAMED =
            Pattern.compile("(\\d{1,2})(?:\\.|st|nd|rd|th)?\\s*(?:of )?(\\p{L}{3,9})\\.?");
    private static final Pattern SHORT_NAMED_FIRST = Pattern.compile("(\\p{L}{3,9})\\.?\\s*(\\d{1,2})(?:st|nd|rd|th)?");
    private static final Pattern WEEKDAY = Pattern.compile("(\\p{L}+)(?:[., ]+|(?=\\d))(.+)");
    private static final Pattern THE = Pattern.compile("(?:den|d\\.?)\\s*(?=\\d)");
    private static final Pattern BETWEEN = Pattern.compile("\\s*(?:-|–|\\.\\.|\\b(?:til|to|until)\\b)\\s*");
    private static final Pattern DAY = Pattern.compile("(\\d{1,2})\\.?");
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final List<String> DANISH =
            List.of("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec");
    private static final List<String> ENGLISH =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final List<String> MONTHS = List.of(
            "januar january",
            "februar february",
            "marts march",
            "april",
            "maj may",
            "juni june",
            "juli july",
            "august",
            "september",
            "oktober october",
            "november",
            "december");

    /**
     * A parsed date.
     *
     * @param weekday the weekday in the text; {@code null} means none
     * @param date    the date, whether or not the weekday matches
     */
    private record WrittenDate(@Nullable DayOfWeek weekday, Optional<LocalDate> date) {
        Optional<LocalDate> dateIfWeekdayAgrees() {
            return date.filter(one -> weekday == null || weekday == one.getDayOfWeek());
        }
    }

    /** Longer texts are not parsed, to bound the cost of the patterns. */
    private static final int LONGEST = 200;

    private DateParser() {}

    /** Parses a date with a year; empty if the text is none, the day does not exist, or the stated weekday does not match. */
    static Optional<LocalDate> parseDate(String text) {
        return parseDate(text, YearlessDateResolver.unknown());
    }

    /** Parses a date with or without a year, otherwise like {@link #parseDate(String)}. */
    static Optional<LocalDate> parseDate(String text, YearlessDateResolver years) {
        return parseWithWeekday(text, years).dateIfWeekdayAgrees();
    }

    /** Returns the date of a text whose stated weekday does not match; empty if it matches, or if there is no date. */
    static Optional<LocalDate> findWeekdayMismatch(String text, YearlessDateResolver years) {
        WrittenDate written = parseWithWeekday(text, years);
        return written.dateIfWeekdayAgrees().isPresent() ? Optional.empty() : written.date();
    }

    /** Parses a date range or a single date; empty if the text is none. */
    static Optional<DateSpan> parseSpan(String text, YearlessDateResolver years) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        var one = parseDate(text, years);
        if (one.isPresent()) {
            return one.map(date -> new DateSpan(date, date));
        }
        var between = BETWEEN.matcher(text);
        while (between.find()) {
            String first = text.substring(0, between.start());
            var last = parseDate(text.substring(between.end()), years);
            var span = last.flatMap(until -> parseStart(first, until)
                    .filter(from -> !from.isAfter(until))
                    .map(from -> new DateSpan(from, until)));
            if (span.isPresent()) {
                return span;
            }
        }
        return Optional.empty();
    }

    /** Parses the start of a range, whose month and year may be written only at the end. */
    private static Optional<LocalDate> parseStart(String text, LocalDate until) {
        String word = normalize(text);
        var weekday = parseWeekday(word);
        var day = DAY.matcher(withoutWeekday(word));
        if (!day.matches()) {
            return parseDate(text, YearlessDateResolver.yearEndingOn(until));
        }
        try {
            return new WrittenDate(weekday, Optional.of(until.withDayOfMonth(Integer.parseInt(day.group(1)))))
                    .dateIfWeekdayAgrees();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Formats a date as it is parsed: 7/9-2026. */
    static String format(LocalDate date) {
        return "%d/%d-%d".formatted(date.getDayOfMonth(), date.getMonthValue(), date.getYear());
    }

    private static String normalize(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    private static WrittenDate parseWithWeekday(String text, YearlessDateResolver years) {
        String word = normalize(text);
        try {
            String date = withoutWeekday(word);
            return new WrittenDate(
                    parseWeekday(word),
                    parse(date)
                            .filter(IsoDateParser::isKnownYear)
                            .or(() -> parseWithoutYear(date).flatMap(years::resolve)));
        } catch (DateTimeException e) {
            return new WrittenDate(null, Optional.empty());
        }
    }

    private static Optional<LocalDate> parse(String word) {
        var iso = ISO.matcher(word);
        if (iso.matches()) {
            return Optional.of(of(iso.group(1), iso.group(2), iso.group(3)));
        }
        var numbers = NUMBERS.matcher(word);
        if (numbers.matches()) {
            String year = numbers.group(3).length() == 2 ? "20" + numbers.group(3) : numbers.group(3);
            return Optional.of(of(year, numbers.group(2), numbers.group(1)));
        }
        var named = NAMED.matcher(word);
        if (named.matches()) {
            return parseMonth(named.group(2)).map(month -> of(named.group(3), month, named.group(1)));
        }
        var first = NAMED_FIRST.matcher(word);
        if (first.matches()) {
            return parseMonth(first.group(1)).map(month -> of(first.group(3), month, first.group(2)));
        }
        return SERIAL.matcher(word).matches()
                ? Optional.of(DAY_ZERO.plusDays(Integer.parseInt(word)))
                : Optional.empty();
    }

    private static Optional<MonthDay> parseWithoutYear(String word) {
        var numbers = SHORT_NUMBERS.matcher(word);
        if (numbers.matches()) {
            boolean hasSlash = numbers.group(1) != null;
            return Optional.of(day(Integer.parseInt(numbers.group(hasSlash ? 2 : 4)), numbers.group(hasSlash ? 1 : 3)));
        }
        var named = SHORT_NAMED.matcher(word);
        if (named.matches()) {
            return parseWholeMonth(named.group(2)).map(month -> day(month, named.group(1)));
        }
        var first = SHORT_NAMED_FIRST.matcher(word);
        return first.matches()
                ? parseWholeMonth(first.group(1)).map(month -> day(month, first.group(2)))
                : Optional.empty();
    }

    private static LocalDate of(String year, String month, String day) {
        return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
    }

    private static MonthDay day(int month, String day) {
        return MonthDay.of(month, Integer.parseInt(day));
    }

    private static Optional<String> parseMonth(String name) {
        String start = name.substring(0, 3);
        int number = Math.max(DANISH.indexOf(start), ENGLISH.indexOf(start)) + 1;
        return number == 0 ? Optional.empty() : Optional.of(String.valueOf(number));
    }

    /** Returns a month by its name or a prefix of it; stricter than {@link #parseMonth}, because a text without a year is less likely a date. */
    private static Optional<Integer> parseWholeMonth(String name) {
        return parseMonth(name)
                .map(Integer::valueOf)
                .filter(number ->
                        List.of(MONTHS.get(number - 1).split(" ")).stream().anyMatch(whole -> whole.startsWith(name)));
    }

    private static @Nullable DayOfWeek parseWeekday(String word) {
        var parts = WEEKDAY.matcher(word);
        return parts.matches() ? WeekdayParser.parseName(parts.group(1)).orElse(null) : null;
    }

    private static String withoutWeekday(String word) {
        var parts = WEEKDAY.matcher(word);
        String date = parts.matches() && WeekdayParser.parseName(parts.group(1)).isPresent() ? parts.group(2) : word;
        return THE.matcher(date).lookingAt() ? THE.matcher(date).replaceFirst("") : date;
    }
}
