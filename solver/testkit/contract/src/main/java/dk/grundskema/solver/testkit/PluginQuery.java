package dk.grundskema.solver.testkit;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.fidelity.FidelityReport;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.DateSpan;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.registry.Interruptions;
import dk.grundskema.solver.spi.Decoration;
import dk.grundskema.solver.spi.InterventionPlugin;
import dk.grundskema.solver.spi.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The methods of a plugin, called for one intervention of a problem. */
record PluginQuery<P extends Record>(InterventionPlugin<P> plugin, Intervention<P> intervention, Problem problem) {
    static List<PluginQuery<?>> ofProblem(InterventionPlugin<?> plugin, Problem problem) {
        var all = new ArrayList<PluginQuery<?>>();
        problem.interventions().forEach(one -> all.add(of(plugin, one, problem)));
        return all;
    }

    @SuppressWarnings("unchecked") // the contract test asserts that the parameters are of the plugin's type
    private static <P extends Record> PluginQuery<P> of(
            InterventionPlugin<P> plugin, Intervention<?> intervention, Problem problem) {
        return new PluginQuery<>(plugin, (Intervention<P>) intervention, problem);
    }

    List<Finding> validate() {
        return plugin.validate(intervention, problem);
    }

    Demand expand() {
        return plugin.expand(intervention, problem, interruptions());
    }

    private List<DateSpan> interruptions() {
        return Interruptions.of(
                        problem, type -> type.equals(plugin.type().id()) ? Optional.of(plugin) : Optional.empty())
                .ofOthers(intervention);
    }

    List<Rule> rules() {
        return plugin.rules(intervention, problem, expand());
    }

    List<Finding> precheck() {
        return plugin.precheck(intervention, problem, expand());
    }

    Decoration decorate() {
        return plugin.decorate(intervention, problem);
    }

    List<RuleViolation> check(Timetable timetable) {
        return plugin.check(intervention, problem, timetable);
    }

    FidelityReport assess(Timetable timetable) {
        return plugin.assess(intervention, problem, interruptions(), timetable);
    }
}
