package dk.grundskema.solver.report;

import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.fidelity.FidelityReport;
import dk.grundskema.domain.fidelity.PlanFidelity;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.check.TimetableChecker;
import dk.grundskema.solver.registry.Interruptions;
import dk.grundskema.solver.spi.InterventionPlugin;
import dk.grundskema.solver.spi.InterventionType.Category;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Assesses what a finished timetable gives of all requirements: the law for every plan, and the documents of each intervention. Rest and support
 * are based on the violations of {@link TimetableChecker}, interventions on their plugins' reports.
 */
public final class FidelityAssessor {
    private final Function<String, Optional<InterventionPlugin<?>>> plugins;
    private final TimetableChecker checker;

    /**
     * @param plugins returns the plugin of an intervention type by the type's id, or empty
     * @param checker checker that knows the same plugins
     */
    public FidelityAssessor(Function<String, Optional<InterventionPlugin<?>>> plugins, TimetableChecker checker) {
        this.plugins = plugins;
        this.checker = checker;
    }

    /**
     * Returns all requirements and what the timetable gives of them.
     *
     * @param problem   a problem in which neither its reader nor a plugin found an error
     * @param timetable a timetable in which the checker found no unknown reference
     * @throws IllegalArgumentException if there is no plugin for the type of an intervention
     */
    public PlanFidelity assess(Problem problem, Timetable timetable) {
        return assess(problem, timetable, checker.check(problem, timetable)).accepting(problem.acceptedShortfalls());
    }

    /**
     * Returns the same for a timetable that was checked, as if the planner had accepted nothing: see {@link PlanFidelity#accepting}.
     *
     * @param faults what {@link TimetableChecker#check} found
     */
    public PlanFidelity assess(Problem problem, Timetable timetable, List<RuleViolation> faults) {
        int supported = checker.supportMinutes(problem, timetable).size();
        List<Ask> everyPlan = new ArrayList<>(new WorkingTimeAsks(problem, timetable, faults).asks());
        everyPlan.addAll(new StudentSupportAsks(problem, timetable, faults, categories(problem), supported).asks());
        return new PlanFidelity(everyPlan, reports(problem, timetable));
    }

    /**
     * Returns the report of each intervention, in the problem's order, without the requirements on every plan.
     *
     * @param problem   a problem in which neither its reader nor a plugin found an error
     * @param timetable a timetable in which the checker found no unknown reference
     * @throws IllegalArgumentException if there is no plugin for the type of an intervention
     */
    public List<FidelityReport> reports(Problem problem, Timetable timetable) {
        var interruptions = Interruptions.of(problem, plugins);
        return problem.interventions().stream()
                .map(intervention -> report(intervention, problem, interruptions, timetable))
                .toList();
    }

    private Map<InterventionId, Category> categories(Problem problem) {
        Map<InterventionId, Category> categories = new HashMap<>();
        problem.interventions()
                .forEach(one -> plugins.apply(one.type())
                        .ifPresent(
                                plugin -> categories.put(one.id(), plugin.type().category())));
        return categories;
    }

    @SuppressWarnings("unchecked") // an intervention's parameters have the record type of its type's plugin
    private <P extends Record> FidelityReport report(
            Intervention<P> intervention, Problem problem, Interruptions interruptions, Timetable timetable) {
        var plugin = (InterventionPlugin<P>) plugins.apply(intervention.type())
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no plugin for the type (%s) of the intervention (%s).\nMaybe its jar is missing?"
                                .formatted(intervention.type(), intervention.id())));
        return plugin.assess(intervention, problem, interruptions.ofOthers(intervention), timetable);
    }
}
