package dk.grundskema.solver.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.fixture.RandomProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same problem, seed and steps give the same timetable, independent of the clock and of other threads. */
@Tag("solver-quality")
class SolveReproducibilityTest {
    private static final long OVER_A_ROUND = 20_500;

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "7, 3"})
    void sameSeedAndStepsGiveTheSameTimetable(long seed, int searches) throws InterruptedException {
        Problem problem = RandomProblem.of(5);

        Timetable first = StepLimitedSolves.solve(problem, OVER_A_ROUND, seed, searches, null);
        Timetable second = StepLimitedSolves.solve(problem, OVER_A_ROUND, seed, searches, null);

        assertThat(second).isEqualTo(first);
    }

    @Test
    void slowListenersAndFrequentQueriesDoNotChangeTheResult() throws InterruptedException {
        Problem problem = RandomProblem.of(6);
        Timetable undisturbed = StepLimitedSolves.solve(problem, OVER_A_ROUND, 1, 2, null);

        Solve disturbed = StepLimitedSolves.planner()
                .start(
                        StepLimitedSolves.request(problem, OVER_A_ROUND, 1, 2, null),
                        progress -> LockSupport.parkNanos(20_000_000));
        Thread asking = Thread.ofPlatform().start(() -> askUntilInterrupted(disturbed));
        Timetable plan = disturbed.await();
        asking.interrupt();
        asking.join();

        assertThat(plan).isEqualTo(undisturbed);
    }

    private static void askUntilInterrupted(Solve solve) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                solve.best();
                solve.progress();
                LockSupport.parkNanos(500_000); // Without a pause it takes a whole core and the lock from the searches.
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void slowingOneOfTwoSearchesDownDoesNotChangeTheResult() throws InterruptedException {
        Problem problem = RandomProblem.of(7);
        Timetable undisturbed = StepLimitedSolves.solve(problem, OVER_A_ROUND, 1, 2, null);
        List<Thread> burning = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            burning.add(Thread.ofPlatform().daemon().start(() -> {
                while (!Thread.currentThread().isInterrupted()) {
                    Thread.onSpinWait();
                }
            }));
        }

        Timetable plan = StepLimitedSolves.solve(problem, OVER_A_ROUND, 1, 2, null);
        burning.forEach(Thread::interrupt);

        assertThat(plan).isEqualTo(undisturbed);
    }

    @Test
    void differentSeedsGiveDifferentPlans() throws InterruptedException {
        Problem problem = RandomProblem.unlocked(6);

        assertThat(StepLimitedSolves.solve(problem, 50, 1, 1, null).meetings())
                .isNotEqualTo(StepLimitedSolves.solve(problem, 50, 2, 1, null).meetings());
    }

    @Test
    void concurrentSolvesDoNotInfluenceEachOther() throws InterruptedException {
        Problem one = RandomProblem.of(8);
        Problem other = RandomProblem.of(9);
        Planner planner = StepLimitedSolves.planner();

        Solve first = planner.start(StepLimitedSolves.request(one, OVER_A_ROUND, 1, 1, null), StepLimitedSolves.NOBODY);
        Solve second =
                planner.start(StepLimitedSolves.request(other, OVER_A_ROUND, 1, 1, null), StepLimitedSolves.NOBODY);

        assertThat(first.await()).isEqualTo(StepLimitedSolves.solve(one, OVER_A_ROUND));
        assertThat(second.await()).isEqualTo(StepLimitedSolves.solve(other, OVER_A_ROUND));
    }

    @Test
    void moreStepsAreNeverWorse() throws InterruptedException {
        Problem problem = RandomProblem.of(5);

        var few = StepLimitedSolves.solve(problem, 20).score();
        var many = StepLimitedSolves.solve(problem, 20_000).score();

        assertThat(many.hard()).isGreaterThanOrEqualTo(few.hard());
        assertThat(many).isNotEqualTo(few);
    }
}
