package dk.grundskema.solver.score;

import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import ai.timefold.solver.core.api.score.calculator.IncrementalScoreCalculator;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.solver.model.MembershipEntity;
import dk.grundskema.solver.model.OpenDecision;
import dk.grundskema.solver.model.PlacementEntity;
import dk.grundskema.solver.model.PlanSolution;
import dk.grundskema.solver.model.SeatEntity;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Timefold's incremental score calculator, which delegates to {@link ScoreState}. Timefold instantiates it, so the
 * class and its constructor are public.
 */
public final class PlanScoreCalculator implements IncrementalScoreCalculator<PlanSolution, HardMediumSoftLongScore> {
    private @Nullable ScoreState state;

    @Override
    public void resetWorkingSolution(PlanSolution plan) {
        var rules = (CompiledRules) plan.getSearchContext().rules();
        if (state == null) {
            state = new ScoreState(rules);
        }
        state.load(plan.values());
    }

    @Override
    public void beforeEntityAdded(Object entity) {
        // Entities are never added.
    }

    @Override
    public void afterEntityAdded(Object entity) {
        // Entities are never added.
    }

    @Override
    public void beforeVariableChanged(Object entity, String variable) {
        // The state knows the old value.
    }

    @Override
    public void afterVariableChanged(Object entity, String variable) {
        int decision = switch ((OpenDecision) entity) {
            case SeatEntity seat -> seat.decision();
            case MembershipEntity membership -> membership.decision();
            case PlacementEntity placement -> placement.decision(variable);
        };
        known().set(decision, ((OpenDecision) entity).value(decision));
    }

    @Override
    public void beforeEntityRemoved(Object entity) {
        // Entities are never removed.
    }

    @Override
    public void afterEntityRemoved(Object entity) {
        // Entities are never removed.
    }

    @Override
    public HardMediumSoftLongScore calculateScore() {
        ScoreState settled = known().settle();
        return HardMediumSoftLongScore.of(
                -settled.cost(Level.HARD), -settled.cost(Level.MEDIUM), -settled.cost(Level.SOFT));
    }

    private ScoreState known() {
        return Objects.requireNonNull(state, "The working solution was never set.");
    }
}
