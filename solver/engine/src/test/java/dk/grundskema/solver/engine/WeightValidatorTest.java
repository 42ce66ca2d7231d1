package dk.grundskema.solver.engine;

import static dk.grundskema.solver.fixture.Scenario.aScenario;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.finding.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class WeightValidatorTest {
    private static Finding finding(String rule) {
        List<Finding> findings =
                StepLimitedSolves.planner().validate(aScenario().weight(rule, 5).problem());
        assertThat(findings).hasSize(1);
        assertThat(findings.getFirst().pointer()).isEqualTo("/weights/" + rule);
        return findings.getFirst();
    }

    @Test
    void mistypedRuleIsReportedWithASuggestion() {
        assertThat(finding("core.wihses").code()).isEqualTo("weights.unknown-rule-near");
        assertThat(finding("core.wihses").arguments()).containsExactly("core.wihses", "core.wishes");
    }

    @Test
    void weightOfAnUnknownRuleIsReportedWithAllRules() {
        assertThat(finding("pizza").code()).isEqualTo("weights.unknown-rule");
        assertThat(finding("pizza").arguments().getLast().toString()).contains("core.wishes");
    }

    @Test
    void onlySoftRulesHaveAWeight() {
        assertThat(finding("core.daily-rest").code()).isEqualTo("weights.not-soft");
    }
}
