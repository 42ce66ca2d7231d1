package dk.grundskema.solver.engine;

import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import ai.timefold.solver.core.api.solver.Solver;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.heuristic.selector.move.factory.MoveIteratorFactoryConfig;
import ai.timefold.solver.core.config.localsearch.LocalSearchPhaseConfig;
import ai.timefold.solver.core.config.localsearch.decider.forager.LocalSearchForagerConfig;
import ai.timefold.solver.core.config.score.director.ScoreDirectorFactoryConfig;
import ai.timefold.solver.core.config.solver.EnvironmentMode;
import ai.timefold.solver.core.config.solver.SolverConfig;
import ai.timefold.solver.core.config.solver.termination.TerminationConfig;
import ai.timefold.solver.core.impl.solver.DefaultSolver;
import dk.grundskema.solver.model.MembershipEntity;
import dk.grundskema.solver.model.PlacementEntity;
import dk.grundskema.solver.model.PlanSolution;
import dk.grundskema.solver.model.SeatEntity;
import dk.grundskema.solver.moves.PlanMoveIteratorFactory;
import dk.grundskema.solver.score.PlanScoreCalculator;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Configures a Timefold solver for one round of one search. */
final class SearchSolverFactory {
    /**
     * Maximum average number of moves per step of a round; needed because a step limit alone is never reached when
     * hardly any move is accepted.
     */
    private static final long MAX_MOVES_PER_STEP = 10;

    private SearchSolverFactory() {}

    /**
     * Creates a solver for one round.
     *
     * @param seed seed of the round
     * @param steps maximum steps of the round; it also ends after ten times as many moves
     * @param longestStep number of moves after which a step takes the best one even if none was accepted; without it a
     * search in which every move is worse would not reach its step limit
     * @param time maximum time of the round, or {@code null}
     * @param mode Timefold's assertion level
     * @param calm whether to stay near the initial plan
     * @param turn sum of the numbers of the search and the round; odd values use the larger late acceptance size
     * @param bestPossible score at which the search ends, because no plan has a better one
     * @param improved receives each better plan
     */
    static DefaultSolver<PlanSolution> createSolver(
            long seed,
            long steps,
            long longestStep,
            @Nullable Duration time,
            EnvironmentMode mode,
            boolean calm,
            long turn,
            HardMediumSoftLongScore bestPossible,
            Consumer<PlanSolution> improved) {
        var termination = new TerminationConfig().withBestScoreLimit(bestPossible.toString());
        if (time != null) {
            termination.withSpentLimit(time);
        }
        var phase = new LocalSearchPhaseConfig()
                .withMoveSelectorConfig(new MoveIteratorFactoryConfig()
                        .withMoveIteratorFactoryClass(PlanMoveIteratorFactory.class)
                        .withSelectedCountLimit(longestStep))
                .withAcceptorConfig(MoveAcceptanceConfigFactory.createConfig(calm, turn))
                .withForagerConfig(new LocalSearchForagerConfig().withAcceptedCountLimit(1))
                .withTerminationConfig(new TerminationConfig()
                        .withStepCountLimit(Math.toIntExact(steps))
                        .withMoveCountLimit(MAX_MOVES_PER_STEP * steps));
        var config = new SolverConfig()
                .withSolutionClass(PlanSolution.class)
                .withEntityClasses(PlacementEntity.class, SeatEntity.class, MembershipEntity.class)
                .withScoreDirectorFactory(
                        new ScoreDirectorFactoryConfig().withIncrementalScoreCalculatorClass(PlanScoreCalculator.class))
                .withEnvironmentMode(mode)
                .withRandomSeed(seed)
                .withTerminationConfig(termination)
                .withPhases(phase);
        Solver<PlanSolution> solver = SolverFactory.<PlanSolution>create(config).buildSolver();
        solver.addEventListener(event -> improved.accept(event.getNewBestSolution()));
        return (DefaultSolver<PlanSolution>) solver;
    }
}
