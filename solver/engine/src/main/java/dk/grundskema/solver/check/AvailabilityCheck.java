package dk.grundskema.solver.check;

import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.time.Availability;
import dk.grundskema.domain.time.Interval;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Checks that rooms are only used when they are available, and that nothing is held on closed days. */
final class AvailabilityCheck implements CoreCheck {
    @Override
    public void check(CheckedPlan plan, CoreViolations faults) {
        checkRooms(plan, faults);
        checkClosedDays(plan, faults);
    }

    private static void checkRooms(CheckedPlan plan, CoreViolations faults) {
        Map<Object, List<Interval>> not = new HashMap<>();
        plan.problem().rooms().forEach(room -> not.put(room.id(), unavailable(room.availability(), plan)));
        for (CheckedMeeting held : plan.held()) {
            for (var room : held.rooms()) {
                long minutes = minutesIn(held, not.getOrDefault(room, List.of()), plan);
                faults.hard("core.room-unavailable", minutes, room, held.id());
            }
        }
    }

    private static void checkClosedDays(CheckedPlan plan, CoreViolations faults) {
        for (CheckedMeeting held : plan.held()) {
            Session session = held.session();
            if (held.lesson() != null || (session != null && (session.relief() != null || session.onClosedDays()))) {
                continue; // covers or joins a lesson, which is held regardless, or is meant for closed days
            }
            for (LocalDate date : held.meeting().time().dates()) {
                if (plan.problem().horizon().isClosed(date)) {
                    faults.hard("core.closed-day", 1, held.id(), date);
                }
            }
        }
    }

    static List<Interval> unavailable(Availability availability, CheckedPlan plan) {
        return availability.unavailableIntervals(plan.problem().horizon());
    }

    /** Returns the minutes of a meeting that lie in intervals. */
    static long minutesIn(CheckedMeeting held, List<Interval> not, CheckedPlan plan) {
        return held.meeting().time().intervals(plan.zone()).stream()
                .mapToLong(interval -> overlap(interval, not))
                .sum();
    }

    /** Returns the minutes of an interval that lie in others. */
    static long overlap(Interval interval, List<Interval> not) {
        return not.stream().mapToLong(interval::overlapMinutes).sum();
    }
}
