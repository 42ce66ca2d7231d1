package dk.grundskema.solver.check;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.DateSpan;
import dk.grundskema.solver.spi.Interruptions;
import dk.grundskema.solver.spi.InterventionPlugin;
import dk.grundskema.solver.spi.InterventionType.Category;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The plugins of a problem's interventions, and what they demand. */
record Plugins(Function<String, Optional<InterventionPlugin<?>>> byType) {

    /** What all interventions demand together. */
    Demanded demand(Problem problem) {
        List<Demand> demands = new ArrayList<>();
        var interruptions = Interruptions.of(problem, byType);
        problem.interventions().forEach(intervention -> demands.add(expand(intervention, problem, interruptions)));
        return Demanded.of(demands);
    }

    /** What sort of support each intervention of a problem gives. */
    Support support(Problem problem) {
        Map<InterventionId, Category> categories = new HashMap<>();
        Map<InterventionId, List<DateSpan>> away = new HashMap<>();
        for (Intervention<?> intervention : problem.interventions()) {
            categories.put(intervention.id(), of(intervention).type().category());
            away.put(intervention.id(), interruptions(intervention, problem));
        }
        return new Support(categories, away);
    }

    private <P extends Record> List<DateSpan> interruptions(Intervention<P> intervention, Problem problem) {
        return of(intervention).interruptions(intervention, problem);
    }

    private <P extends Record> Demand expand(
            Intervention<P> intervention, Problem problem, Interruptions interruptions) {
        return of(intervention).expand(intervention, problem, interruptions.besides(intervention));
    }

    /** @throws IllegalArgumentException if there is none */
    @SuppressWarnings("unchecked") // an intervention's parameters are read as the record of its type's plugin
    <P extends Record> InterventionPlugin<P> of(Intervention<P> intervention) {
        return (InterventionPlugin<P>) byType.apply(intervention.type())
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no plugin for the type (%s) of the intervention (%s).\nMaybe its jar is missing?"
                                .formatted(intervention.type(), intervention.id())));
    }
}
