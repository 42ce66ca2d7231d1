package dk.grundskema.solver.engine;

import static org.assertj.core.api.Assertions.assertThat;

import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import dk.grundskema.solver.explain.PlanEvaluation;
import dk.grundskema.solver.fixture.RandomProblem;
import dk.grundskema.solver.model.SearchContext;
import dk.grundskema.solver.moves.OpenDecisionIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One search of one round. */
class SearchLegTest {
    private static final HardMediumSoftLongScore UNREACHABLE = HardMediumSoftLongScore.of(1, 0, 0);

    private final PreparedPlan prepared = PreparedPlan.of(StepLimitedSolves.registry(), RandomProblem.of(5), null);
    private final int[] start = prepared.blueprint().decisions().startValues();
    private final AtomicLong tried = new AtomicLong();
    private final AtomicBoolean ended = new AtomicBoolean();
    private final List<HardMediumSoftLongScore> better = new ArrayList<>();

    private SearchLeg leg(long moves, HardMediumSoftLongScore bestPossible) {
        var openDecisions = new OpenDecisionIndex(prepared.blueprint(), Set.of());
        return new SearchLeg(
                new SearchContext(prepared.blueprint(), prepared.rules(), openDecisions),
                1,
                moves,
                System.nanoTime(),
                null,
                CoolingSchedule.Heat.HIGH,
                false,
                true,
                bestPossible,
                (values, score) -> better.add(score),
                tried::addAndGet,
                ended::get);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 127, 128, 129, 3000})
    void legTriesExactlyItsMoves(long moves) {
        leg(moves, UNREACHABLE).search(start, () -> false);

        assertThat(tried).hasValue(moves);
    }

    @Test
    void eachReportedPlanIsBetterThanTheOneBefore() {
        leg(3000, UNREACHABLE).search(start, () -> false);

        assertThat(better).hasSizeGreaterThan(3).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void hotSearchReturnsItsBestPlanAndNotItsLast() {
        int[] values = leg(3000, UNREACHABLE).search(start, () -> false);

        var score = PlanEvaluation.of(prepared.rules(), values).score();
        assertThat(HardMediumSoftLongScore.of(score.hard(), score.medium(), score.soft()))
                .isEqualTo(better.getLast());
    }

    @Test
    void endedSolveEndsTheLegAtOnce() {
        ended.set(true);

        assertThat(leg(1_000_000, UNREACHABLE).search(start, () -> false)).isEqualTo(start);
        assertThat(tried).hasValue(0);
    }

    @Test
    void planAsGoodAsPossibleEndsTheLeg() {
        leg(1_000_000, HardMediumSoftLongScore.of(-1_000_000, 0, 0)).search(start, () -> false);

        assertThat(tried.get()).isLessThan(1_000);
    }
}
