package dk.grundskema.domain.time;

import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.InvalidValueException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/**
 * A calendar week by ISO 8601, written {@code 2026-W37}. Weeks begin on Monday and belong to the year of their Thursday.
 *
 * @param year week-based year, 2000 to 2099
 * @param week number of the week, 1 to 52 or 53
 */
public record IsoWeek(int year, int week) implements Comparable<IsoWeek> {
    /** First day of the first supported week, 2000-W01. */
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 3);

    /** Last day of the last supported week, 2099-W53. */
    static final LocalDate LATEST = LocalDate.of(2100, 1, 3);

    private static final int FIRST_YEAR = 2000;

    /** Epoch day of the first Monday of each week-based year from {@link #FIRST_YEAR} on, and of the year after the last. */
    private static final long[] MONDAYS = LongStream.rangeClosed(FIRST_YEAR, 2100)
            .map(year -> mondayOf(LocalDate.of((int) year, 1, 4)))
            .toArray();

    private static final Pattern FORM = Pattern.compile("(\\d{4})-W(\\d{2})");

    /** @throws InvalidValueException if the year has no such week; the pointer is empty, because a week is a plain text in files */
    public IsoWeek {
        if (year < FIRST_YEAR || year > 2099 || week < 1 || week > weeksOf(year)) {
            throw new InvalidValueException(
                    List.of(Finding.error("week.none-such", "", "%04d-W%02d".formatted(year, week))));
        }
    }

    /**
     * Parses a week.
     *
     * @throws InvalidValueException if the text has not the form {@code 2026-W37}, or there is no such week
     */
    public static IsoWeek parse(String text) {
        var match = FORM.matcher(text);
        if (!match.matches()) {
            throw new InvalidValueException(List.of(Finding.error("week.malformed", "", text)));
        }
        return new IsoWeek(Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2)));
    }

    /** Returns the week that contains a date. */
    public static IsoWeek of(LocalDate date) {
        if (!isSupported(date)) {
            return new IsoWeek(date.get(IsoFields.WEEK_BASED_YEAR), date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
        }
        long day = date.toEpochDay();
        int year = date.getYear() - FIRST_YEAR;
        int index = year > 0 && day < MONDAYS[year] ? year - 1 : isFrom(year + 1, day) ? year + 1 : year;
        return new IsoWeek(FIRST_YEAR + index, (int) (day - MONDAYS[index]) / 7 + 1);
    }

    private static boolean isFrom(int year, long day) {
        return year < MONDAYS.length - 1 && day >= MONDAYS[year];
    }

    private static long mondayOf(LocalDate date) {
        return date.toEpochDay() - date.getDayOfWeek().ordinal();
    }

    /** Returns whether a date lies in a supported week, from 3 January 2000 to 3 January 2100. */
    public static boolean isSupported(LocalDate date) {
        return !date.isBefore(EARLIEST) && !date.isAfter(LATEST);
    }

    /** Returns the date of a weekday in this week. */
    public LocalDate date(DayOfWeek weekday) {
        return LocalDate.ofEpochDay(monday() + weekday.ordinal());
    }

    /** Returns its Monday, in days since 1970. */
    private long monday() {
        return MONDAYS[year - FIRST_YEAR] + 7L * (week - 1);
    }

    /** Returns the days from its Monday to a date; negative if the date is earlier. */
    long daysUntil(LocalDate date) {
        return date.toEpochDay() - monday();
    }

    /** Returns the week a number of weeks later, or earlier if negative. */
    public IsoWeek plus(int weeks) {
        return of(date(DayOfWeek.MONDAY).plusWeeks(weeks));
    }

    /** Returns the number of weeks to another week; negative if the other is earlier. */
    public int until(IsoWeek other) {
        return (int) ((other.monday() - monday()) / 7);
    }

    private static int weeksOf(int year) {
        int index = year - FIRST_YEAR;
        return (int) (MONDAYS[index + 1] - MONDAYS[index]) / 7;
    }

    @Override
    public int compareTo(IsoWeek other) {
        return year == other.year ? Integer.compare(week, other.week) : Integer.compare(year, other.year);
    }

    @Override
    public String toString() {
        return year + (week < 10 ? "-W0" : "-W") + week; // years have four digits
    }
}
