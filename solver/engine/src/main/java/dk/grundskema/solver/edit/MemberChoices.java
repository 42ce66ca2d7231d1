package dk.grundskema.solver.edit;

import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StudentId;
import java.util.List;

/**
 * A student whose group the plan decides.
 *
 * @param student the student
 * @param group   the student's group
 * @param others  the other groups that the student could be in, in the problem's order, tried with the rest of the plan unchanged
 */
public record MemberChoices(StudentId student, GroupId group, List<GroupChoice> others) {
    /** Copies the list. */
    public MemberChoices {
        others = List.copyOf(others);
    }
}
