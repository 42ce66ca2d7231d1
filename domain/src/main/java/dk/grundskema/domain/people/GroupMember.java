package dk.grundskema.domain.people;

import dk.grundskema.domain.time.IsoWeek;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A student's place in a group.
 *
 * @param studentId who
 * @param weeks     in which weeks; empty means all
 */
public record GroupMember(StudentId studentId, SortedSet<IsoWeek> weeks) {
    /** Copies the weeks. */
    public GroupMember {
        weeks = Collections.unmodifiableSortedSet(new TreeSet<>(weeks));
    }

    /** Returns a membership that covers all weeks. */
    public static GroupMember always(StudentId student) {
        return new GroupMember(student, Collections.emptySortedSet());
    }
}
