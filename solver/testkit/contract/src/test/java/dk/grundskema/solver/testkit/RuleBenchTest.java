package dk.grundskema.solver.testkit;

import static dk.grundskema.solver.testkit.SingleRulePlugin.RULE;
import static dk.grundskema.solver.testkit.SingleRulePlugin.bench;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.solver.spi.LocalRule;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A bench measures the rules of a plugin in a search of its problem. */
class RuleBenchTest {
    @Test
    void callsOfARuleInASearchAreCountedAndTheDecisionsOfTheBenchStay() {
        var called = new AtomicLong();
        RuleBench bench = bench((type, one, problem, demand) ->
                LocalRule.perSession(type, demand.sessions(), (scope, view, charge) -> {
                    called.incrementAndGet();
                    if (view.time(0) != null) {
                        charge.add(1, scope.key());
                    }
                }));
        var before = bench.timetable();

        var measured = bench.measureCosts(500);

        assertThat(measured.moves()).isEqualTo(500);
        assertThat(measured.costs())
                .filteredOn(cost -> cost.type().id().equals(RULE))
                .singleElement()
                .satisfies(cost -> {
                    assertThat(cost.calls()).isBetween(1L, called.get());
                    assertThat(cost.nanos()).isBetween(1L, measured.nanos());
                });
        assertThat(bench.timetable()).isEqualTo(before);
    }
}
