package dk.grundskema.solver.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.fixture.SmallGroupsSchool;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Schools that share nothing are searched separately within one plan. */
class PartitionedSolveTest {
    private static final int STUDENTS = 100;
    private static final int GROUPS = 12;
    private static final long STEPS = 200;

    /**
     * Enough students that a few steps do not find the best plan. There are more students than places: twelve groups of at most three.
     */
    private static Problem schools(String... names) {
        return SmallGroupsSchool.of(List.of(names), STUDENTS, GROUPS, 4, 3).problem();
    }

    private static Timetable solve(Problem problem, long steps, int searches) throws InterruptedException {
        return StepLimitedSolves.solve(problem, steps, 1, searches, null);
    }

    private static double costs(Timetable plan) {
        return -plan.score().medium();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void planOfTwoSchoolsCostsAtMostSlightlyMoreThanTwiceThatOfOne(int searches) throws InterruptedException {
        Timetable alone = solve(schools("a-"), STEPS, 1);
        Timetable both = solve(schools("a-", "b-"), 2 * STEPS / searches, searches);

        assertThat(both.score().hard()).isZero();
        assertThat(costs(both)).isLessThanOrEqualTo(2.06 * costs(alone));
    }

    @Test
    void scoreOfThePlanIsThatOfTheSolve() throws InterruptedException {
        Problem problem = schools("a-", "b-", "c-");
        Solve solve = StepLimitedSolves.planner()
                .start(StepLimitedSolves.request(problem, STEPS, 2, 2, null), StepLimitedSolves.NOBODY);

        assertThat(solve.await().score()).isEqualTo(solve.progress().score());
    }

    @Test
    void sameSeedAndStepsGiveTheSameTimetable() throws InterruptedException {
        Problem problem = schools("a-", "b-", "c-");

        assertThat(solve(problem, STEPS, 2)).isEqualTo(solve(problem, STEPS, 2));
    }

    @Test
    void stoppedSolveEndsWithAPlan() throws InterruptedException {
        Solve solve = StepLimitedSolves.planner()
                .start(
                        new SolveRequest(
                                schools("a-", "b-", "c-"), "hash", SolveLimits.of(Duration.ofHours(1)), 1, 1, null),
                        StepLimitedSolves.NOBODY);
        solve.best();
        solve.stop();

        assertThat(solve.await().score().hard()).isZero();
    }
}
