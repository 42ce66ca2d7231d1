package dk.grundskema.solver.edit;

import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.timetable.Score;
import dk.grundskema.solver.change.SeatCandidates.RuleDifference;
import java.util.List;

/**
 * A room in which a meeting can be held.
 *
 * @param roomId      the room
 * @param isCurrent   whether the meeting is held there now
 * @param after       score of the plan after the change
 * @param differences cost difference of each rule, the most expensive first within each level; empty if there is none
 */
public record RoomChoice(RoomId roomId, boolean isCurrent, Score after, List<RuleDifference> differences) {
    /** Copies the list. */
    public RoomChoice {
        differences = List.copyOf(differences);
    }
}
