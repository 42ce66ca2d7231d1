package dk.grundskema.api.service.solve;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.planning.RuleCost;
import dk.grundskema.api.planning.ViolationCounts;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.domain.finding.Level;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is counted of a solve. */
final class SolveStatusTest {
    private static final List<RuleCost> COSTS = List.of(new RuleCost("a.dear", "Few faces", Level.SOFT, 3, 2, 90));

    private static SolveStatus status(@Nullable ViolationCounts standing) {
        return new SolveStatus(
                new SolveId("s"),
                new PlanId("p"),
                SolveState.RUNNING,
                "",
                standing,
                COSTS,
                30L,
                1,
                null,
                false,
                null,
                List.of());
    }

    @Test
    void nothingCostsBeforeThereIsATimetable() {
        assertThat(status(null).wishCosts()).isEmpty();
        assertThat(status(new ViolationCounts(0, 0, 0, 2, 90)).wishCosts()).isEqualTo(COSTS);
    }
}
