package dk.grundskema.solver.engine;

import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.solver.engine.WhoCould.Candidate;
import dk.grundskema.solver.engine.WhoCould.Unable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who could sit in a seat instead of whoever sits there, as the rest of the plan stands. Costs are compared with the plan as it stands.
 *
 * @param seat       the seat
 * @param staffId    who sits there; {@code null} means nobody
 * @param candidates who could, the best first: fewest new shortfalls, then the cheapest in wishes
 * @param unable     who can't, in the order of the problem's staff
 */
public record SeatChoices(Seat seat, @Nullable StaffId staffId, List<Candidate> candidates, List<Unable> unable) {
    /** Copies the lists. */
    public SeatChoices {
        candidates = List.copyOf(candidates);
        unable = List.copyOf(unable);
    }
}
