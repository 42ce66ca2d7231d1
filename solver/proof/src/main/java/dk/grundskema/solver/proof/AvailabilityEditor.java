package dk.grundskema.solver.proof;

import dk.grundskema.domain.time.Availability;
import dk.grundskema.domain.time.Horizon;
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

/** Changes availabilities within a horizon. */
final class AvailabilityEditor {
    private AvailabilityEditor() {}

    /** Returns an availability that is the same in a horizon, except that the person can be on duty in an interval too. Duties in other plans stay. */
    static Availability lift(Availability before, Horizon horizon, Interval lifted) {
        var except = new ArrayList<Period>();
        for (Interval away : before.withoutElsewhere().unavailableIntervals(horizon)) {
            long until = Math.min(away.end(), Math.max(away.start(), lifted.start()));
            long from = Math.max(away.start(), Math.min(away.end(), lifted.end()));
            if (!away.overlaps(lifted)) {
                except.addAll(periods(away, horizon.zone()));
            } else {
                except.addAll(periods(new Interval(away.start(), until), horizon.zone()));
                except.addAll(periods(new Interval(from, away.end()), horizon.zone()));
            }
        }
        return new Availability(List.of(), except, before.elsewhere());
    }

    /** Returns an availability at some times only. */
    static Availability onlyAt(List<Interval> times, ZoneId zone) {
        return new Availability(
                times.stream().flatMap(time -> periods(time, zone).stream()).toList(), List.of());
    }

    /** Returns a period for each day of an interval. */
    private static List<Period> periods(Interval interval, ZoneId zone) {
        var periods = new ArrayList<Period>();
        LocalDateTime from = Interval.toLocalDateTime(interval.start(), zone);
        LocalDateTime until = Interval.toLocalDateTime(interval.end(), zone);
        for (LocalDate day = from.toLocalDate(); day.atStartOfDay().isBefore(until); day = day.plusDays(1)) {
            LocalTime start = day.equals(from.toLocalDate()) ? from.toLocalTime() : LocalTime.MIDNIGHT;
            @Nullable LocalTime end = day.equals(until.toLocalDate()) ? until.toLocalTime() : null;
            boolean isEmpty = interval.minutes() == 0 || start.equals(end);
            if (!isEmpty) {
                periods.add(new Period(day, day, Collections.emptySortedSet(), start, end));
            }
        }
        return periods;
    }
}
