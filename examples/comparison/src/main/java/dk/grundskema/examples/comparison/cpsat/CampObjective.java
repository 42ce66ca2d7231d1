package dk.grundskema.examples.comparison.cpsat;

import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.LinearArgument;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.examples.comparison.scoring.CampScorer;

/**
 * Objective of a camp's model: medium rules with a weight that no soft rules outweigh, then soft rules. Hard rules are
 * constraints.
 */
final class CampObjective {
    /** Weight of a medium point in soft points. It exceeds the total soft cost of any realistic plan. */
    static final long MEDIUM = 100_000;

    private final Problem problem;
    private final Aim aim;
    private final LinearExprBuilder sum = LinearExpr.newBuilder();

    /** Goal of a search. */
    enum Aim {
        /** The lowest cost over all rules. */
        BEST,
        /** Any plan that breaks no medium rule; found faster as a constraint than as a cost. */
        LEGAL,
        /** The fewest medium faults, then the fewest changes to an earlier plan. */
        LEAST_CHANGED
    }

    CampObjective(Problem problem, Aim aim) {
        this.problem = problem;
        this.aim = aim;
    }

    Aim aim() {
        return aim;
    }

    /** Returns whether soft rules count; otherwise they are left out. */
    boolean hasSoft() {
        return aim == Aim.BEST;
    }

    /** Adds the units that a soft rule charges. */
    void addSoft(String rule, LinearArgument units) {
        if (hasSoft()) {
            sum.addTerm(units, CampScorer.weight(problem, rule));
        }
    }

    /** Adds a deviation from the earlier plan. */
    void addChange(LinearArgument one) {
        sum.add(one);
    }

    /** Adds the units that a medium rule charges. */
    void addMedium(String rule, LinearArgument units) {
        sum.addTerm(units, MEDIUM * CampScorer.weight(rule, Level.MEDIUM));
    }

    /** Sets the model's objective, once all costs are added. */
    void applyTo(CpModel model) {
        if (aim != Aim.LEGAL) {
            model.minimize(sum.build());
        } else {
            model.addEquality(sum.build(), 0);
        }
    }
}
