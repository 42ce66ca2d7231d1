package dk.grundskema.solver.repair;

import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.timetable.Meeting;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** What a plan in use can no longer rely on from a moment on: the past is fixed, and staff are away at some times. */
interface Unavailability {
    /** Returns the moment before which the plan is fixed, in local time of {@link #zone}. */
    LocalDateTime now();

    /** Returns the time zone of the plan. */
    ZoneId zone();

    /** Whether a staff member is away during any part of an interval. */
    boolean isAway(StaffId who, Interval when);

    /** Whether an interval has begun. */
    default boolean isPast(Interval when) {
        return when.start() < Interval.toEpochMinute(now(), zone());
    }

    /** Whether a meeting has begun in at least one of its weeks. */
    default boolean isPast(Meeting meeting) {
        return meeting.time().intervals(zone()).stream().anyMatch(this::isPast);
    }

    /** Whether a staff member is away during any part of a meeting, in any week. */
    default boolean isAway(StaffId who, Meeting meeting) {
        return meeting.time().intervals(zone()).stream().anyMatch(when -> isAway(who, when));
    }

    /** Whether a staff member is away during at least part of the meeting in every week. */
    default boolean isAwayThroughout(StaffId who, Meeting meeting) {
        return meeting.time().intervals(zone()).stream().allMatch(when -> isAway(who, when));
    }
}
