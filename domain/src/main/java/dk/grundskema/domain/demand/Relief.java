package dk.grundskema.domain.demand;

import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.time.IsoWeek;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a session does for somebody else: while its first seat is filled, another member of staff is not busy with a lesson of the existing
 * timetable, and that lesson is no work of that person's, in each week in which the session is held and lasts over the whole lesson. In a week in
 * which it isn't held nobody is freed.
 *
 * @param staff  who is freed
 * @param lesson from which lesson
 * @param weeks  in which weeks at most, at least one; one weekly session may free a teacher from a weekly lesson for a whole period
 */
public record Relief(StaffId staff, LessonId lesson, SortedSet<IsoWeek> weeks) {
    /** @throws IllegalArgumentException if no week is named */
    public Relief {
        weeks = Collections.unmodifiableSortedSet(new TreeSet<>(weeks));
        if (weeks.isEmpty()) {
            throw new IllegalArgumentException(
                    "The relief of (%s) from the lesson (%s) is for no week.\nMaybe none of the lesson's weeks is open?"
                            .formatted(staff, lesson));
        }
    }

    /** The relief from a lesson of one week. */
    public static Relief of(StaffId staff, LessonId lesson, IsoWeek week) {
        return new Relief(staff, lesson, new TreeSet<>(List.of(week)));
    }
}
