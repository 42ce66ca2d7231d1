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
import dk.grundskema.solver.model.Plan;
import dk.grundskema.solver.model.SeatEntity;
import dk.grundskema.solver.moves.PlanMoves;
import dk.grundskema.solver.score.PlanScoreCalculator;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Configures Timefold for one round of one search. */
final class Search {
    /**
     * How many steps back a plan is compared with to be accepted, in turns. On camps of four weeks 100 took two to four times as
     * long to come as far as these; of the two the first is ahead in the first seconds, the second after many.
     */
    private static final int[] LATE = {10, 30};

    /** Moves tried for each step of a round on average, at most: where little is accepted any more, steps alone would never end. */
    private static final long MOVES_A_STEP = 10;

    /**
     * How much worse a plan may become for a while when it continues an earlier one: half a decision taken otherwise, and
     * never a missing adult. Late acceptance compares with plans of long ago; as soon as one adult fewer was missing, it took
     * any number of changes for a hundred steps, and came back from few of them.
     */
    private static final String CALM = "0hard/0medium/10soft";

    private Search() {}

    /**
     * A solver for one round.
     *
     * @param seed     seed of the round
     * @param steps    most steps of the round; it ends earlier after ten times as many moves
     * @param longestStep after so many moves of which none was accepted a step takes the best of them: where each move makes
     *     the plan worse, a search that ends on steps would not end otherwise
     * @param time     most time of the round, or {@code null}
     * @param mode     how much Timefold asserts
     * @param calm     whether it is to stay near the plan that it begins from
     * @param turn     number of the search and the round together; searches with odd ones look back farther
     * @param improved told of each better plan
     */
    static DefaultSolver<Plan> solver(
            long seed,
            long steps,
            long longestStep,
            @Nullable Duration time,
            EnvironmentMode mode,
            boolean calm,
            long turn,
            Consumer<Plan> improved) {
        var termination = new TerminationConfig();
        if (time != null) {
            termination.withSpentLimit(time);
        }
        var phase = new LocalSearchPhaseConfig()
                .withMoveSelectorConfig(new MoveIteratorFactoryConfig()
                        .withMoveIteratorFactoryClass(PlanMoves.class)
                        .withSelectedCountLimit(longestStep))
                .withAcceptorConfig(acceptor(calm, LATE[Math.floorMod(turn, LATE.length)]))
                .withForagerConfig(new LocalSearchForagerConfig().withAcceptedCountLimit(1))
                .withTerminationConfig(new TerminationConfig()
                        .withStepCountLimit(Math.toIntExact(steps))
                        .withMoveCountLimit(MOVES_A_STEP * steps));
        var config = new SolverConfig()
                .withSolutionClass(Plan.class)
                .withEntityClasses(PlacementEntity.class, SeatEntity.class, MembershipEntity.class)
                .withScoreDirectorFactory(
                        new ScoreDirectorFactoryConfig().withIncrementalScoreCalculatorClass(PlanScoreCalculator.class))
                .withEnvironmentMode(mode)
                .withRandomSeed(seed)
                .withTerminationConfig(termination)
                .withPhases(phase);
        Solver<Plan> solver = SolverFactory.<Plan>create(config).buildSolver();
        solver.addEventListener(event -> improved.accept(event.getNewBestSolution()));
        return (DefaultSolver<Plan>) solver;
    }

    private static LocalSearchAcceptorConfig acceptor(boolean calm, int late) {
        var acceptor = new LocalSearchAcceptorConfig();
        return calm ? acceptor.withSimulatedAnnealingStartingTemperature(CALM) : acceptor.withLateAcceptanceSize(late);
    }
}
