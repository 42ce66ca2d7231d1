package dk.grundskema.solver.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Score;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.fixture.SchoolYearPlugin;
import dk.grundskema.solver.fixture.SchoolYearProblem;
import dk.grundskema.solver.registry.PluginRegistry;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Co-teaching of lessons over a year is assigned, reassigned and exchanged. */
class SchoolYearSolveTest {
    private static final Comparator<Score> BETTER = Comparator.comparingLong(Score::hard)
            .thenComparingLong(Score::medium)
            .thenComparingLong(Score::soft);

    private static Planner planner() {
        return new Planner(PluginRegistry.of(List.of(new SchoolYearPlugin())));
    }

    private static Timetable solve(Planner planner, Problem problem, long steps) throws InterruptedException {
        return solve(planner, problem, steps, 1);
    }

    private static Timetable solve(Planner planner, Problem problem, long steps, long seed)
            throws InterruptedException {
        return planner.start(StepLimitedSolves.request(problem, steps, seed, 1, null), StepLimitedSolves.NOBODY)
                .await();
    }

    @Test
    void incrementalScoreEqualsTheDeclarationsAfterEachMove() throws InterruptedException {
        Timetable plan = solve(planner().withFullAssertions(), SchoolYearProblem.of(2, 1, 3, 9), 150);

        assertThat(plan.meetings()).hasSize(30);
        assertThat(plan.score().hard()).isZero();
    }

    @Test
    @Tag("solver-quality")
    void lessonMovesGiveABetterPlanInEqualStepsForMostSeeds() throws InterruptedException {
        Problem problem = SchoolYearProblem.of(6, 4, 5, 12);
        Planner without = planner()
                .withoutMoveFamily("HAND_OVER_LESSONS")
                .withoutMoveFamily("MOVE_TO_LESSON")
                .withoutMoveFamily("JOIN_LESSON");

        int better = 0;
        for (long seed = 1; seed <= 4; seed++) {
            Timetable with = solve(planner(), problem, 6000, seed);
            Timetable plain = solve(without, problem, 6000, seed);
            assertThat(with.score().hard()).isZero();
            better += BETTER.compare(with.score(), plain.score()) > 0 ? 1 : 0;
        }

        assertThat(better).isGreaterThanOrEqualTo(3);
    }
}
