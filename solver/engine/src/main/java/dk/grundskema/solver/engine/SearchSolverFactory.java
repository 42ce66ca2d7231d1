package dk.grundskema.solver.engine;

import ai.timefold.solver.core.api.solver.Solver;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.heuristic.selector.move.factory.MoveIteratorFactoryConfig;
import ai.timefold.solver.core.config.localsearch.LocalSearchPhaseConfig;
import ai.timefold.solver.core.config.localsearch.decider.acceptor.LocalSearchAcceptorConfig;
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
     * Sizes of late acceptance, used in turn by different searches and rounds. On camps of four weeks a size of 100
     * took two to four times as long for the same result; 10 is ahead in the first seconds, 30 in long solves.
     */
    private static final int[] LATE_ACCEPTANCE_SIZES = {10, 30};

    /**
     * Maximum average number of moves per step of a round; needed because a step limit alone is never reached when
     * hardly any move is accepted.
     */
    private static final long MAX_MOVES_PER_STEP = 10;

    /**
     * Starting temperature of simulated annealing when an earlier plan is continued: half the cost of one changed
     * decision, and never a missing adult. Late acceptance compares with old scores: after one missing adult was
     * resolved, it accepted any number of changes for a hundred steps and reverted few of them.
     */
    private static final String START_TEMPERATURE = "0hard/0medium/10soft";

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
            Consumer<PlanSolution> improved) {
        var termination = new TerminationConfig();
        if (time != null) {
            termination.withSpentLimit(time);
        }
        var phase = new LocalSearchPhaseConfig()
                .withMoveSelectorConfig(new MoveIteratorFactoryConfig()
                        .withMoveIteratorFactoryClass(PlanMoveIteratorFactory.class)
                        .withSelectedCountLimit(longestStep))
                .withAcceptorConfig(createAcceptorConfig(
                        calm, LATE_ACCEPTANCE_SIZES[Math.floorMod(turn, LATE_ACCEPTANCE_SIZES.length)]))
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

    private static LocalSearchAcceptorConfig createAcceptorConfig(boolean calm, int late) {
        var acceptor = new LocalSearchAcceptorConfig();
        return calm
                ? acceptor.withSimulatedAnnealingStartingTemperature(START_TEMPERATURE)
                : acceptor.withLateAcceptanceSize(late);
    }
}
