package dk.grundskema.solver.engine;

import ai.timefold.solver.core.api.score.director.ScoreDirector;
import ai.timefold.solver.core.api.solver.Solver;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.api.solver.phase.PhaseCommand;
import ai.timefold.solver.core.config.phase.custom.CustomPhaseConfig;
import ai.timefold.solver.core.config.score.director.ScoreDirectorFactoryConfig;
import ai.timefold.solver.core.config.solver.EnvironmentMode;
import ai.timefold.solver.core.config.solver.SolverConfig;
import dk.grundskema.solver.model.MembershipEntity;
import dk.grundskema.solver.model.OpenDecision;
import dk.grundskema.solver.model.PlacementEntity;
import dk.grundskema.solver.model.PlanSolution;
import dk.grundskema.solver.model.SeatEntity;
import dk.grundskema.solver.score.PlanScoreCalculator;
import java.util.List;

/** Configures a Timefold solver that runs one leg of one search. */
final class SearchSolverFactory {
    private SearchSolverFactory() {}

    /**
     * Creates a solver.
     *
     * @param leg what the solver's only phase does
     * @param mode Timefold's assertion level
     */
    static Solver<PlanSolution> createSolver(SearchLeg leg, EnvironmentMode mode) {
        PhaseCommand<PlanSolution> command = (director, stopped) -> {
            PlanSolution plan = director.getWorkingSolution();
            apply(leg.search(plan.values(), stopped), plan, director);
        };
        var config = new SolverConfig()
                .withSolutionClass(PlanSolution.class)
                .withEntityClasses(PlacementEntity.class, SeatEntity.class, MembershipEntity.class)
                .withScoreDirectorFactory(
                        new ScoreDirectorFactoryConfig().withIncrementalScoreCalculatorClass(PlanScoreCalculator.class))
                .withEnvironmentMode(mode)
                .withPhases(new CustomPhaseConfig().withCustomPhaseCommandList(List.of(command)));
        return SolverFactory.<PlanSolution>create(config).buildSolver();
    }

    private static void apply(int[] values, PlanSolution plan, ScoreDirector<PlanSolution> director) {
        for (int decision = 0; decision < values.length; decision++) {
            if (plan.value(decision) != values[decision]) {
                OpenDecision entity = plan.entity(decision);
                String variable = entity.variableName(decision);
                director.beforeVariableChanged(entity, variable);
                entity.set(decision, values[decision]);
                director.afterVariableChanged(entity, variable);
            }
        }
        director.triggerVariableListeners();
    }
}
