package dk.grundskema.solver.change;

import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Availability;
import dk.grundskema.domain.time.Horizon;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.domain.timetable.Meeting;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The times at which staff and rooms were available before a change and no longer are: they are gone, unavailable, or have a lesson of the existing
 * timetable. Times at which they were not available before either are left out, since the plan in use disregards them on purpose.
 */
final class LostAvailability {
    private final LocalDateTime now;
    private final ZoneId zone;
    private final Map<Object, List<Interval>> earlier;
    private final Map<Object, List<Interval>> later;
    private final Map<StaffId, List<Interval>> earlierLessons;
    private final Map<StaffId, List<Interval>> laterLessons;

    LostAvailability(ChangeRequest request) {
        this.now = request.now();
        this.zone = request.before().horizon().zone();
        this.earlier = unavailable(request.before());
        this.later = unavailable(request.after());
        this.earlierLessons = lessons(request.before(), zone);
        this.laterLessons = lessons(request.after(), zone);
    }

    private static Map<Object, List<Interval>> unavailable(Problem problem) {
        Horizon horizon = problem.horizon();
        Map<Object, List<Interval>> all = new HashMap<>();
        for (StaffMember one : problem.staff()) {
            all.put(one.id(), unavailable(one.availability(), horizon));
        }
        for (Room room : problem.rooms()) {
            all.put(room.id(), unavailable(room.availability(), horizon));
        }
        return all;
    }

    private static Map<StaffId, List<Interval>> lessons(Problem problem, ZoneId zone) {
        Map<StaffId, List<Interval>> all = new HashMap<>();
        for (Lesson lesson : problem.lessons()) {
            for (StaffId who : lesson.teachers()) {
                all.computeIfAbsent(who, any -> new ArrayList<>())
                        .addAll(lesson.time().intervals(zone));
            }
        }
        return all;
    }

    private static List<Interval> unavailable(Availability availability, Horizon horizon) {
        return new ArrayList<>(availability.unavailableIntervals(horizon));
    }

    /** Returns the time zone of the plan. */
    ZoneId zone() {
        return zone;
    }

    /** Whether an interval has begun. */
    boolean isPast(Interval when) {
        return when.start() < Interval.toEpochMinute(now, zone);
    }

    /** Whether a meeting has begun in at least one of its weeks. */
    boolean isPast(Meeting meeting) {
        return meeting.time().intervals(zone).stream().anyMatch(this::isPast);
    }

    /** Whether a staff member is away during any part of a meeting, in any week. */
    boolean isAway(StaffId who, Meeting meeting) {
        return meeting.time().intervals(zone).stream().anyMatch(when -> isAway(who, when));
    }

    /** Whether a staff member is away during at least part of the meeting in every week. */
    boolean isAwayThroughout(StaffId who, Meeting meeting) {
        return meeting.time().intervals(zone).stream().allMatch(when -> isAway(who, when));
    }

    /** Whether a staff member is away during any part of an interval. */
    boolean isAway(StaffId who, Interval when) {
        return isLost(who, when) || (overlaps(laterLessons.get(who), when) && !overlaps(earlierLessons.get(who), when));
    }

    /** Whether a staff member is gone or unavailable during any part of an interval; own lessons do not count. */
    boolean isStaffLost(StaffId who, Interval when) {
        return isLost(who, when);
    }

    /** Whether a room cannot be used during any part of an interval. */
    boolean isRoomLost(RoomId room, Interval when) {
        return isLost(room, when);
    }

    /** Whether a staff member cannot take a duty during any part of an interval after the change. */
    boolean isUnavailable(StaffId who, Interval when) {
        return !later.containsKey(who) || overlaps(later.get(who), when) || overlaps(laterLessons.get(who), when);
    }

    /** Whether a staff member is gone or unavailable during any part of an interval after the change, as before it or not; own lessons do not count. */
    boolean isAbsent(StaffId who, Interval when) {
        return !later.containsKey(who) || overlaps(later.get(who), when);
    }

    private boolean isLost(Object id, Interval when) {
        return !later.containsKey(id) || (overlaps(later.get(id), when) && !overlaps(earlier.get(id), when));
    }

    private static boolean overlaps(@Nullable List<Interval> intervals, Interval when) {
        return intervals != null && intervals.stream().anyMatch(when::overlaps);
    }
}
