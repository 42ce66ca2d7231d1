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
    private final boolean hasSoft;
    private final LinearExprBuilder sum = LinearExpr.newBuilder();

    Cost(Problem problem, boolean hasSoft) {
        this.problem = problem;
        this.hasSoft = hasSoft;
    }

    /** Whether soft rules count; otherwise they are left out. */
    boolean hasSoft() {
        return hasSoft;
    }

    /** A soft rule charges so many units. */
    void soft(String rule, LinearArgument units) {
        if (hasSoft) {
            sum.addTerm(units, PlanScorer.weight(problem, rule));
        }
    }

    /** A medium rule charges so many units. */
    void medium(String rule, LinearArgument units) {
        sum.addTerm(units, MEDIUM * PlanScorer.weight(rule, Level.MEDIUM));
    }

    /** Makes the model find what costs least; without soft rules, what costs nothing, which is found sooner as a constraint. */
    void applyTo(CpModel model) {
        if (hasSoft) {
            model.minimize(sum.build());
        } else {
            model.addEquality(sum.build(), 0);
        }
    }
}
