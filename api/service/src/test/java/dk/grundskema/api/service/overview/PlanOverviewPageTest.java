package dk.grundskema.api.service.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanOverviewPageTest {
    private static PlanOverviewPage scenario(boolean isInUse) {
        LocalDate day = LocalDate.of(2026, 9, 7);
        return new PlanOverviewPage(
                "p", true, isInUse, List.of(), day, day, 0, 0, 0, true, true, true, false, false, "");
    }

    @Test
    void scenarioThatIsInUseTriesNothingAnyMore() {
        assertThat(scenario(true).scenarioKey()).isEqualTo("plan.scenario.used");
        assertThat(scenario(false).scenarioKey()).isEqualTo("plan.scenario.hint");
    }
}
