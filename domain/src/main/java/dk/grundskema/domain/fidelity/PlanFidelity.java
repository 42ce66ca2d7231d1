package dk.grundskema.domain.fidelity;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a finished plan gives of all requirements.
 *
 * @param everyPlan     requirements on every plan, such as the statutory rest
 * @param interventions requirements on the interventions, in the problem's order
 */
public record PlanFidelity(List<Ask> everyPlan, List<FidelityReport> interventions) {
    /** Copies the lists. */
    public PlanFidelity {
        everyPlan = List.copyOf(everyPlan);
        interventions = List.copyOf(interventions);
    }

    /** Returns all requirements, those of the interventions first. */
    public List<Ask> asks() {
        return Stream.concat(interventions.stream().flatMap(report -> report.asks().stream()), everyPlan.stream())
                .toList();
    }

    /**
     * Returns the same with those requirements on interventions as accepted that the planner accepted in each place, by no less than they are short by.
     * Requirements on every plan are law and cannot be accepted.
     */
    public PlanFidelity accepting(List<AcceptedShortfall> accepted) {
        if (accepted.isEmpty()) {
            return this;
        }
        Set<AcceptedShortfall.Place> covered =
                AcceptedShortfall.findCovered(accepted, AcceptedShortfall.lacks(interventions));
        return new PlanFidelity(
                everyPlan,
                interventions.stream().map(report -> report.accepting(covered)).toList());
    }

    /** Returns how many requirements have the status. */
    public int count(Ask.Status status) {
        return (int) asks().stream().filter(ask -> ask.status() == status).count();
    }

    /** Returns whether no requirement is short. */
    public boolean isMet() {
        return count(Ask.Status.SHORT) == 0;
    }
}
