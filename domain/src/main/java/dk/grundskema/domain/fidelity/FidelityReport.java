package dk.grundskema.domain.fidelity;

import dk.grundskema.domain.intervention.InterventionId;
import java.util.List;

/**
 * What a finished plan gives of the requirements on one intervention.
 *
 * @param interventionId the intervention
 * @param asks           the requirements with their results, in reading order; empty means none
 * @param breakdowns     the same results per group and per person, those about groups first; empty means that the asks are sufficient
 */
public record FidelityReport(InterventionId interventionId, List<Ask> asks, List<Breakdown> breakdowns) {
    /** Copies the lists. */
    public FidelityReport {
        asks = List.copyOf(asks);
        breakdowns = List.copyOf(breakdowns);
    }

    /** Creates a report without breakdowns. */
    public FidelityReport(InterventionId interventionId, List<Ask> asks) {
        this(interventionId, asks, List.of());
    }

    /** Returns the report of an intervention without requirements. */
    public static FidelityReport empty(InterventionId interventionId) {
        return new FidelityReport(interventionId, List.of());
    }
}
