package dk.grundskema.api.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.timetable.RuleResult;
import java.util.List;
import java.util.ListResourceBundle;
import java.util.Locale;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What rules cost, as pages and programs list it. */
final class RuleCostTest {
    private static final List<RuleResult> RULES = List.of(
            new RuleResult("a.cheap", Level.SOFT, 1, 40, 9),
            new RuleResult("a.dear", Level.SOFT, 30, 3, 2),
            new RuleResult("a.kept", Level.SOFT, 30, 0, 0),
            new RuleResult("a.switched-off", Level.SOFT, 0, 7, 7),
            new RuleResult("a.binding", Level.HARD, 1, 1, 1));

    private static Texts texts() {
        var names = new ListResourceBundle() {
            @Override
            protected Object[][] getContents() {
                return new Object[][] {{"rule.a.dear.name", "Few faces"}};
            }
        };
        return new Texts(Locale.ENGLISH, List.of(names), Function.identity());
    }

    @Test
    void rulesThatCostAreListedWithTheirWeightedCostDearestFirst() {
        assertThat(RuleCost.of(RULES, texts()))
                .containsExactly(
                        new RuleCost("a.binding", "a.binding", Level.HARD, 1, 1, 1),
                        new RuleCost("a.dear", "Few faces", Level.SOFT, 3, 2, 90),
                        new RuleCost("a.cheap", "a.cheap", Level.SOFT, 40, 9, 40));
    }

    @Test
    void wishesAddUpToTheCountsOfTheSearch() {
        List<RuleCost> wishes = RuleCost.wishes(RuleCost.of(RULES.reversed(), texts()));
        ViolationCounts counts = ViolationCounts.of(List.of(RULES.get(0), RULES.get(1), RULES.get(2), RULES.get(4)));
        assertThat(wishes).extracting(RuleCost::rule).containsExactly("a.dear", "a.cheap");
        assertThat(wishes.stream().mapToLong(RuleCost::cost).sum()).isEqualTo(counts.wishCost());
        assertThat(wishes.stream().mapToLong(RuleCost::count).sum()).isEqualTo(counts.wishes());
    }
}
