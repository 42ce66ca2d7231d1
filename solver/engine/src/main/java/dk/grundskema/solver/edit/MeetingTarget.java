package dk.grundskema.solver.edit;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Score;
import dk.grundskema.solver.change.SeatCandidates.RuleDifference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A time, or a module, to which a meeting can be moved.
 *
 * @param time        the time
 * @param otherId     module whose subject is swapped with this one's; {@code null} means that the session itself moves to the time
 * @param isCurrent   whether the meeting is there now
 * @param after       score of the plan after the move
 * @param differences cost difference of each rule, the most expensive first within each level; empty if there is none
 */
public record MeetingTarget(
        MeetingTime time,
        @Nullable SessionId otherId,
        boolean isCurrent,
        Score after,
        List<RuleDifference> differences) {
    /** Copies the list. */
    public MeetingTarget {
        differences = List.copyOf(differences);
    }
}
