package dk.grundskema.domain.fidelity;

import dk.grundskema.domain.intervention.InterventionId;
import java.util.List;

/**
 * What a finished plan gives of what is asked of one intervention.
 *
 * @param interventionId which intervention
 * @param asks           what is asked, each with what came of it, in the order to be read; empty means that nothing is
 */
public record FidelityReport(InterventionId interventionId, List<Ask> asks) {
    /** Copies the list. */
    public FidelityReport {
        asks = List.copyOf(asks);
    }

    /** A report of an intervention of which nothing is asked. */
    public static FidelityReport empty(InterventionId interventionId) {
        return new FidelityReport(interventionId, List.of());
    }
}
