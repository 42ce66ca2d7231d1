package dk.grundskema.domain.problem;

import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.time.IsoWeek;
import org.jspecify.annotations.Nullable;

/**
 * Which group a student is to join. A student who is to join several sorts of groups may have one for each.
 *
 * @param studentId who
 * @param groupId   which group, given or to be formed
 * @param from      the week from which a change at a moment put the student there; a later change may replace this lock. {@code null} means that the
 *     planner fixed it
 */
public record MemberLock(
        StudentId studentId, GroupId groupId, @Nullable IsoWeek from) {
    /** Creates a lock of a planner. */
    public MemberLock(StudentId studentId, GroupId groupId) {
        this(studentId, groupId, null);
    }

    /** Returns whether a change wrote this lock, which a later change may replace. */
    public boolean isOfChange() {
        return from != null;
    }
}
