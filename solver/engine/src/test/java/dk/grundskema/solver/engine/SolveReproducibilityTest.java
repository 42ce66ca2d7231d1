package dk.grundskema.solver.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.fixture.RandomProblem;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same problem, seed and steps give the same timetable, independent of the clock and of other threads. */
class SolveReproducibilityTest {
    /** Enough for two rounds. */
    private static final long STEPS = 400;

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "7, 3"})
    void sameSeedAndStepsGiveTheSameTimetable(long seed, int searches) throws InterruptedException {
        Problem problem = RandomProblem.of(5);

        Timetable first = StepLimitedSolves.solve(problem, STEPS, seed, searches, null);
        Timetable second = StepLimitedSolves.solve(problem, STEPS, seed, searches, null);

        assertThat(second).isEqualTo(first);
    }

    @Test
    void slowListenersAndFrequentQueriesDoNotChangeTheResult() throws InterruptedException {
        Problem problem = RandomProblem.of(6);
        Timetable undisturbed = StepLimitedSolves.solve(problem, STEPS, 1, 2, null);

        Solve disturbed = StepLimitedSolves.planner()
                .start(
                        StepLimitedSolves.request(problem, STEPS, 1, 2, null),
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

        Solve first = planner.start(StepLimitedSolves.request(one, STEPS, 1, 1, null), StepLimitedSolves.NOBODY);
        Solve second = planner.start(StepLimitedSolves.request(other, STEPS, 1, 1, null), StepLimitedSolves.NOBODY);

        assertThat(first.await()).isEqualTo(StepLimitedSolves.solve(one, STEPS));
        assertThat(second.await()).isEqualTo(StepLimitedSolves.solve(other, STEPS));
    }

    @Test
    void moreStepsAreNeverWorse() throws InterruptedException {
        Problem problem = RandomProblem.of(5);

        var few = StepLimitedSolves.solve(problem, 20).score();
        var many = StepLimitedSolves.solve(problem, STEPS).score();

        assertThat(many.hard()).isGreaterThanOrEqualTo(few.hard());
        assertThat(many).isNotEqualTo(few);
    }
}
