package dk.grundskema.api.service.rules;

import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.problem.Problem;
import java.util.List;

/**
 * What a list of rules is about: a whole plan, or one of its interventions.
 *
 * @param problem       the problem of the plan
 * @param interventions the interventions whose rules are listed
 * @param isWholePlan   whether the list is about the whole plan, including its changes
 */
public record RuleScope(Problem problem, List<Intervention<?>> interventions, boolean isWholePlan) {
    /** Copies the list. */
    public RuleScope {
        interventions = List.copyOf(interventions);
    }

    /** Returns the scope of a whole plan. */
    public static RuleScope ofPlan(Problem problem) {
        return new RuleScope(problem, problem.interventions(), true);
    }

    /** Returns the scope of one intervention. */
    public static RuleScope ofIntervention(Problem problem, Intervention<?> one) {
        return new RuleScope(problem, List.of(one), false);
    }
}
