package dk.grundskema.solver.engine;

import static org.assertj.core.api.Assertions.assertThat;

import ai.timefold.solver.core.config.solver.EnvironmentMode;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.fixture.RandomProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Timefold also calculates each score from scratch and undoes each move to verify that the state is restored. */
class AssertedSearchTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void stepsPassTheFullAssertion(long seed) throws InterruptedException {
        Problem problem = RandomProblem.of(seed);

        Timetable plan = StepLimitedSolves.planner()
                .withFullAssertions()
                .start(StepLimitedSolves.request(problem, 50, seed, 1, null), StepLimitedSolves.NOBODY)
                .await();

        assertThat(plan.meetings()).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = EnvironmentMode.class,
            names = {"TRACKED_FULL_ASSERT", "NON_INTRUSIVE_FULL_ASSERT", "STEP_ASSERT"})
    void otherAssertionModesPass(EnvironmentMode mode) throws InterruptedException {
        Problem problem = RandomProblem.of(9);

        Timetable plan = StepLimitedSolves.planner()
                .withEnvironmentMode(mode)
                .start(StepLimitedSolves.request(problem, 50, 1, 1, null), StepLimitedSolves.NOBODY)
                .await();

        assertThat(plan.meetings()).isNotEmpty();
    }

    @Test
    void assertionsDoNotChangeTheTimetable() throws InterruptedException {
        Problem problem = RandomProblem.of(3);

        Timetable asserted = StepLimitedSolves.planner()
                .withFullAssertions()
                .start(StepLimitedSolves.request(problem, 50, 1, 1, null), StepLimitedSolves.NOBODY)
                .await();

        assertThat(asserted).isEqualTo(StepLimitedSolves.solve(problem, 50));
    }
}
