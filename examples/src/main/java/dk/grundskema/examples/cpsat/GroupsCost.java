package dk.grundskema.examples.cpsat;

import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.LinearArgument;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.examples.scoring.GroupsScorer;

/** What the model of small groups minimises: medium rules with a weight that no soft ones outweigh, then soft ones. Hard rules are constraints. */
final class GroupsCost {
    /** A point of a medium rule, in points of soft ones. */
    static final long MEDIUM = 100_000;

    private final Problem problem;
    private final LinearExprBuilder sum = LinearExpr.newBuilder();

    GroupsCost(Problem problem) {
        this.problem = problem;
    }

    /** A soft rule charges so many units, each so often. */
    void soft(String rule, LinearArgument units, long often) {
        sum.addTerm(units, often * GroupsScorer.WEIGHTS.soft(problem, rule));
    }

    /** A medium rule charges so many units, each so often. */
    void medium(String rule, LinearArgument units, long often) {
        sum.addTerm(units, MEDIUM * often * GroupsScorer.WEIGHTS.medium(rule));
    }

    /** A medium rule charges so many units in any case. */
    void always(String rule, long units) {
        sum.add(MEDIUM * units * GroupsScorer.WEIGHTS.medium(rule));
    }

    /** Gives the model its aim, once all costs are known. */
    void applyTo(CpModel model) {
        model.minimize(sum.build());
    }
}
