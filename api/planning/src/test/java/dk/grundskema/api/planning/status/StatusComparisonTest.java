package dk.grundskema.api.planning.status;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.planning.status.StatusComparison.Criterion;
import dk.grundskema.api.planning.status.StatusComparison.Outcome;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which of two plans is better. */
final class StatusComparisonTest {
    private static PlanStatus status(long conflicts, long openSeats, long shortfalls, long unmetWishes, long cost) {
        return new PlanStatus(conflicts, openSeats, 0, shortfalls, unmetWishes, cost, 0, 0, 0, 0, 0);
    }

    private static void assertFirstBetter(PlanStatus good, PlanStatus bad, Criterion criterion) {
        assertThat(StatusComparison.of(bad, good)).isEqualTo(new StatusComparison(Outcome.BETTER, criterion));
        assertThat(StatusComparison.of(good, bad)).isEqualTo(new StatusComparison(Outcome.WORSE, criterion));
    }

    @Test
    void moreImportantCriteriaDecide() {
        assertFirstBetter(status(0, 9, 9, 9, 9), status(1, 0, 0, 0, 0), Criterion.CONFLICTS);
        assertFirstBetter(status(1, 0, 9, 9, 9), status(1, 1, 0, 0, 0), Criterion.OPEN_SEATS);
        assertFirstBetter(status(1, 1, 0, 9, 9), status(1, 1, 1, 0, 0), Criterion.SHORTFALLS);
    }

    @Test
    void costOfUnmetWishesDecidesAndNotTheirNumber() {
        assertFirstBetter(status(0, 0, 0, 9, 10), status(0, 0, 0, 1, 11), Criterion.WISHES);
        assertThat(StatusComparison.of(status(0, 0, 0, 9, 10), status(0, 0, 0, 1, 10)))
                .isEqualTo(new StatusComparison(Outcome.ALIKE, null));
    }

    @Test
    void eachKindOfShortfallCounts() {
        PlanStatus whole = status(0, 0, 0, 0, 0);
        assertFirstBetter(whole, new PlanStatus(0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0), Criterion.SHORTFALLS);
        assertFirstBetter(whole, new PlanStatus(0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0), Criterion.SHORTFALLS);
        assertFirstBetter(whole, new PlanStatus(0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0), Criterion.SHORTFALLS);
    }

    @Test
    void absencesAndOtherPlansDoNotDecide() {
        PlanStatus whole = status(0, 0, 0, 0, 0);
        assertThat(StatusComparison.of(whole, whole.withSurroundings(3, 5)).outcome())
                .isEqualTo(Outcome.ALIKE);
    }

    @Test
    void planWithoutAStatusIsNotComparable() {
        PlanStatus whole = status(0, 0, 0, 0, 0);
        @Nullable PlanStatus none = null;
        assertThat(StatusComparison.of(whole, none).outcome()).isEqualTo(Outcome.NOT_COMPARABLE);
        assertThat(StatusComparison.of(none, whole).outcome()).isEqualTo(Outcome.NOT_COMPARABLE);
        assertThat(StatusComparison.of(none, none).outcome()).isEqualTo(Outcome.NOT_COMPARABLE);
    }
}
