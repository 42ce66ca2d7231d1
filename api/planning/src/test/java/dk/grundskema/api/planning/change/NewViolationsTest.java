package dk.grundskema.api.planning.change;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.finding.Figure;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.people.GroupId;
import java.util.List;
import org.junit.jupiter.api.Test;

final class NewViolationsTest {
    private static RuleViolation lacking(String group, long minutes) {
        return new RuleViolation(
                "toy.minimum", Level.MEDIUM, minutes, List.of(new GroupId(group), new Figure(minutes / 45.0)));
    }

    @Test
    void violationThatShrankIsNotNewAndOneThatGrewIs() {
        assertThat(ChangePreview.findNewOrGreater(
                        List.of(lacking("1a", 90), lacking("1b", 90), lacking("1c", 90)),
                        List.of(lacking("1a", 45), lacking("1b", 90), lacking("1c", 135), lacking("2a", 45))))
                .containsExactly(lacking("1c", 135), lacking("2a", 45));
    }

    @Test
    void orderDoesNotMatterAndAStricterRuleIsNew() {
        assertThat(ChangePreview.findNewOrGreater(
                        List.of(lacking("1a", 90), lacking("1a", 45)), List.of(lacking("1a", 45), lacking("1a", 90))))
                .isEmpty();
        var asConflict = new RuleViolation(
                "toy.minimum", Level.HARD, 45, lacking("1a", 45).arguments());
        assertThat(ChangePreview.findNewOrGreater(List.of(lacking("1a", 45)), List.of(asConflict)))
                .containsExactly(asConflict);
    }

    @Test
    void oneEarlierViolationAccountsForOneLaterOne() {
        assertThat(ChangePreview.findNewOrGreater(
                        List.of(lacking("1a", 45)), List.of(lacking("1a", 45), lacking("1a", 45))))
                .containsExactly(lacking("1a", 45));
    }
}
