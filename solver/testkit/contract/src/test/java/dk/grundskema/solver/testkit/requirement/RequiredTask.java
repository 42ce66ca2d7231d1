package dk.grundskema.solver.testkit.requirement;

import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import java.time.LocalDate;
import java.util.Set;

/**
 * A task that an intervention must have, derived from its parameters alone.
 *
 * @param kind     its kind
 * @param title    its title
 * @param date     its date
 * @param students all students concerned; empty means nobody in particular
 * @param staff    one of these staff members does it; empty means that it is not assigned
 */
public record RequiredTask(String kind, String title, LocalDate date, Set<StudentId> students, Set<StaffId> staff) {
    /** Copies the sets. */
    public RequiredTask {
        students = Set.copyOf(students);
        staff = Set.copyOf(staff);
    }
}
