package dk.grundskema.solver.engine;

import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.Period;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody can't be on duty for a while. Why is nobody's business and is kept nowhere.
 *
 * @param staffId who
 * @param from    first minute, on the wall clock of the problem's zone
 * @param until   the minute after the last, after {@code from}
 */
public record Absence(StaffId staffId, LocalDateTime from, LocalDateTime until) {
    /** @throws IllegalArgumentException if it ends before it begins, or has no duration */
    public Absence {
        if (!until.isAfter(from)) {
            throw new IllegalArgumentException(
                    "The absence of (%s) ends (%s) before it begins (%s).\nMaybe the two were exchanged?"
                            .formatted(staffId, until, from));
        }
    }

    /** The stretch of true time in a zone. */
    public Interval interval(ZoneId zone) {
        return Interval.between(from, until, zone);
    }

    /** The last day of which some part is in it. */
    public LocalDate lastDay() {
        return until.minusMinutes(1).toLocalDate();
    }

    /** The same in the words of an availability: a broken first day, whole days, a broken last day. */
    List<Period> periods() {
        LocalDate first = from.toLocalDate();
        LocalDate last = lastDay();
        LocalTime start = orMidnight(from.toLocalTime());
        LocalTime end = orMidnight(until.toLocalTime());
        if (first.equals(last)) {
            return List.of(period(first, last, start, end));
        }
        var periods = new ArrayList<Period>();
        if (start != null) {
            periods.add(period(first, first, start, null));
            first = first.plusDays(1);
        }
        LocalDate lastWhole = end == null ? last : last.minusDays(1);
        if (!lastWhole.isBefore(first)) {
            periods.add(period(first, lastWhole, null, null));
        }
        if (end != null) {
            periods.add(period(last, last, null, end));
        }
        return periods;
    }

    private static @Nullable LocalTime orMidnight(LocalTime time) {
        return time.equals(LocalTime.MIDNIGHT) ? null : time;
    }

    private static Period period(LocalDate first, LocalDate last, @Nullable LocalTime start, @Nullable LocalTime end) {
        return new Period(first, last, Collections.emptySortedSet(), start, end);
    }
}
