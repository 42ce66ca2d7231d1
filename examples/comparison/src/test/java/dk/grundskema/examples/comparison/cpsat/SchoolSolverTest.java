package dk.grundskema.examples.comparison.cpsat;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Score;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.examples.comparison.scoring.SchoolScorer;
import dk.grundskema.examples.generated.SchoolGenerator;
import dk.grundskema.examples.generated.SchoolSize;
import dk.grundskema.solver.engine.Planner;
import dk.grundskema.solver.engine.SolveLimits;
import dk.grundskema.solver.engine.SolveRequest;
import dk.grundskema.solver.registry.PluginRegistry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchoolSolverTest {
    private static final PluginRegistry PLUGINS = PluginRegistry.load(SchoolSolverTest.class.getClassLoader());
    private static final SchoolScorer SCORER = new SchoolScorer();

    /** Far more than the proof takes, so that a weaker model fails instead of running endlessly. */
    private static final double EFFORT = 60;

    @ParameterizedTest
    @CsvSource({"2, false, true", "2, true, false"})
    void bestPlanOfATinySchoolIsProvedAndOursIsThatOrClose(long seed, boolean isShort, boolean isReached)
            throws InterruptedException {
        SchoolSize size = isShort ? SchoolSize.TINY.withShortPool() : SchoolSize.TINY;
        Problem problem = SchoolGenerator.problem(size, seed, PLUGINS);

        var outcome = new SchoolSolver(PLUGINS, 1).prove(problem, EFFORT);

        assertThat(outcome.proved()).isTrue();
        Score best = SCORER.score(problem, outcome.best().orElseThrow());
        assertThat(outcome.found().getLast().objective()).isEqualTo(-best.soft() - SchoolSolver.MEDIUM * best.medium());
        assertThat(outcome.bound()).isEqualTo(outcome.found().getLast().objective());
        assertThat(best.isWithoutFault()).isEqualTo(!isShort);
        Score ours = SCORER.score(problem, solveWithPlanner(problem));
        assertThat(ours.medium()).isEqualTo(best.medium());
        assertThat(ours.soft()).isBetween(isReached ? best.soft() : best.soft() * 102 / 100, best.soft());
    }

    private static Timetable solveWithPlanner(Problem problem) throws InterruptedException {
        var request = new SolveRequest(problem, "", SolveLimits.ofSteps(30_000), 1, 1, null);
        return new Planner(PLUGINS).start(request, progress -> {}).await();
    }
}
