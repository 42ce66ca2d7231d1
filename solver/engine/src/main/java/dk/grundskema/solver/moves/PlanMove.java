package dk.grundskema.solver.moves;

import ai.timefold.solver.core.api.score.director.ScoreDirector;
import ai.timefold.solver.core.impl.heuristic.move.AbstractMove;
import dk.grundskema.solver.model.OpenDecision;
import dk.grundskema.solver.model.PlanSolution;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** A move: several decisions and their new values, applied together. */
public final class PlanMove extends AbstractMove<PlanSolution> {
    private final MoveKind kind;
    private final int[] decisions;
    private final int[] values;

    PlanMove(MoveKind kind, int[] decisions, int[] values) {
        this.kind = kind;
        this.decisions = decisions;
        this.values = values;
    }

    void evaluateWith(GroupConstruction.ChangeEvaluator trying) {
        trying.evaluateChange(decisions, values);
    }

    @Override
    public boolean isMoveDoable(ScoreDirector<PlanSolution> director) {
        PlanSolution plan = director.getWorkingSolution();
        for (int i = 0; i < decisions.length; i++) {
            if (plan.value(decisions[i]) != values[i]) {
                return true;
            }
        }
        return false;
    }

    @Override
    protected void doMoveOnGenuineVariables(ScoreDirector<PlanSolution> director) {
        PlanSolution plan = director.getWorkingSolution();
        for (int i = 0; i < decisions.length; i++) {
            OpenDecision entity = plan.entity(decisions[i]);
            String variable = entity.variableName(decisions[i]);
            director.beforeVariableChanged(entity, variable);
            entity.set(decisions[i], values[i]);
            director.afterVariableChanged(entity, variable);
        }
    }

    @Override
    public PlanMove rebase(ScoreDirector<PlanSolution> destination) {
        return this;
    }

    @Override
    public Collection<?> getPlanningEntities() {
        return List.of();
    }

    @Override
    public Collection<?> getPlanningValues() {
        return new ArrayList<>(Arrays.stream(values).boxed().toList());
    }

    @Override
    public String getSimpleMoveTypeDescription() {
        return kind.name();
    }

    @Override
    public String toString() {
        return kind + " " + Arrays.toString(decisions) + " to " + Arrays.toString(values);
    }
}
