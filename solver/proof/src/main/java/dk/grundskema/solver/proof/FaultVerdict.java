package dk.grundskema.solver.proof;

import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.timetable.Timetable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a broken rule of a timetable can be kept by other people in the seats, while all filled seats stay filled, at the times of the timetable.
 *
 * @param violation the broken rule
 * @param state     the answer
 * @param reason    facts that cannot hold together, if it is unavoidable: without any one of them they could; otherwise empty
 * @param changes   changes that mend it, if it is avoidable; otherwise empty
 * @param repaired  the timetable with the changes; its score is that of the old one; {@code null} unless it is avoidable
 */
public record FaultVerdict(
        RuleViolation violation,
        Avoidability state,
        List<ProofFact> reason,
        List<SeatChange> changes,
        @Nullable Timetable repaired) {
    /** Copies the lists. */
    public FaultVerdict {
        reason = List.copyOf(reason);
        changes = List.copyOf(changes);
    }

    /** Returns the same verdict for another violation. */
    FaultVerdict of(RuleViolation other) {
        return new FaultVerdict(other, state, reason, changes, repaired);
    }

    static FaultVerdict unavoidable(RuleViolation violation, List<ProofFact> reason) {
        return new FaultVerdict(violation, Avoidability.UNAVOIDABLE, reason, List.of(), null);
    }

    static FaultVerdict avoidable(RuleViolation violation, FaultRepair.Repair repair) {
        return new FaultVerdict(violation, Avoidability.AVOIDABLE, List.of(), repair.changes(), repair.timetable());
    }

    static FaultVerdict unknown(RuleViolation violation) {
        return new FaultVerdict(violation, Avoidability.UNKNOWN, List.of(), List.of(), null);
    }
}
