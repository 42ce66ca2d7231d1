package dk.grundskema.solver.score;

import static dk.grundskema.solver.fixture.Scenario.aScenario;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.solver.spi.RuleType;
import org.junit.jupiter.api.Test;

class RuleWeightResolverTest {
    private static final String ID = "core.wishes";

    private final RuleType soft = RuleType.soft(ID, 3, RuleType.OURS);

    @Test
    void softRuleHasTheWeightOfTheProblem() {
        assertThat(RuleWeightResolver.resolve(soft, aScenario().weight(ID, 7).problem()))
                .isEqualTo(7);
    }

    @Test
    void softRuleHasItsDefaultWeightIfTheProblemHasNone() {
        assertThat(RuleWeightResolver.resolve(
                        soft, aScenario().weight("core.other", 7).problem()))
                .isEqualTo(3);
    }

    @Test
    void weightOfAMediumRuleDoesNotChange() {
        assertThat(RuleWeightResolver.resolve(
                        RuleType.medium(ID, 2, RuleType.OURS),
                        aScenario().weight(ID, 7).problem()))
                .isEqualTo(2);
    }
}
