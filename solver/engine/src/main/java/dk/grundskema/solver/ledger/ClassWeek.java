package dk.grundskema.solver.ledger;

import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.time.IsoWeek;
import java.util.List;

/**
 * A class's week.
 *
 * @param group         which class
 * @param week          which week
 * @param lessons       ordinary lessons of the class as a whole, 0 or more; those on closed days aren't held
 * @param wholeClass    what the class gets as a whole, such as a second adult in its lessons, by type; also of classes whose students
 *     aren't known
 * @param supported     students of it who get any support, 0 or more
 * @param missedLessons ordinary lessons that its students miss, each student's counted, 0 or more
 * @param students      what its students get, by type: the minutes of all of them added up, those in the whole class among them
 */
public record ClassWeek(
        GroupId group,
        IsoWeek week,
        int lessons,
        List<SupportTotal> wholeClass,
        int supported,
        int missedLessons,
        List<SupportTotal> students) {
    /** Copies the lists. */
    public ClassWeek {
        wholeClass = List.copyOf(wholeClass);
        students = List.copyOf(students);
    }
}
