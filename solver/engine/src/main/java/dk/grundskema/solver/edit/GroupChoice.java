package dk.grundskema.solver.edit;

import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.timetable.Score;
import dk.grundskema.solver.change.SeatCandidates.RuleDifference;
import java.util.List;

/**
 * A group that a student could be in instead.
 *
 * @param groupId     the group
 * @param after       score of the plan after the change
 * @param differences cost difference of each rule, the most expensive first within each level; empty if there is none
 */
public record GroupChoice(GroupId groupId, Score after, List<RuleDifference> differences) {
    /** Copies the list. */
    public GroupChoice {
        differences = List.copyOf(differences);
    }
}
