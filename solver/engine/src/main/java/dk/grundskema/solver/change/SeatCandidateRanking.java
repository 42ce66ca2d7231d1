package dk.grundskema.solver.change;

import dk.grundskema.solver.change.SeatCandidates.SeatCandidate;
import java.util.Comparator;

/** Ranks the candidates for a vacant seat. */
public final class SeatCandidateRanking {
    /** Orders candidates by their new shortfalls, then by soft cost, then by id. */
    public static final Comparator<SeatCandidate> BEST_FIRST = Comparator.comparingLong(SeatCandidate::medium)
            .thenComparingLong(SeatCandidate::soft)
            .thenComparing(SeatCandidate::staffId);

    private SeatCandidateRanking() {}
}
