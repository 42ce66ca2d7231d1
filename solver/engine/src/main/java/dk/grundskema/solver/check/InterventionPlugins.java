package dk.grundskema.solver.check;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.DateSpan;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.registry.Interruptions;
import dk.grundskema.solver.spi.InterventionPlugin;
import dk.grundskema.solver.spi.InterventionType.Category;
import dk.grundskema.solver.spi.RequiredSupport;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** The plugins of a problem's interventions and their demand. */
record InterventionPlugins(Function<String, Optional<InterventionPlugin<?>>> byType) {

    /** Returns the demand of each intervention, in the problem's order. */
    Map<InterventionId, Demand> demands(Problem problem) {
        Map<InterventionId, Demand> demands = new LinkedHashMap<>();
        var interruptions = Interruptions.of(problem, byType);
        problem.interventions()
                .forEach(intervention -> demands.put(intervention.id(), expand(intervention, problem, interruptions)));
        return demands;
    }

    /** Returns the combined demand of all interventions. */
    DemandIndex demand(Problem problem) {
        return DemandIndex.of(demands(problem).values());
    }

    /** Returns the category of support of each intervention. */
    SupportCategories supportCategories(Problem problem) {
        Map<InterventionId, Category> categories = new HashMap<>();
        Map<InterventionId, List<DateSpan>> away = new HashMap<>();
        for (Intervention<?> intervention : problem.interventions()) {
            categories.put(intervention.id(), pluginOf(intervention).type().category());
            away.put(intervention.id(), interruptions(intervention, problem));
        }
        return new SupportCategories(categories, away);
    }

    /** Returns how much support each intervention must give. */
    Map<InterventionId, List<RequiredSupport>> requiredSupport(
            Problem problem, Map<InterventionId, Demand> demands, Timetable timetable) {
        Map<InterventionId, List<RequiredSupport>> required = new LinkedHashMap<>();
        problem.interventions()
                .forEach(one -> required.put(
                        one.id(),
                        requiredSupport(one, problem, Objects.requireNonNull(demands.get(one.id())), timetable)));
        return required;
    }

    private <P extends Record> List<RequiredSupport> requiredSupport(
            Intervention<P> intervention, Problem problem, Demand demand, Timetable timetable) {
        return pluginOf(intervention).requiredSupport(intervention, problem, demand, timetable);
    }

    private <P extends Record> List<DateSpan> interruptions(Intervention<P> intervention, Problem problem) {
        return pluginOf(intervention).interruptions(intervention, problem);
    }

    private <P extends Record> Demand expand(
            Intervention<P> intervention, Problem problem, Interruptions interruptions) {
        return pluginOf(intervention).expand(intervention, problem, interruptions.ofOthers(intervention));
    }

    /** @throws IllegalArgumentException if there is no plugin for the type */
    @SuppressWarnings("unchecked") // an intervention's parameters have the record type of its type's plugin
    <P extends Record> InterventionPlugin<P> pluginOf(Intervention<P> intervention) {
        return (InterventionPlugin<P>) byType.apply(intervention.type())
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no plugin for the type (%s) of the intervention (%s).\nMaybe its jar is missing?"
                                .formatted(intervention.type(), intervention.id())));
    }
}
