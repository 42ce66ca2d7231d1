package dk.grundskema.api.planning.explanation;

import dk.grundskema.api.planning.PlanningFacade;
import dk.grundskema.api.planning.status.PlanFault;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.check.ViolationPlace;
import java.util.List;
import java.util.stream.IntStream;

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

    /** Returns all faults of a plan, like {@link PlanFault#findAll}, with their meetings. */
    public static List<LocatedPlanFault> findAll(PlanningFacade planning, Problem problem, Timetable timetable) {
        List<PlanFault> faults = PlanFault.findAll(planning, problem, timetable);
        List<List<ViolationPlace>> places = planning.locate(
                problem, timetable, faults.stream().map(PlanFault::violation).toList());
        return IntStream.range(0, faults.size())
                .mapToObj(index -> new LocatedPlanFault(faults.get(index), places.get(index)))
                .toList();
    }

    boolean isIn(SessionId session) {
        return places.stream().anyMatch(place -> place.session().equals(session));
    }
}
