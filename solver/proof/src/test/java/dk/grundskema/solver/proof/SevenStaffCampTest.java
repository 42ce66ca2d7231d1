package dk.grundskema.solver.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.engine.Planner;
import dk.grundskema.solver.engine.SolveLimits;
import dk.grundskema.solver.engine.SolveRequest;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A camp of five days with nights and just enough staff, seven: a short search alone leaves a seat open. */
class SevenStaffCampTest {
    private static final long STEPS = 2_000;
    private static final long TOO_FEW_STEPS = 100;
    private static final Problem CAMP = CampFixture.camp("seven-staff");
    private static final Planner REPAIRING =
            CampFixture.PLANNER.withOpenSeatRepair(new ExactSeatRepair(CampFixture.PROOF));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void solveEndsWithoutAnOpenSeatForEverySeed(long seed) {
        Timetable plan = CampFixture.solve(REPAIRING, CAMP, STEPS, seed);

        assertThat(CampFixture.openSeats(plan)).isZero();
        assertThat(CampFixture.CHECKER.check(CAMP, plan)).isEmpty();
        assertThat(plan.score().isWithoutFault()).isTrue();
    }

    @Test
    void shortSearchLeavesASeatOpenThatTheProofFills() {
        Timetable plan = CampFixture.solve(CampFixture.PLANNER, CAMP, TOO_FEW_STEPS, 2);

        assertThat(CampFixture.openSeats(plan)).isPositive();
        assertThat(CampFixture.PROOF.explainOpenSeats(
                        CAMP, CampFixture.PLANNER.demands(CAMP), plan, CampFixture.LIMITS))
                .isNotEmpty()
                .allSatisfy(verdict -> {
                    assertThat(verdict.state()).isEqualTo(Avoidability.AVOIDABLE);
                    assertThat(verdict.changes()).isNotEmpty();
                    assertThat(CampFixture.openSeats(Objects.requireNonNull(verdict.repaired())))
                            .isLessThan(CampFixture.openSeats(plan));
                });
    }

    @Test
    void planWithoutAnOpenSeatStaysTheSame() {
        Problem small = CampFixture.camp("small-camp");
        Timetable plan = CampFixture.solve(CampFixture.PLANNER, small, STEPS, 2);

        assertThat(CampFixture.openSeats(plan)).isZero();
        assertThat(CampFixture.solve(REPAIRING, small, STEPS, 2)).isEqualTo(plan);
    }

    @Test
    void repairedPlanIsTheSameForTheSameSeed() {
        Timetable repaired = CampFixture.solve(REPAIRING, CAMP, STEPS, 2);

        assertThat(repaired).isEqualTo(CampFixture.solve(REPAIRING, CAMP, STEPS, 2));
        assertThat(CampFixture.openSeats(repaired))
                .isLessThan(CampFixture.openSeats(CampFixture.solve(CampFixture.PLANNER, CAMP, STEPS, 2)));
    }

    @Test
    void repairEndsAtItsTimeLimit() {
        Timetable plan = CampFixture.solve(CampFixture.PLANNER, CAMP, STEPS, 2);
        var demands = CampFixture.PLANNER.demands(CAMP);
        var repair = new ExactSeatRepair(CampFixture.PROOF);

        assertThat(repair.repair(CAMP, demands, plan, null, () -> false)).isPresent();
        assertThat(repair.repair(CAMP, demands, plan, Duration.ofNanos(1), () -> false))
                .isEmpty();
    }

    /** With six of the seven people seats stay open, and the repair is asked. */
    @Test
    @Tag("proofs")
    void searchesLeaveAQuarterOfTheTimeLimitForTheRepair() throws InterruptedException {
        var asked = new AtomicReference<@Nullable Duration>();
        Planner planner = CampFixture.PLANNER.withOpenSeatRepair((problem, demands, timetable, time, stopped) -> {
            asked.set(time);
            return Optional.empty();
        });
        Problem shortOfStaff =
                CAMP.withStaff(CAMP.staff().subList(0, CAMP.staff().size() - 1));
        Timetable plan = planner.start(
                        new SolveRequest(shortOfStaff, "0", SolveLimits.of(Duration.ofSeconds(2)), 2, 1, null),
                        progress -> {})
                .await();

        assertThat(asked.get()).isNotNull().isLessThanOrEqualTo(Duration.ofMillis(500));
        assertThat(plan.score().hard()).isZero();
    }
}
