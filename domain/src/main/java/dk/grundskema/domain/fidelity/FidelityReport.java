package dk.grundskema.domain.fidelity;

import dk.grundskema.domain.fidelity.AcceptedShortfall.Place;
import dk.grundskema.domain.intervention.InterventionId;
import java.util.List;
import java.util.Set;

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

    /** Returns the report with the requirements and lines as accepted whose places are all among the given ones. */
    FidelityReport accepting(Set<Place> accepted) {
        return new FidelityReport(
                interventionId,
                asks.stream()
                        .map(ask -> ask.accepting(interventionId, accepted))
                        .toList(),
                breakdowns.stream()
                        .map(table -> new Breakdown(
                                table.title(),
                                table.of(),
                                table.columns(),
                                table.lines().stream()
                                        .map(line -> isAccepted(line, accepted) ? line.accepted() : line)
                                        .toList()))
                        .toList());
    }

    private boolean isAccepted(Breakdown.Line line, Set<Place> accepted) {
        List<Place> places = asks.stream()
                .flatMap(ask -> ask.places().stream()
                        .filter(place -> place.where().contains(line.about()))
                        .map(place -> Place.of(interventionId, ask.code(), place)))
                .toList();
        return line.status() == Ask.Status.SHORT && !places.isEmpty() && accepted.containsAll(places);
    }

    /** Returns the report of an intervention without requirements. */
    public static FidelityReport empty(InterventionId interventionId) {
        return new FidelityReport(interventionId, List.of());
    }
}
