package dk.grundskema.solver.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A computer without CP-SAT's native library. */
class CpSatLibraryTest {
    private final AtomicInteger attempts = new AtomicInteger();
    private final CpSatLibrary missing = new CpSatLibrary(() -> {
        attempts.incrementAndGet();
        throw new UnsatisfiedLinkError("no jniortools");
    });

    @Test
    void failureToLoadIsRememberedAndNotTriedAgain() {
        assertThat(missing.isAvailable()).isFalse();
        assertThat(missing.isAvailable()).isFalse();
        assertThat(attempts).hasValue(1);
    }

    @Test
    void libraryThatLoadsIsAvailable() {
        assertThat(new CpSatLibrary(() -> {}).isAvailable()).isTrue();
    }

    @Test
    void withoutLibraryOpenSeatsAreCountedAndNothingIsProved() {
        Problem problem = CampFixture.camp("small-camp");
        var demands = CampFixture.PLANNER.demands(problem);
        var proof = new StaffingProof(CampFixture.CHECKER, missing);
        Timetable plan = CampFixture.vacate(CampFixture.solve(CampFixture.PLANNER, problem, 1, 1), meeting -> true);

        assertThat(proof.boundOpenSeats(problem, demands, plan, CampFixture.LIMITS))
                .isEqualTo(new OpenSeatBound((int) CampFixture.openSeats(plan), null));
        assertThat(proof.explainOpenSeats(problem, demands, plan, CampFixture.LIMITS))
                .hasSize((int) CampFixture.openSeats(plan))
                .allSatisfy(verdict -> assertThat(verdict.state()).isEqualTo(Avoidability.UNKNOWN));
        assertThat(proof.findConflicts(problem, demands, CampFixture.LIMITS).conflicts())
                .isEmpty();
        assertThat(proof.repairOpenSeats(problem, demands, plan, CampFixture.LIMITS, () -> false))
                .isEmpty();
    }

    @Test
    void solveWithoutLibraryGivesThePlanOfTheSearch() {
        Problem problem = CampFixture.camp("small-camp");
        var planner = CampFixture.PLANNER.withOpenSeatRepair(
                new ExactSeatRepair(new StaffingProof(CampFixture.CHECKER, missing)));

        assertThat(CampFixture.solve(planner, problem, 500, 2))
                .isEqualTo(CampFixture.solve(CampFixture.PLANNER, problem, 500, 2));
        assertThat(attempts).hasValue(1);
    }
}
