package dk.grundskema.solver.check;

import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.time.Interval;
import java.util.List;

/** Checks that students take part only when they are available. */
final class StudentAvailabilityCheck implements CoreCheck {
    @Override
    public void check(CheckedPlan plan, CoreViolations faults) {
        for (Student student : plan.problem().students()) {
            List<Interval> unavailable = AvailabilityCheck.unavailable(student.availability(), plan);
            for (Duty duty : plan.timelines().of(student.id())) {
                if (!duty.isFact()) {
                    faults.hard(
                            "core.student-unavailable",
                            AvailabilityCheck.overlap(duty.interval(), unavailable),
                            student.id(),
                            duty.date());
                }
            }
        }
    }
}
