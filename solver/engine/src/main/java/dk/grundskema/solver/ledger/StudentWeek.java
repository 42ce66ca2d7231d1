package dk.grundskema.solver.ledger;

import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.time.IsoWeek;
import java.util.List;

/**
 * A student's week.
 *
 * @param student       who
 * @param week          which week
 * @param lessons       ordinary lessons in the student's own timetable, 0 or more; those on closed days aren't held
 * @param lessonMinutes their minutes
 * @param touched       which of them something planned falls on, in order of time
 * @param support       what the student gets, by type in the problem's order of interventions; a type of which the student gets nothing is left
 *     out
 */
public record StudentWeek(
        StudentId student,
        IsoWeek week,
        int lessons,
        long lessonMinutes,
        List<AffectedLesson> touched,
        List<SupportTotal> support) {
    /** Copies the lists. */
    public StudentWeek {
        touched = List.copyOf(touched);
        support = List.copyOf(support);
    }
}
