package dk.grundskema.solver.change;

import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.Period;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A period in which a staff member is not available for duty. The reason is confidential and not stored.
 *
 * @param staffId the absent staff member
 * @param from first minute, in local time of the problem's zone
 * @param until the minute after the last, after {@code from}
 */
public record Absence(StaffId staffId, LocalDateTime from, LocalDateTime until) {
    /** @throws IllegalArgumentException if {@code until} is not after {@code from} */
    public Absence {
        if (!until.isAfter(from)) {
            throw new IllegalArgumentException(
                    "The absence of (%s) ends (%s) before it begins (%s).\nMaybe the two were exchanged?"
                            .formatted(staffId, until, from));
        }
    }

    /** Returns the absence as an interval, given its time zone. */
    public Interval toInterval(ZoneId zone) {
        return Interval.between(from, until, zone);
    }

    /** Returns the last day that the absence touches. */
    public LocalDate lastDay() {
        return until.minusMinutes(1).toLocalDate();
    }

    /**
     * Returns the part of the absence that is still to come: the past stays as it was, and a meeting of the person that has begun is held to its end.
     *
     * @param now       local time of the plan's zone
     * @param timetable plan in use
     * @param zone      the plan's zone
     */
    public Optional<Absence> remainingAfter(LocalDateTime now, Timetable timetable, ZoneId zone) {
        LocalDateTime begins = firstMinuteToCome(
                from,
                now,
                timetable,
                zone,
                meeting -> meeting.seats().stream().anyMatch(seat -> staffId.equals(seat.staffId())));
        return begins.isBefore(until) ? Optional.of(new Absence(staffId, begins, until)) : Optional.empty();
    }

    /**
     * Returns the first minute of a stretch of time that is still to come: a meeting that has begun is held to its end.
     *
     * @param from        first minute of the stretch
     * @param now         local time of the plan's zone
     * @param timetable   plan in use
     * @param zone        the plan's zone
     * @param isConcerned whether a meeting has the person or room of which the stretch is
     */
    public static LocalDateTime firstMinuteToCome(
            LocalDateTime from, LocalDateTime now, Timetable timetable, ZoneId zone, Predicate<Meeting> isConcerned) {
        long moment = Interval.toEpochMinute(now, zone);
        long start = Math.max(Interval.toEpochMinute(from, zone), moment);
        for (Meeting meeting : timetable.meetings()) {
            if (isConcerned.test(meeting)) {
                for (Interval held : meeting.time().intervals(zone)) {
                    start = held.start() < moment ? Math.max(start, held.end()) : start;
                }
            }
        }
        return Interval.toLocalDateTime(start, zone);
    }

    /** Converts the absence to availability periods: a partial first day, whole days, a partial last day. */
    public List<Period> toPeriods() {
        return periods(from, until);
    }

    /**
     * Converts a stretch of time to availability periods.
     *
     * @param from  first minute
     * @param until the minute after the last, after {@code from}
     */
    public static List<Period> periods(LocalDateTime from, LocalDateTime until) {
        LocalDate first = from.toLocalDate();
        LocalDate last = until.minusMinutes(1).toLocalDate();
        LocalTime start = nullIfMidnight(from.toLocalTime());
        LocalTime end = nullIfMidnight(until.toLocalTime());
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

    private static @Nullable LocalTime nullIfMidnight(LocalTime time) {
        return time.equals(LocalTime.MIDNIGHT) ? null : time;
    }

    private static Period period(LocalDate first, LocalDate last, @Nullable LocalTime start, @Nullable LocalTime end) {
        return new Period(first, last, Collections.emptySortedSet(), start, end);
    }
}
