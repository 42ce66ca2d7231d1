package dk.grundskema.solver.ledger;

import dk.grundskema.domain.timetable.Delivery;
import java.util.List;

/**
 * The support of each student and class, and the work of each staff member, week by week. Source: guide to school-supporting interventions, ch. 2
 * (participants and classes are registered).
 *
 * @param students a line for each student with support or a missed lesson, and each week in which the student has ordinary lessons or support; in the
 *     problem's order of students, then by week
 * @param classes  a line for each class of these students and each of these weeks; in the problem's order of groups, then by week
 * @param staff    a line for each staff member on duty in an intervention and each such week; in the problem's order of staff, then by week
 * @param notHeld  meetings that were entered as not held, with the reason, in order of date; empty means none
 */
public record Ledger(
        List<StudentWeek> students, List<ClassWeek> classes, List<StaffWeek> staff, List<Delivery> notHeld) {
    /** Copies the lists. */
    public Ledger {
        students = List.copyOf(students);
        classes = List.copyOf(classes);
        staff = List.copyOf(staff);
        notHeld = List.copyOf(notHeld);
    }
}
