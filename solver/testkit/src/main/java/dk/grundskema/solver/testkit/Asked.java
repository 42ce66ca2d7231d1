package dk.grundskema.solver.testkit;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.fidelity.FidelityReport;
import dk.grundskema.domain.finding.Fault;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.spi.Decoration;
import dk.grundskema.solver.spi.Interruptions;
import dk.grundskema.solver.spi.InterventionPlugin;
import dk.grundskema.solver.spi.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A plugin asked about one intervention of a problem. */
record Asked<P extends Record>(InterventionPlugin<P> plugin, Intervention<P> intervention, Problem problem) {
    static List<Asked<?>> all(InterventionPlugin<?> plugin, Problem problem) {
        var all = new ArrayList<Asked<?>>();
        problem.interventions().forEach(one -> all.add(of(plugin, one, problem)));
        return all;
    }

    @SuppressWarnings("unchecked") // the contract test asserts that the parameters are of the plugin's type
    private static <P extends Record> Asked<P> of(
            InterventionPlugin<P> plugin, Intervention<?> intervention, Problem problem) {
        return new Asked<>(plugin, (Intervention<P>) intervention, problem);
    }

    List<Finding> validate() {
        return plugin.validate(intervention, problem);
    }

    Demand expand() {
        var interruptions = Interruptions.of(
                problem, type -> type.equals(plugin.type().id()) ? Optional.of(plugin) : Optional.empty());
        return plugin.expand(intervention, problem, interruptions.besides(intervention));
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

    List<Fault> check(Timetable timetable) {
        return plugin.check(intervention, problem, timetable);
    }

    FidelityReport assess(Timetable timetable) {
        return plugin.assess(intervention, problem, timetable);
    }
}
