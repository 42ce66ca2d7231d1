package dk.grundskema.api.planning.explanation;

import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StudentId;
import java.util.List;

/**
 * A student who takes part because the plan put the student into a group.
 *
 * @param student  the student
 * @param group    the group
 * @param isLocked whether the planner locked the student into the group
 * @param others   the best other groups, the best first; empty if there is no choice
 */
public record ExplainedMember(StudentId student, GroupId group, boolean isLocked, List<TriedChange> others) {
    /** Copies the list. */
    public ExplainedMember {
        others = List.copyOf(others);
    }

    /** Returns the student's id only. */
    @Override
    public String toString() {
        return student.toString();
    }
}
