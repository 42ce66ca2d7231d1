package dk.grundskema.solver.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.solver.engine.RuleCostMeter.Measurement;
import dk.grundskema.solver.engine.RuleCostMeter.RuleCost;
import dk.grundskema.solver.fixture.RandomProblem;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleCostMeterTest {
    private static Measurement measure(long moves) {
        return RuleCostMeter.measure(StepLimitedSolves.registry(), RandomProblem.of(5), moves, 1);
    }

    @Test
    void rulesOfAllShapesAreMeasured() {
        Measurement measured = measure(2_000);

        assertThat(measured.moves()).isEqualTo(2_000);
        assertThat(measured.costs())
                .extracting(cost -> cost.type().id())
                .doesNotHaveDuplicates()
                .contains("core.person-in-two-places", "core.missing-adult", "core.wishes", "random.pair")
                .hasSizeGreaterThan(5);
        assertThat(measured.costs())
                .isSortedAccordingTo(Comparator.comparingLong(RuleCost::nanos).reversed());
        assertThat(measured.costs().stream().mapToLong(RuleCost::nanos).sum()).isBetween(1L, measured.nanos());
    }

    @Test
    void callsGrowWithTheMovesAndAreTheSameEachTime() {
        List<Long> calls = calls(measure(500));

        assertThat(calls(measure(500))).isEqualTo(calls);
        assertThat(calls(measure(5_000)).stream().mapToLong(Long::longValue).sum())
                .isGreaterThan(3 * calls.stream().mapToLong(Long::longValue).sum());
    }

    private static List<Long> calls(Measurement measured) {
        return measured.costs().stream()
                .sorted(Comparator.comparing(cost -> cost.type().id()))
                .map(RuleCost::calls)
                .toList();
    }
}
