package dk.grundskema.solver.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.fixture.SchoolYear;
import dk.grundskema.solver.fixture.SchoolYearPlugin;
import dk.grundskema.solver.registry.PluginRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lessons over a year are joined, handed over and exchanged. */
class SchoolYearSolveTest {
    private static Planner planner() {
        return new Planner(PluginRegistry.of(List.of(new SchoolYearPlugin())));
    }

    private static Timetable solve(Planner planner, Problem problem, long steps) throws InterruptedException {
        return planner.start(Solving.request(problem, steps, 1, 1, null), Solving.NOBODY)
                .await();
    }

    @Test
    void assertedSearchAgreesWithTheDeclarationsAfterEachMove() throws InterruptedException {
        Timetable plan = solve(planner().asserting(), SchoolYear.of(2, 1, 3, 9), 150);

        assertThat(plan.meetings()).hasSize(30);
        assertThat(plan.score().hard()).isZero();
    }

    @Test
    void movesOfLessonsMakeABetterPlanInAsManySteps() throws InterruptedException {
        Problem problem = SchoolYear.of(6, 4, 5, 12);
        Planner without =
                planner().without("HAND_OVER_LESSONS").without("MOVE_TO_LESSON").without("JOIN_LESSON");

        Timetable with = solve(planner(), problem, 4000);
        Timetable plain = solve(without, problem, 4000);

        assertThat(List.of(with.score().hard(), with.score().medium())).containsOnly(0L);
        assertThat(with.score().soft()).isGreaterThan(plain.score().soft());
    }
}
