package dk.grundskema.solver.edit;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.RuleResult;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.engine.PreparedPlan;
import dk.grundskema.solver.explain.PlanEvaluation;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.registry.PluginRegistry;
import dk.grundskema.solver.score.ScopedRules;
import java.util.List;

/** Evaluates what the wishes cost in a timetable that nobody edits: without compiling the rules, which takes most of the time of a workbench. */
public final class WishCosts {
    private WishCosts() {}

    /** Returns what each soft rule costs; rules without a penalty are left out. The arguments and errors are those of {@link Workbench#of}. */
    public static List<RuleResult> of(PluginRegistry plugins, Problem problem, Timetable timetable) {
        List<Demand> demands = PreparedPlan.demands(plugins, problem);
        Blueprint blueprint =
                EditableProblem.blueprint(problem, demands, new OutOfRangeChoices(problem, demands, timetable));
        ScopedRules rules = PreparedPlan.scopedRules(plugins, blueprint);
        int[] values = TimetableDecisions.read(blueprint, problem, timetable);
        return PlanEvaluation.of(
                        rules, values, rule -> rules.rules().get(rule).type().level() == Level.SOFT)
                .results()
                .stream()
                .filter(result -> result.level() == Level.SOFT && result.penalty() > 0)
                .toList();
    }
}
