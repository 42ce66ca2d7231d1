package dk.grundskema.solver.proof.bound;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.bound.WishBound;
import dk.grundskema.solver.engine.Planner;
import dk.grundskema.solver.engine.Solve;
import dk.grundskema.solver.proof.CpSatLibrary;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ProvedOptimalSolveTest {
    private static final long MANY_STEPS = 2_000_000;

    private final Problem tiny = TinyCamp.problem();

    @Test
    void tinyProblemWithUnavoidableCostEndsLongBeforeItsLimit() throws InterruptedException {
        Solve solve = TinyCamp.solve(TinyCamp.PLANNER, tiny, MANY_STEPS, 1);

        assertThat(solve.best().score().soft()).isNegative();
        assertThat(solve.isProvedOptimal()).isTrue();
        assertThat(solve.progress().steps()).isLessThan(MANY_STEPS / 10);
        assertThat(TinyCamp.PLANNER.boundWishes(tiny, solve.best()))
                .hasValueSatisfying(bound -> assertThat(bound.isOptimal()).isTrue());
    }

    @Test
    @Tag("proofs")
    void moreStepsAndOtherSeedsFindNothingCheaper() throws InterruptedException {
        long cost = -TinyCamp.solve(TinyCamp.PLANNER, tiny, MANY_STEPS, 1)
                .best()
                .score()
                .soft();
        for (int seed = 1; seed <= 5; seed++) {
            Timetable found = TinyCamp.solve(TinyCamp.PLANNER_WITHOUT_BOUNDS, tiny, 20_000, seed)
                    .best();

            assertThat(-found.score().soft()).isGreaterThanOrEqualTo(cost);
        }
    }

    @Test
    void sameSeedAndStepsGiveTheSamePlan() throws InterruptedException {
        Timetable one = TinyCamp.solve(TinyCamp.PLANNER, tiny, MANY_STEPS, 3).best();
        Timetable other = TinyCamp.solve(TinyCamp.PLANNER, tiny, MANY_STEPS, 3).best();

        assertThat(one).isEqualTo(other);
    }

    @Test
    void perfectPlanEndsTheSolveWithoutSolverOfBounds() throws InterruptedException {
        Problem free = TinyCamp.withoutWishes();
        Solve solve = TinyCamp.solve(TinyCamp.PLANNER_WITHOUT_BOUNDS, free, MANY_STEPS, 1);

        assertThat(solve.best().score().soft()).isZero();
        assertThat(solve.isProvedOptimal()).isTrue();
        assertThat(solve.progress().steps()).isLessThan(MANY_STEPS / 10);
    }

    @Test
    void withoutTheLibraryNothingIsProvedAndTheSolveReachesItsLimit() throws InterruptedException {
        var missing = new CpSatLibrary(() -> {
            throw new UnsatisfiedLinkError("none");
        });
        Planner planner = TinyCamp.PLANNER.withBoundSolver(new OrToolsBoundSolver(missing));
        Solve solve = TinyCamp.solve(planner, tiny, 3_000, 1);

        assertThat(solve.isProvedOptimal()).isFalse();
        assertThat(solve.progress().steps()).isEqualTo(3_000);
        assertThat(planner.boundWishes(tiny, solve.best())).isEmpty();
    }

    @Test
    void gapIsUnknownWithoutBoundAndZeroWithoutCost() {
        assertThat(new WishBound(10, 0, Map.of()).gap()).isNull();
        assertThat(new WishBound(0, 0, Map.of()).gap()).isZero();
        assertThat(new WishBound(100, 79, Map.of()).gap()).isEqualTo(0.21);
    }
}
