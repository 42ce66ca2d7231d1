package dk.grundskema.solver.edit;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.RuleResult;
import dk.grundskema.domain.timetable.Score;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.engine.PreparedPlan;
import dk.grundskema.solver.explain.PlanEvaluation;
import dk.grundskema.solver.mapping.MemberWeeks;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.registry.PluginRegistry;
import dk.grundskema.solver.score.ScopedRules;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** Evaluates what the wishes cost in a timetable that nobody edits, and its score: without compiling the rules, which takes most of the time of a workbench. */
public final class WishCosts {
    private final ScopedRules rules;
    private final PlanEvaluation evaluation;

    private WishCosts(PluginRegistry plugins, Problem problem, Timetable timetable) {
        List<Demand> demands = PreparedPlan.demands(plugins, problem);
        Blueprint blueprint =
                EditableProblem.blueprint(problem, demands, new OutOfRangeChoices(problem, demands, timetable));
        this.rules = PreparedPlan.scopedRules(plugins, blueprint, MemberWeeks.ofAll(problem, demands, timetable));
        int[] values = TimetableDecisions.read(blueprint, problem, timetable);
        this.evaluation = PlanEvaluation.of(
                rules, values, rule -> rules.rules().get(rule).type().level() == Level.SOFT);
    }

    /** Returns what each soft rule costs; rules without a penalty are left out. The arguments and errors are those of {@link Workbench#of}. */
    public static List<RuleResult> of(PluginRegistry plugins, Problem problem, Timetable timetable) {
        return new WishCosts(plugins, problem, timetable)
                .evaluation.results().stream()
                        .filter(result -> result.level() == Level.SOFT && result.penalty() > 0)
                        .toList();
    }

    /**
     * Returns the score of a timetable: what the checker charges, by the weights of the rules, and what the wishes cost. Decisions alone do not say it of a series
     * that is split by date, of which they have one person, time and room.
     *
     * @param charged all that the checker charges by rules of the search
     */
    public static Score score(
            PluginRegistry plugins, Problem problem, Timetable timetable, List<RuleViolation> charged) {
        var costs = new WishCosts(plugins, problem, timetable);
        Map<String, Long> weights = new HashMap<>();
        for (int rule = 0; rule < costs.rules.rules().size(); rule++) {
            weights.put(costs.rules.rules().get(rule).type().id(), costs.rules.weights()[rule]);
        }
        ToLongFunction<Level> cost = level -> -charged.stream()
                .filter(one -> one.level() == level)
                .mapToLong(one -> one.amount() * weights.getOrDefault(one.rule(), 0L))
                .sum();
        return new Score(
                cost.applyAsLong(Level.HARD),
                cost.applyAsLong(Level.MEDIUM),
                costs.evaluation.score().soft());
    }
}
