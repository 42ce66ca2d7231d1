package dk.grundskema.solver.proof.bound;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.bound.WishBound;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The bound of small problems with random weights is never above the cost of the best plan of several solves, and in some equal. */
class WishBoundTest {
    private static final int PROBLEMS = 12;

    private static Timetable bestOf(Problem problem, int solves, long steps) throws InterruptedException {
        Timetable best = null;
        for (int seed = 1; seed <= solves; seed++) {
            Timetable found = TinyCamp.solve(TinyCamp.PLANNER_WITHOUT_BOUNDS, problem, steps, seed)
                    .best();
            boolean isBetter =
                    best == null || found.score().soft() > best.score().soft();
            best = found.score().hard() == 0 && found.score().medium() == 0 && isBetter ? found : best;
        }
        return Objects.requireNonNull(best, "no plan without conflicts and shortfalls was found");
    }

    @Test
    @Tag("proofs")
    void boundIsNotAboveTheCostOfAnyPlanAndInSomeEqual() throws InterruptedException {
        int tight = 0;
        for (int seed = 0; seed < PROBLEMS; seed++) {
            int number = seed;
            // Each rule has a weight of its own, so that the problems stay the same when rules are added.
            Problem problem = TinyCamp.weighted(rule -> new Random(31L * number + rule.hashCode()).nextInt(20));
            Timetable best = bestOf(problem, 3, 2_000);

            // Empty would mean that the bound is above the cost.
            WishBound bound = TinyCamp.PLANNER.boundWishes(problem, best).orElseThrow();

            assertThat(bound.cost()).isEqualTo(-best.score().soft());
            assertThat(bound.byRule().values().stream().mapToLong(each -> each).sum())
                    .isLessThanOrEqualTo(bound.lowerBound());
            tight += bound.isOptimal() ? 1 : 0;
        }
        assertThat(tight).as("problems whose bound is the cost").isGreaterThanOrEqualTo(PROBLEMS / 4);
    }

    @Test
    void boundOfOneRuleIsExact() throws InterruptedException {
        Problem problem = TinyCamp.weighted(rule -> rule.equals("camp.few-faces") ? 7 : 0);
        Timetable best = bestOf(problem, 1, 2_000);

        // One team with two adults in each module: two different adults at least.
        assertThat(TinyCamp.PLANNER.boundWishes(problem, best).orElseThrow().byRule())
                .containsEntry("camp.few-faces", 14L)
                .hasSize(1);
    }

    @Test
    void boundIsTheSameEachTime() throws InterruptedException {
        Problem problem = TinyCamp.problem();
        Timetable plan = bestOf(problem, 1, 100);

        assertThat(TinyCamp.PLANNER.boundWishes(problem, plan))
                .isEqualTo(TinyCamp.PLANNER.boundWishes(problem, plan))
                .isPresent();
    }

    @Test
    void nothingIsSaidAboutAPlanWithConflicts() throws InterruptedException {
        Timetable plan = bestOf(TinyCamp.problem(), 1, 100);
        Problem busy = TinyCamp.read(TinyCamp.json()
                .replace("\"contractHours\": 37", "\"contractHours\": 37, \"work\": {\"hoursPerDay\": 1}"));

        assertThat(TinyCamp.PLANNER.boundWishes(busy, plan)).isEmpty();
    }
}
