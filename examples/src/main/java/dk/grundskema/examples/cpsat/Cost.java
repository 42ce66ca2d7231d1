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
    private final Aim aim;
    private final LinearExprBuilder sum = LinearExpr.newBuilder();

    /** What a solution is to be. */
    enum Aim {
        /** As good as can be by all rules. */
        BEST,
        /** Any plan that breaks no medium rule: found sooner as a constraint than as a cost. */
        LEGAL,
        /** As few medium faults as can be, then as few changes of an earlier plan. */
        LEAST_CHANGED
    }

    Cost(Problem problem, Aim aim) {
        this.problem = problem;
        this.aim = aim;
    }

    Aim aim() {
        return aim;
    }

    /** Whether soft rules count; otherwise they are left out. */
    boolean hasSoft() {
        return aim == Aim.BEST;
    }

    /** A soft rule charges so many units. */
    void soft(String rule, LinearArgument units) {
        if (hasSoft()) {
            sum.addTerm(units, PlanScorer.weight(problem, rule));
        }
    }

    /** Something is not as in an earlier plan. */
    void changed(LinearArgument one) {
        sum.add(one);
    }

    /** A medium rule charges so many units. */
    void medium(String rule, LinearArgument units) {
        sum.addTerm(units, MEDIUM * PlanScorer.weight(rule, Level.MEDIUM));
    }

    /** Gives the model its aim, once all costs are known. */
    void applyTo(CpModel model) {
        if (aim != Aim.LEGAL) {
            model.minimize(sum.build());
        } else {
            model.addEquality(sum.build(), 0);
        }
    }
}
