package dk.grundskema.solver.testkit;

import static dk.grundskema.solver.testkit.SingleRulePlugin.RED;
import static dk.grundskema.solver.testkit.SingleRulePlugin.RULE;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.RuleType;
import dk.grundskema.solver.spi.SumRule;
import java.util.List;

/** Benches of a {@link SingleRulePlugin} with members in its group red, what its rule costs there, and the ids of its sessions. */
public final class SingleRuleBench {
    public static final String RED_1 = "trial/talk/red/1";
    public static final String RED_2 = "trial/talk/red/2";
    public static final String BLUE_1 = "trial/talk/blue/1";
    public static final String GREEN_1 = "trial/talk/green/1";
    public static final String GREEN_2 = "trial/talk/green/2";
    public static final String TRAINING = "trial/training";

    private SingleRuleBench() {}

    /** Returns a bench on which nothing is decided but the members of group red. */
    public static RuleBench red(SingleRulePlugin.RuleFactory rule, String... members) {
        RuleBench bench = SingleRulePlugin.bench(rule);
        for (String member : members) {
            bench.join(member, RED.value());
        }
        return bench;
    }

    /** Returns the penalty of the rule. */
    public static long cost(RuleBench bench) {
        return bench.penalty(RULE);
    }

    /** Asserts the penalty of the rule and, if it is more than 0, that it is at one place. */
    public static void costs(RuleBench bench, long amount, Object... place) {
        assertThat(cost(bench)).isEqualTo(amount);
        if (amount > 0) {
            assertThat(bench.places(RULE)).containsExactly(List.of(place));
        }
    }

    /** Returns a rule that costs nothing. */
    public static Rule nothing(RuleType type) {
        return SumRule.sum(type).cost((key, total) -> 0);
    }
}
