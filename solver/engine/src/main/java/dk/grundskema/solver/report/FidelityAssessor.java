package dk.grundskema.solver.report;

import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.fidelity.FidelityReport;
import dk.grundskema.domain.fidelity.PlanFidelity;
import dk.grundskema.domain.finding.Fault;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.check.TimetableChecker;
import dk.grundskema.solver.spi.InterventionPlugin;
import dk.grundskema.solver.spi.InterventionType.Category;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Says of a finished timetable what it gives of all that is asked: the law of every plan, the documents of each intervention. */
public final class FidelityAssessor {
    private final Function<String, Optional<InterventionPlugin<?>>> plugins;

    /** @param plugins the plugin of an intervention type, by the type's id; empty if there is none */
    public FidelityAssessor(Function<String, Optional<InterventionPlugin<?>>> plugins) {
        this.plugins = plugins;
    }

    /**
     * What is asked and what is given.
     *
     * @param problem   a problem in which neither its reader nor a plugin found an error
     * @param timetable a timetable in which the checker found nothing unknown
     * @throws IllegalArgumentException if there is no plugin for the type of an intervention
     */
    public PlanFidelity assess(Problem problem, Timetable timetable) {
        var checker = new TimetableChecker(plugins);
        List<Fault> faults = checker.check(problem, timetable);
        int supported = checker.supportMinutes(problem, timetable).size();
        List<Ask> everyPlan = new ArrayList<>(new LawfulWork(problem, timetable, faults).asks());
        everyPlan.addAll(new SupportOfStudents(problem, timetable, faults, categories(problem), supported).asks());
        return new PlanFidelity(everyPlan, reports(problem, timetable));
    }

    /**
     * What is asked of each intervention and what is given, in the problem's order, without what is asked of every plan.
     *
     * @param problem   a problem in which neither its reader nor a plugin found an error
     * @param timetable a timetable in which the checker found nothing unknown
     * @throws IllegalArgumentException if there is no plugin for the type of an intervention
     */
    public List<FidelityReport> reports(Problem problem, Timetable timetable) {
        return problem.interventions().stream()
                .map(intervention -> report(intervention, problem, timetable))
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

    @SuppressWarnings("unchecked") // an intervention's parameters are read as the record of its type's plugin
    private <P extends Record> FidelityReport report(
            Intervention<P> intervention, Problem problem, Timetable timetable) {
        var plugin = (InterventionPlugin<P>) plugins.apply(intervention.type())
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no plugin for the type (%s) of the intervention (%s).\nMaybe its jar is missing?"
                                .formatted(intervention.type(), intervention.id())));
        return plugin.assess(intervention, problem, timetable);
    }
}
