package dk.grundskema.solver.score;

import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import ai.timefold.solver.core.api.score.calculator.IncrementalScoreCalculator;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.solver.model.MembershipEntity;
import dk.grundskema.solver.model.OpenDecision;
import dk.grundskema.solver.model.PlacementEntity;
import dk.grundskema.solver.model.Plan;
import dk.grundskema.solver.model.SeatEntity;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tells Timefold what a plan costs. Must be public, with a public constructor, for Timefold makes it. */
public final class PlanScoreCalculator implements IncrementalScoreCalculator<Plan, HardMediumSoftLongScore> {
    private @Nullable ScoreState state;

    @Override
    public void resetWorkingSolution(Plan plan) {
        var rules = (CompiledRules) plan.getWorkshop().rules();
        if (state == null) {
            state = new ScoreState(rules);
        }
        state.load(plan.values());
    }

    @Override
    public void beforeEntityAdded(Object entity) {
        // Entities neither come nor go.
    }

    @Override
    public void afterEntityAdded(Object entity) {
        // Entities neither come nor go.
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
        // Entities neither come nor go.
    }

    @Override
    public void afterEntityRemoved(Object entity) {
        // Entities neither come nor go.
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
