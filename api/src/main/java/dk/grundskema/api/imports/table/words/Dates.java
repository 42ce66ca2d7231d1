package dk.grundskema.api.imports.table.words;

import dk.grundskema.api.imports.source.Years;
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
 * Dates as Danes write them (7/9-2026, 7.9.2026, 7. september 2026, man. d. 7/9) and as programs do (2026-09-07, the day's number of a
 * spreadsheet), and days from one to another (7.-11. september).
 */
public final class Dates {
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:[ t].*)?");
    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,2})[./-]\\s?(\\d{1,2})[./ -]+(\\d{4}|\\d{2})");
    private static final Pattern NAMED =
            Pattern.compile("(\\d{1,2})(?:\\.|st|nd|rd|th)?\\s*(\\p{L}{3,9})\\.?,?\\s*(\\d{4})");
    private static final Pattern NAMED_FIRST = Pattern.compile("(\\p{L}{3,9})\\.?\\s*(\\d{1,2}),?\\s*(\\d{4})");
    private static final Pattern SERIAL = Pattern.compile("[3-6]\\d{4}");
    /** Not "7.9", which is a time of day too. */
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
     * A text as a date.
     *
     * @param weekday what stands before it; {@code null} means nothing
     * @param date    the date without regard to that
     */
    private record Written(@Nullable DayOfWeek weekday, Optional<LocalDate> date) {
        Optional<LocalDate> agreed() {
            return date.filter(one -> weekday == null || weekday == one.getDayOfWeek());
        }
    }

    /** Longer texts are no days, however many blanks stand in them. */
    private static final int LONGEST = 200;

    private Dates() {}

    /** A date with its year; empty if the text is none, there is no such day, or it isn't the weekday that stands before it. */
    public static Optional<LocalDate> date(String text) {
        return date(text, Years.unknown());
    }

    /** A date with or without its year, otherwise as {@link #date(String)}. */
    public static Optional<LocalDate> date(String text, Years years) {
        return written(text, years).agreed();
    }

    /** The date that a text means which says another weekday; empty if the weekday is right, or if it is no date. */
    public static Optional<LocalDate> ofOtherWeekday(String text, Years years) {
        Written written = written(text, years);
        return written.agreed().isPresent() ? Optional.empty() : written.date();
    }

    /** Days from one to another, or one day. */
    public static Optional<DateSpan> span(String text, Years years) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        var one = date(text, years);
        if (one.isPresent()) {
            return one.map(date -> new DateSpan(date, date));
        }
        var between = BETWEEN.matcher(text);
        while (between.find()) {
            String first = text.substring(0, between.start());
            var last = date(text.substring(between.end()), years);
            var span = last.flatMap(until ->
                    from(first, until).filter(from -> !from.isAfter(until)).map(from -> new DateSpan(from, until)));
            if (span.isPresent()) {
                return span;
            }
        }
        return Optional.empty();
    }

    /** The first of some days, of which the month and year may be written at the last alone. */
    private static Optional<LocalDate> from(String text, LocalDate until) {
        String word = plain(text);
        var weekday = weekday(word);
        var day = DAY.matcher(withoutWeekday(word));
        if (!day.matches()) {
            return date(text, Years.until(until));
        }
        try {
            return new Written(weekday, Optional.of(until.withDayOfMonth(Integer.parseInt(day.group(1))))).agreed();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A date as it is read: 7/9-2026. */
    public static String text(LocalDate date) {
        return "%d/%d-%d".formatted(date.getDayOfMonth(), date.getMonthValue(), date.getYear());
    }

    private static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    private static Written written(String text, Years years) {
        String word = plain(text);
        try {
            String date = withoutWeekday(word);
            return new Written(
                    weekday(word), parse(date).or(() -> withoutYear(date).flatMap(years::date)));
        } catch (DateTimeException e) {
            return new Written(null, Optional.empty());
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
            return month(named.group(2)).map(month -> of(named.group(3), month, named.group(1)));
        }
        var first = NAMED_FIRST.matcher(word);
        if (first.matches()) {
            return month(first.group(1)).map(month -> of(first.group(3), month, first.group(2)));
        }
        return SERIAL.matcher(word).matches()
                ? Optional.of(DAY_ZERO.plusDays(Integer.parseInt(word)))
                : Optional.empty();
    }

    private static Optional<MonthDay> withoutYear(String word) {
        var numbers = SHORT_NUMBERS.matcher(word);
        if (numbers.matches()) {
            boolean hasSlash = numbers.group(1) != null;
            return Optional.of(day(Integer.parseInt(numbers.group(hasSlash ? 2 : 4)), numbers.group(hasSlash ? 1 : 3)));
        }
        var named = SHORT_NAMED.matcher(word);
        if (named.matches()) {
            return wholeMonth(named.group(2)).map(month -> day(month, named.group(1)));
        }
        var first = SHORT_NAMED_FIRST.matcher(word);
        return first.matches() ? wholeMonth(first.group(1)).map(month -> day(month, first.group(2))) : Optional.empty();
    }

    private static LocalDate of(String year, String month, String day) {
        return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
    }

    private static MonthDay day(int month, String day) {
        return MonthDay.of(month, Integer.parseInt(day));
    }

    private static Optional<String> month(String name) {
        String start = name.substring(0, 3);
        int number = Math.max(DANISH.indexOf(start), ENGLISH.indexOf(start)) + 1;
        return number == 0 ? Optional.empty() : Optional.of(String.valueOf(number));
    }

    /** A month by its name or the beginning of it, and nothing else that begins so: what has no year is rather no date. */
    private static Optional<Integer> wholeMonth(String name) {
        return month(name)
                .map(Integer::valueOf)
                .filter(number ->
                        List.of(MONTHS.get(number - 1).split(" ")).stream().anyMatch(whole -> whole.startsWith(name)));
    }

    private static @Nullable DayOfWeek weekday(String word) {
        var parts = WEEKDAY.matcher(word);
        return parts.matches() ? Weekdays.named(parts.group(1)).orElse(null) : null;
    }

    private static String withoutWeekday(String word) {
        var parts = WEEKDAY.matcher(word);
        String date = parts.matches() && Weekdays.named(parts.group(1)).isPresent() ? parts.group(2) : word;
        return THE.matcher(date).lookingAt() ? THE.matcher(date).replaceFirst("") : date;
    }
}
