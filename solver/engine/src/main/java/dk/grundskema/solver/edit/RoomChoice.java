package dk.grundskema.solver.edit;

import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.timetable.Score;
import dk.grundskema.solver.repair.SeatCandidates.RuleDifference;
import java.util.List;

/**
 * A room that a meeting can be held in.
 *
 * @param roomId      which room
 * @param isCurrent   whether it is held there already
 * @param after       how good the plan is then
 * @param differences what each rule makes of it, dearest first within each level; empty if none sees a difference
 */
public record RoomChoice(RoomId roomId, boolean isCurrent, Score after, List<RuleDifference> differences) {
    /** Copies the list. */
    public RoomChoice {
        differences = List.copyOf(differences);
    }
}
