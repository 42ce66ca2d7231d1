package dk.grundskema.solver.edit;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Score;
import dk.grundskema.solver.repair.SeatCandidates.RuleDifference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somewhere that a meeting can go.
 *
 * @param time        when
 * @param otherId     module whose subject comes here in exchange; {@code null} means that the session itself is held at that time
 * @param isCurrent   whether it is there already
 * @param after       how good the plan is then
 * @param differences what each rule makes of it, dearest first within each level; empty if none sees a difference
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
