package dk.grundskema.domain.fidelity;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a finished plan gives of all that is asked of it.
 *
 * @param everyPlan     what is asked of every plan, such as the law's rest
 * @param interventions what is asked of its interventions, in the problem's order
 */
public record PlanFidelity(List<Ask> everyPlan, List<FidelityReport> interventions) {
    /** Copies the lists. */
    public PlanFidelity {
        everyPlan = List.copyOf(everyPlan);
        interventions = List.copyOf(interventions);
    }

    /** All that is asked, of the interventions first. */
    public List<Ask> asks() {
        return Stream.concat(interventions.stream().flatMap(report -> report.asks().stream()), everyPlan.stream())
                .toList();
    }

    /** How many asks have the status. */
    public int count(Ask.Status status) {
        return (int) asks().stream().filter(ask -> ask.status() == status).count();
    }

    /** Whether nothing is short. */
    public boolean isMet() {
        return count(Ask.Status.SHORT) == 0;
    }
}
