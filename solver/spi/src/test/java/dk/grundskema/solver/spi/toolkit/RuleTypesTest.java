package dk.grundskema.solver.spi.toolkit;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.solver.spi.RuleType;
import org.junit.jupiter.api.Test;

class RuleTypesTest {
    @Test
    void everyTypeThatWasNamedIsAmongAllInOrder() {
        var types = new RuleTypes("cafe");

        RuleType hard = types.hard("late", "Guide");
        RuleType medium = types.medium("few", 20, RuleType.OURS);
        RuleType soft = types.soft("odd", 3, RuleType.OURS);

        assertThat(types.all()).containsExactly(hard, medium, soft);
        assertThat(hard).isEqualTo(RuleType.hard("cafe.late", "Guide"));
        assertThat(medium).isEqualTo(RuleType.medium("cafe.few", 20, RuleType.OURS));
        assertThat(soft).isEqualTo(RuleType.soft("cafe.odd", 3, RuleType.OURS));
    }
}
