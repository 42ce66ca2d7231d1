package dk.grundskema.solver.check;

import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.time.Interval;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Checks that staff members are on duty only when they are available. */
final class StaffAvailabilityCheck implements CoreCheck {
    @Override
    public void check(CheckedPlan plan, CoreViolations faults) {
        Map<StaffId, List<Interval>> unavailable = new HashMap<>();
        plan.staff()
                .forEach(person ->
                        unavailable.put(person.id(), AvailabilityCheck.unavailable(person.availability(), plan)));
        for (CheckedMeeting held : plan.held()) {
            for (StaffId person : held.holders()) {
                List<Interval> not = unavailable.getOrDefault(person, List.of());
                long minutes = not.isEmpty() ? 0 : AvailabilityCheck.minutesIn(held, not, plan);
                faults.hard("core.staff-unavailable", minutes, person, held.id());
            }
        }
    }
}
