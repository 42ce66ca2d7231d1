package dk.grundskema.solver.check;

import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.time.Availability;
import dk.grundskema.domain.time.Interval;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Nobody is on duty, no student takes part and no room is used at a time when they can't; nothing is held on closed days. */
final class AvailabilityCheck implements CoreCheck {
    @Override
    public void check(CheckedPlan plan, Faults faults) {
        staff(plan, faults);
        rooms(plan, faults);
        students(plan, faults);
        closedDays(plan, faults);
    }

    private static void staff(CheckedPlan plan, Faults faults) {
        Map<Object, List<Interval>> not = new HashMap<>();
        plan.problem().staff().forEach(person -> not.put(person.id(), unavailable(person.availability(), plan)));
        for (HeldMeeting held : plan.held()) {
            for (var person : held.holders()) {
                long minutes = minutesIn(held, not.getOrDefault(person, List.of()), plan);
                faults.hard("core.staff-unavailable", minutes, person, held.id());
            }
        }
    }

    private static void rooms(CheckedPlan plan, Faults faults) {
        Map<Object, List<Interval>> not = new HashMap<>();
        plan.problem().rooms().forEach(room -> not.put(room.id(), unavailable(room.availability(), plan)));
        for (HeldMeeting held : plan.held()) {
            for (var room : held.rooms()) {
                long minutes = minutesIn(held, not.getOrDefault(room, List.of()), plan);
                faults.hard("core.room-unavailable", minutes, room, held.id());
            }
        }
    }

    private static void students(CheckedPlan plan, Faults faults) {
        for (var student : plan.problem().students()) {
            List<Interval> not = unavailable(student.availability(), plan);
            for (Duty duty : plan.timelines().of(student.id())) {
                if (!duty.isFact()) {
                    faults.hard("core.student-unavailable", overlap(duty.interval(), not), student.id(), duty.date());
                }
            }
        }
    }

    private static void closedDays(CheckedPlan plan, Faults faults) {
        for (HeldMeeting held : plan.held()) {
            Session session = held.session();
            if (held.lesson() != null || (session != null && (session.relief() != null || session.onClosedDays()))) {
                continue; // takes or joins a lesson, which is on that day whatever the calendar says, or is for such
                // days
            }
            for (LocalDate date : held.meeting().time().dates()) {
                if (plan.problem().horizon().isClosed(date)) {
                    faults.hard("core.closed-day", 1, held.id(), date);
                }
            }
        }
    }

    private static List<Interval> unavailable(Availability availability, CheckedPlan plan) {
        return availability.unavailable(plan.problem().horizon());
    }

    private static long minutesIn(HeldMeeting held, List<Interval> not, CheckedPlan plan) {
        return held.meeting().time().intervals(plan.zone()).stream()
                .mapToLong(interval -> overlap(interval, not))
                .sum();
    }

    private static long overlap(Interval interval, List<Interval> not) {
        return not.stream().mapToLong(interval::overlap).sum();
    }
}
