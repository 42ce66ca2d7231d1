package dk.grundskema.solver.edit;

import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.solver.change.SeatCandidates.RejectedCandidate;
import dk.grundskema.solver.change.SeatCandidates.SeatCandidate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The alternatives for a seat, with the rest of the plan unchanged. Costs are relative to the current plan.
 *
 * @param seat the seat
 * @param staffId the current holder; {@code null} means nobody
 * @param candidates other possible holders, the best first: fewest new shortfalls, then lowest soft cost
 * @param unable staff who cannot take it, in the order of the problem's staff
 */
public record SeatChoices(
        Seat seat, @Nullable StaffId staffId, List<SeatCandidate> candidates, List<RejectedCandidate> unable) {
    /** Copies the lists. */
    public SeatChoices {
        candidates = List.copyOf(candidates);
        unable = List.copyOf(unable);
    }
}
