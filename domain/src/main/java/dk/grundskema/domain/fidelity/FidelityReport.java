package dk.grundskema.domain.fidelity;

import dk.grundskema.domain.intervention.InterventionId;
import java.util.List;

/**
 * What a finished plan gives of what is asked of one intervention.
 *
 * @param interventionId which intervention
 * @param asks           what is asked, each with what came of it, in the order to be read; empty means that nothing is
 * @param breakdowns     the same line by line, for those who ask what their class or they themselves get, those about groups first; empty means
 *     that the asks say it all
 */
public record FidelityReport(InterventionId interventionId, List<Ask> asks, List<Breakdown> breakdowns) {
    /** Copies the lists. */
    public FidelityReport {
        asks = List.copyOf(asks);
        breakdowns = List.copyOf(breakdowns);
    }

    /** A report without breakdowns. */
    public FidelityReport(InterventionId interventionId, List<Ask> asks) {
        this(interventionId, asks, List.of());
    }

    /** A report of an intervention of which nothing is asked. */
    public static FidelityReport empty(InterventionId interventionId) {
        return new FidelityReport(interventionId, List.of());
    }
}
