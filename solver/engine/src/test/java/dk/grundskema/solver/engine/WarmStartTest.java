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

/** An interrupted search continues from its best plan. */
final class WarmStartTest {
    private static final Comparator<Score> WORSE_FIRST = Comparator.comparingLong(Score::hard)
            .thenComparingLong(Score::medium)
            .thenComparingLong(Score::soft);

    private static Timetable continueFrom(Problem problem, long steps, Timetable start) throws InterruptedException {
        var request = new SolveRequest(problem, "hash", SolveLimits.ofSteps(steps), 7, 1, null, start);
        return StepLimitedSolves.planner()
                .start(request, StepLimitedSolves.NOBODY)
                .await();
    }

    /**
     * A timetable omits the additional room of a lesson without co-teacher, so the plan that is read may differ from the
     * search's own by soft costs at first, but not later.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void continuedSolveIsNeverWorseThanItsStart(long seed) throws InterruptedException {
        Problem problem = RandomProblem.unlocked(seed);
        Timetable best = StepLimitedSolves.solve(problem, 400);

        Timetable readBack = continueFrom(problem, 1, best);

        assertThat(readBack.score().hard()).isGreaterThanOrEqualTo(best.score().hard());
        assertThat(readBack.score().medium())
                .isGreaterThanOrEqualTo(best.score().medium());
        assertThat(WORSE_FIRST.compare(continueFrom(problem, 1, readBack).score(), readBack.score()))
                .isNotNegative();
    }

    @Test
    void searchFromScratchIsWorseAfterEqualSteps() throws InterruptedException {
        Problem problem = RandomProblem.unlocked(1);
        Timetable best = StepLimitedSolves.solve(problem, 400);

        Score continued = continueFrom(problem, 20, best).score();
        Score fromScratch = StepLimitedSolves.solve(problem, 20, 7, 1, null).score();

        assertThat(WORSE_FIRST.compare(fromScratch, continued)).isNegative();
    }

    @Test
    void changesFromTheStartingPlanCostNothing() throws InterruptedException {
        Problem problem = RandomProblem.unlocked(2);
        Timetable first = StepLimitedSolves.solve(problem, 100);

        List<String> rules = continueFrom(problem, 100, first).rules().stream()
                .map(RuleResult::id)
                .toList();

        assertThat(rules).isEqualTo(first.rules().stream().map(RuleResult::id).toList());
    }

    @Test
    void sameStepsFromTheSamePlanGiveTheSamePlan() throws InterruptedException {
        Problem problem = RandomProblem.unlocked(3);
        Timetable best = StepLimitedSolves.solve(problem, 100);

        assertThat(continueFrom(problem, 100, best)).isEqualTo(continueFrom(problem, 100, best));
    }
}
