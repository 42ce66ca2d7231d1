package dk.grundskema.examples.comparison.cpsat;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Score;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.examples.comparison.scoring.CampScorer;
import dk.grundskema.examples.generated.CampGenerator;
import dk.grundskema.examples.generated.CampSize;
import dk.grundskema.solver.engine.Planner;
import dk.grundskema.solver.engine.SolveLimits;
import dk.grundskema.solver.engine.SolveRequest;
import dk.grundskema.solver.registry.PluginRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CampSolverTest {
    private static final PluginRegistry PLUGINS = PluginRegistry.load(CampSolverTest.class.getClassLoader());
    private static final CampScorer SCORER = new CampScorer(PLUGINS);

    /** Far more than the proof takes, so that a weaker model fails instead of running endlessly. */
    private static final double EFFORT = 60;

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void bothSolversReachTheSameBestPlanOfATinyCampAndOneIsProved(long seed) throws InterruptedException {
        Problem problem = CampGenerator.problem(CampSize.TINY, seed, PLUGINS);

        var outcome = new CampSolver(PLUGINS, 1).prove(problem, EFFORT);

        assertThat(outcome.proved()).isTrue();
        Score best = SCORER.score(problem, outcome.best().orElseThrow());
        assertThat(outcome.found().getLast().objective()).isEqualTo(-best.soft() - CampSolver.MEDIUM * best.medium());
        assertThat(best.hard()).isZero();
        assertThat(SCORER.score(problem, solveWithPlanner(problem))).isEqualTo(best);
    }

    private static Timetable solveWithPlanner(Problem problem) throws InterruptedException {
        var request = new SolveRequest(problem, "", SolveLimits.ofSteps(3_000), 1, 1, null);
        return new Planner(PLUGINS).start(request, progress -> {}).await();
    }

    /** The model of hard and medium rules finds the first plans, which must be complete. */
    @Test
    void firstPlanOfASearchHasNoFault() {
        Problem problem = CampGenerator.problem(CampSize.TINY, 3, PLUGINS);

        var outcome = new CampSolver(PLUGINS, 1).search(problem, List.of(5), 1, () -> 0);

        Score first = SCORER.score(problem, outcome.found().getFirst().timetable());
        assertThat(first.isWithoutFault()).isTrue();
    }
}
