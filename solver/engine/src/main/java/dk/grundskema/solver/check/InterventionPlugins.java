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
import dk.grundskema.solver.spi.RequiredGroups;
import dk.grundskema.solver.spi.RequiredMeetings;
import dk.grundskema.solver.spi.RequiredSupport;
import dk.grundskema.solver.spi.RequiredTask;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The plugins of a problem's interventions and their demand. */
record InterventionPlugins(Function<String, Optional<InterventionPlugin<?>>> byType) {

    /** Returns the combined demand of all interventions. */
    DemandIndex demand(Problem problem) {
        List<Demand> demands = new ArrayList<>();
        var interruptions = Interruptions.of(problem, byType);
        problem.interventions().forEach(intervention -> demands.add(expand(intervention, problem, interruptions)));
        return DemandIndex.of(demands);
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

    /** Returns the required meetings of each intervention whose plugin derives them. */
    Map<InterventionId, List<RequiredMeetings>> requiredMeetings(Problem problem, Timetable timetable) {
        Map<InterventionId, List<RequiredMeetings>> required = new LinkedHashMap<>();
        var interruptions = Interruptions.of(problem, byType);
        problem.interventions()
                .forEach(intervention -> derive(intervention, problem, interruptions, timetable)
                        .ifPresent(some -> required.put(intervention.id(), some)));
        return required;
    }

    private <P extends Record> Optional<List<RequiredMeetings>> derive(
            Intervention<P> intervention, Problem problem, Interruptions interruptions, Timetable timetable) {
        return pluginOf(intervention)
                .requiredMeetings(intervention, problem, interruptions.ofOthers(intervention), timetable);
    }

    /** Returns how much support each intervention must give. */
    Map<InterventionId, List<RequiredSupport>> requiredSupport(Problem problem, Timetable timetable) {
        Map<InterventionId, List<RequiredSupport>> required = new LinkedHashMap<>();
        var interruptions = Interruptions.of(problem, byType);
        problem.interventions()
                .forEach(one -> required.put(one.id(), deriveSupport(one, problem, interruptions, timetable)));
        return required;
    }

    private <P extends Record> List<RequiredSupport> deriveSupport(
            Intervention<P> intervention, Problem problem, Interruptions interruptions, Timetable timetable) {
        return pluginOf(intervention)
                .requiredSupport(intervention, problem, interruptions.ofOthers(intervention), timetable);
    }

    /** Returns the groups that are formed, of each intervention whose plugin derives them. */
    List<RequiredGroups> requiredGroups(Problem problem, Timetable timetable) {
        var interruptions = Interruptions.of(problem, byType);
        return problem.interventions().stream()
                .flatMap(intervention -> deriveGroups(intervention, problem, interruptions, timetable).stream())
                .flatMap(List::stream)
                .toList();
    }

    private <P extends Record> Optional<List<RequiredGroups>> deriveGroups(
            Intervention<P> intervention, Problem problem, Interruptions interruptions, Timetable timetable) {
        return pluginOf(intervention)
                .requiredGroups(intervention, problem, interruptions.ofOthers(intervention), timetable);
    }

    /** Returns the required tasks of each intervention whose plugin derives them. */
    Map<InterventionId, List<RequiredTask>> requiredTasks(Problem problem) {
        Map<InterventionId, List<RequiredTask>> required = new LinkedHashMap<>();
        problem.interventions()
                .forEach(intervention ->
                        deriveTasks(intervention, problem).ifPresent(some -> required.put(intervention.id(), some)));
        return required;
    }

    private <P extends Record> Optional<List<RequiredTask>> deriveTasks(Intervention<P> intervention, Problem problem) {
        return pluginOf(intervention).requiredTasks(intervention, problem);
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
