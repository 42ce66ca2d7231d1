package dk.grundskema.solver.model;

import ai.timefold.solver.core.api.domain.solution.cloner.SolutionCloner;

/** Copies a plan: entities anew, everything that never changes shared. */
public class PlanCloner implements SolutionCloner<Plan> {
    @Override
    public Plan cloneSolution(Plan original) {
        return new Plan(original);
    }
}
