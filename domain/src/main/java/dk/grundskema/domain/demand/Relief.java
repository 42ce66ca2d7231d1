package dk.grundskema.domain.demand;

import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.time.IsoWeek;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The release of a staff member from a lesson of the existing timetable. While the first seat of the session is filled, the released staff member
 * is not busy with the lesson, and the lesson does not count as that person's work. This holds in each week in which the session is held and covers
 * the whole lesson; in other weeks nobody is released.
 *
 * @param staff  the staff member who is released
 * @param lesson the lesson
 * @param weeks  the weeks to which the relief is limited, at least one; one weekly session may release a teacher from a weekly lesson for a whole
 *     period
 */
public record Relief(StaffId staff, LessonId lesson, SortedSet<IsoWeek> weeks) {
    /** @throws IllegalArgumentException if {@code weeks} is empty */
    public Relief {
        weeks = Collections.unmodifiableSortedSet(new TreeSet<>(weeks));
        if (weeks.isEmpty()) {
            throw new IllegalArgumentException(
                    "The relief of (%s) from the lesson (%s) is for no week.\nMaybe none of the lesson's weeks is open?"
                            .formatted(staff, lesson));
        }
    }

    /** Returns the relief from a lesson in a single week. */
    public static Relief of(StaffId staff, LessonId lesson, IsoWeek week) {
        return new Relief(staff, lesson, new TreeSet<>(List.of(week)));
    }
}
