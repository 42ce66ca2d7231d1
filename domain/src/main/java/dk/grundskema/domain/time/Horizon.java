package dk.grundskema.domain.time;

import dk.grundskema.domain.finding.Default;
import dk.grundskema.domain.finding.RecordValidator;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The weeks that are planned, and the days among them on which nothing is held.
 *
 * @param firstWeek  first week
 * @param weeks      how many weeks, 1 to 60
 * @param zone       time zone of all wall-clock times; Europe/Copenhagen unless given
 * @param closedDays dates without sessions, each within the weeks; empty means none
 */
public record Horizon(
        IsoWeek firstWeek,
        int weeks,
        @Default("\"Europe/Copenhagen\"") ZoneId zone,
        SortedSet<LocalDate> closedDays) {
    /** @throws dk.grundskema.domain.finding.InvalidValueException if a number is out of range or a closed day lies outside */
    public Horizon {
        closedDays = Collections.unmodifiableSortedSet(new TreeSet<>(closedDays));
        var checks = new RecordValidator().range("weeks", weeks, 1, 60);
        if (checks.findings().isEmpty()) {
            LocalDate first = firstWeek.date(DayOfWeek.MONDAY);
            LocalDate last = first.plusWeeks(weeks).minusDays(1);
            checks.require(!last.isAfter(IsoWeek.LATEST), "weeks", "horizon.ends-too-late", 2099);
            int i = 0;
            for (LocalDate day : closedDays) {
                checks.require(
                        !day.isBefore(first) && !day.isAfter(last),
                        "closedDays/" + i++,
                        "date.outside-horizon",
                        day.toString(),
                        first.toString(),
                        last.toString());
            }
        }
        checks.throwIfInvalid();
    }

    /** Returns all weeks in order. */
    public List<IsoWeek> allWeeks() {
        return IntStream.range(0, weeks).mapToObj(firstWeek::plus).toList();
    }

    /** Returns the Monday of the first week. */
    public LocalDate firstDay() {
        return firstWeek.date(DayOfWeek.MONDAY);
    }

    /** Returns the Sunday of the last week. */
    public LocalDate lastDay() {
        return firstDay().plusWeeks(weeks).minusDays(1);
    }

    /** Returns whether the week is planned. */
    public boolean contains(IsoWeek week) {
        int later = firstWeek.until(week);
        return later >= 0 && later < weeks;
    }

    /** Returns whether the date lies in a planned week. */
    public boolean contains(LocalDate date) {
        long later = firstWeek.daysUntil(date);
        return later >= 0 && later < 7L * weeks;
    }

    /** Returns whether the date is a closed day. */
    public boolean isClosed(LocalDate date) {
        return closedDays.contains(date);
    }
}
