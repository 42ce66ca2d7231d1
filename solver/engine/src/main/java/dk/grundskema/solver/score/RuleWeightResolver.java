package dk.grundskema.solver.score;

import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.spi.RuleType;

/** Resolves the weights of rules: the default of the declaration, or for soft rules that of the problem. */
public final class RuleWeightResolver {
    private RuleWeightResolver() {}

    /** Returns the weight of a rule in a problem. */
    public static long resolve(RuleType type, Problem problem) {
        return type.level() == Level.SOFT
                ? problem.weights().getOrDefault(type.id(), type.defaultWeight())
                : type.defaultWeight();
    }
}
