package dk.grundskema.api.planning.explanation;

import dk.grundskema.api.planning.status.PlanFault;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.solver.check.ViolationPlace;
import java.util.List;

/**
 * A fault with the meetings in which it is.
 *
 * @param fault  the fault
 * @param places the meetings; empty if it is in none
 */
public record LocatedPlanFault(PlanFault fault, List<ViolationPlace> places) {
    /** Copies the list. */
    public LocatedPlanFault {
        places = List.copyOf(places);
    }

    boolean isIn(SessionId session) {
        return places.stream().anyMatch(place -> place.session().equals(session));
    }
}
