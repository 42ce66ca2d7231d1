package dk.grundskema.examples.cpsat;

import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.LinearArgument;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.examples.scoring.PlanScorer;

/** What the model minimises: medium rules with a weight that no soft ones outweigh, then soft ones. Hard rules are constraints. */
final class Cost {
    /** A point of a medium rule, in points of soft ones: a believable plan's soft rules cost less than the least medium one. */
    static final long MEDIUM = 100_000;

    private final Problem problem;
    private final LinearExprBuilder sum = LinearExpr.newBuilder();

    Cost(Problem problem) {
        this.problem = problem;
    }

    /** A soft rule charges so many units. */
    void soft(String rule, LinearArgument units) {
        sum.addTerm(units, PlanScorer.weight(problem, rule));
    }

    /** A medium rule charges so many units. */
    void medium(String rule, LinearArgument units) {
        sum.addTerm(units, MEDIUM * PlanScorer.weight(rule, Level.MEDIUM));
    }

    void minimise(CpModel model) {
        model.minimize(sum.build());
    }
}
