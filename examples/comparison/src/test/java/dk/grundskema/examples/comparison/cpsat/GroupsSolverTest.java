package dk.grundskema.examples.comparison.cpsat;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Score;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.examples.comparison.scoring.GroupsScorer;
import dk.grundskema.examples.generated.GroupsGenerator;
import dk.grundskema.examples.generated.GroupsSize;
import dk.grundskema.solver.engine.Planner;
import dk.grundskema.solver.engine.SolveLimits;
import dk.grundskema.solver.engine.SolveRequest;
import dk.grundskema.solver.registry.PluginRegistry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroupsSolverTest {
    private static final PluginRegistry PLUGINS = PluginRegistry.load(GroupsSolverTest.class.getClassLoader());
    private static final GroupsScorer SCORER = new GroupsScorer();

    /** Far more than the proof takes, so that a weaker model fails instead of running endlessly. */
    private static final double EFFORT = 60;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void bestPlanOfTinyGroupsIsProvedAndOursIsAsGood(long seed) throws InterruptedException {
        Problem problem = GroupsGenerator.problem(GroupsSize.TINY, seed, PLUGINS);

        var outcome = new GroupsSolver(PLUGINS, 1).prove(problem, EFFORT);

        assertThat(outcome.proved()).isTrue();
        Score best = SCORER.score(problem, outcome.best().orElseThrow());
        assertThat(best.hard()).isZero();
        assertThat(outcome.found().getLast().objective()).isEqualTo(-best.soft() - GroupsSolver.MEDIUM * best.medium());
        assertThat(outcome.bound()).isEqualTo(outcome.found().getLast().objective());
        assertThat(best.medium())
                .isEqualTo(-100
                        * GroupsGenerator.plantedPlan(GroupsSize.TINY, seed).unservedNeed());
        Score ours = SCORER.score(problem, solveWithPlanner(problem));
        assertThat(ours.hard()).isZero();
        assertThat(-ours.soft() - GroupsSolver.MEDIUM * ours.medium()).isEqualTo(outcome.bound());
    }

    private static Timetable solveWithPlanner(Problem problem) throws InterruptedException {
        var request = new SolveRequest(problem, "", SolveLimits.ofSteps(20_000), 1, 1, null);
        return new Planner(PLUGINS).start(request, progress -> {}).await();
    }
}
