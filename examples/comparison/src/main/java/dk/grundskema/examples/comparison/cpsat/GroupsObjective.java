package dk.grundskema.examples.comparison.cpsat;

import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.LinearArgument;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.examples.comparison.scoring.GroupsScorer;

/**
 * Objective of the model of small groups: medium rules with a weight that no soft rules outweigh, then soft rules. Hard rules are
 * constraints.
 */
final class GroupsObjective {
    /** Weight of a medium point in soft points. */
    static final long MEDIUM = 100_000;

    private final Problem problem;
    private final LinearExprBuilder sum = LinearExpr.newBuilder();

    GroupsObjective(Problem problem) {
        this.problem = problem;
    }

    /** Adds the units that a soft rule charges, multiplied by {@code often}. */
    void addSoft(String rule, LinearArgument units, long often) {
        sum.addTerm(units, often * GroupsScorer.WEIGHTS.soft(problem, rule));
    }

    /** Adds the units that a medium rule charges, multiplied by {@code often}. */
    void addMedium(String rule, LinearArgument units, long often) {
        sum.addTerm(units, MEDIUM * often * GroupsScorer.WEIGHTS.medium(rule));
    }

    /** Adds units that a medium rule charges in any case. */
    void addConstantMedium(String rule, long units) {
        sum.add(MEDIUM * units * GroupsScorer.WEIGHTS.medium(rule));
    }

    /** Sets the model's objective, once all costs are added. */
    void applyTo(CpModel model) {
        model.minimize(sum.build());
    }
}
