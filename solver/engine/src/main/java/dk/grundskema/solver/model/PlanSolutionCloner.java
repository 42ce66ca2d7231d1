package dk.grundskema.solver.model;

import ai.timefold.solver.core.api.domain.solution.cloner.SolutionCloner;

/** Clones a plan: copies the entities and values, and shares everything immutable. */
public class PlanSolutionCloner implements SolutionCloner<PlanSolution> {
    @Override
    public PlanSolution cloneSolution(PlanSolution original) {
        return new PlanSolution(original);
    }
}
