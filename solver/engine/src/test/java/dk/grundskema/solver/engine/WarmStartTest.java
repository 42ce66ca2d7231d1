package dk.grundskema.solver.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.RuleResult;
import dk.grundskema.domain.timetable.Score;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.fixture.RandomProblem;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A search that was cut off is gone on with from its best plan. */
final class WarmStartTest {
    private static final Comparator<Score> WORSE_FIRST = Comparator.comparingLong(Score::hard)
            .thenComparingLong(Score::medium)
            .thenComparingLong(Score::soft);

    private static Timetable goneOn(Problem problem, long steps, Timetable start) throws InterruptedException {
        var request = new SolveRequest(problem, "hash", SolveLimits.ofSteps(steps), 7, 1, null, start);
        return Solving.planner().start(request, Solving.NOBODY).await();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void goingOnNeverEndsWithAWorsePlanThanItBeganFrom(long seed) throws InterruptedException {
        Problem problem = RandomProblem.unlocked(seed);
        Timetable best = Solving.solve(problem, 20_000);

        assertThat(WORSE_FIRST.compare(goneOn(problem, 1, best).score(), best.score()))
                .isNotNegative();
    }

    @Test
    void aSearchFromNothingWouldNotBeThereYet() throws InterruptedException {
        Problem problem = RandomProblem.unlocked(1);
        Timetable best = Solving.solve(problem, 20_000);

        assertThat(WORSE_FIRST.compare(Solving.solve(problem, 1, 7, 1, null).score(), best.score()))
                .isNegative();
    }

    @Test
    void nothingIsPaidForLeavingWhatItBeganFrom() throws InterruptedException {
        Problem problem = RandomProblem.unlocked(2);
        Timetable first = Solving.solve(problem, 100);

        List<String> rules = goneOn(problem, 3000, first).rules().stream()
                .map(RuleResult::id)
                .toList();

        assertThat(rules).isEqualTo(first.rules().stream().map(RuleResult::id).toList());
    }

    @Test
    void theSameStepsFromTheSamePlanGiveTheSamePlan() throws InterruptedException {
        Problem problem = RandomProblem.unlocked(3);
        Timetable best = Solving.solve(problem, 500);

        assertThat(goneOn(problem, 2000, best)).isEqualTo(goneOn(problem, 2000, best));
    }
}
