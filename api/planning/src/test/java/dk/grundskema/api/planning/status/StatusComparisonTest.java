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

    /** Compares plans of one question in which nobody is away. */
    private static StatusComparison compare(@Nullable PlanStatus before, @Nullable PlanStatus after) {
        return StatusComparison.of(before, after, false, false);
    }

    private static void assertFirstBetter(PlanStatus good, PlanStatus bad, Criterion criterion) {
        assertThat(compare(bad, good)).isEqualTo(new StatusComparison(Outcome.BETTER, criterion));
        assertThat(compare(good, bad)).isEqualTo(new StatusComparison(Outcome.WORSE, criterion));
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
        assertThat(compare(status(0, 0, 0, 9, 10), status(0, 0, 0, 1, 10)))
                .isEqualTo(new StatusComparison(Outcome.ALIKE, null));
    }

    @Test
    void eachKindOfShortfallCounts() {
        PlanStatus whole = status(0, 0, 0, 0, 0);
        assertFirstBetter(whole, new PlanStatus(0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0), Criterion.SHORTFALLS);
        assertFirstBetter(whole, new PlanStatus(0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0), Criterion.SHORTFALLS);
        assertFirstBetter(whole, new PlanStatus(0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0), Criterion.SHORTFALLS);
        assertFirstBetter(whole, new PlanStatus(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1), Criterion.SHORTFALLS);
    }

    @Test
    void conflictsWithOtherPlansDoNotDecide() {
        PlanStatus whole = status(0, 0, 0, 0, 0);
        assertThat(compare(whole, whole.withSurroundings(3, 0)).outcome()).isEqualTo(Outcome.ALIKE);
    }

    @Test
    void answerToAnotherQuestionIsNeverBetterHoweverMuchLessItCosts() {
        PlanStatus cheap = status(0, 0, 0, 3, 5121);
        PlanStatus dear = status(4, 3, 2, 9, 13_603);
        var different = new StatusComparison(Outcome.ASKED_DIFFERENTLY, null);
        assertThat(StatusComparison.of(dear, cheap, true, false)).isEqualTo(different);
        assertThat(StatusComparison.of(cheap, dear, true, true)).isEqualTo(different);
        assertThat(StatusComparison.of(cheap, cheap, true, false)).isEqualTo(different);
    }

    @Test
    void planIsNeverBetterWhileSomebodyInOneOfThemIsAway() {
        PlanStatus withTheSick = status(0, 0, 0, 0, 0);
        PlanStatus withoutThem = status(0, 3, 0, 0, 0);
        var away = new StatusComparison(Outcome.SOMEBODY_AWAY, null);
        assertThat(StatusComparison.of(withTheSick, withoutThem, false, true)).isEqualTo(away);
        assertThat(compare(withTheSick.withSurroundings(0, 1), withoutThem)).isEqualTo(away);
        assertThat(compare(withoutThem, withTheSick.withSurroundings(0, 1))).isEqualTo(away);
    }

    @Test
    void planWithoutAStatusIsNotComparable() {
        PlanStatus whole = status(0, 0, 0, 0, 0);
        @Nullable PlanStatus none = null;
        assertThat(compare(whole, none).outcome()).isEqualTo(Outcome.NOT_COMPARABLE);
        assertThat(compare(none, whole).outcome()).isEqualTo(Outcome.NOT_COMPARABLE);
        assertThat(compare(none, none).outcome()).isEqualTo(Outcome.NOT_COMPARABLE);
    }
}
