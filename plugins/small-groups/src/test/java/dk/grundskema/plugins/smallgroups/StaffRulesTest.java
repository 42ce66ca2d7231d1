package dk.grundskema.plugins.smallgroups;

import static dk.grundskema.solver.testkit.SingleRuleBench.RED_1;
import static dk.grundskema.solver.testkit.SingleRuleBench.RED_2;
import static dk.grundskema.solver.testkit.SingleRuleBench.cost;
import static dk.grundskema.solver.testkit.SingleRuleBench.costs;
import static dk.grundskema.solver.testkit.SingleRuleBench.nothing;
import static dk.grundskema.solver.testkit.SingleRuleBench.red;
import static dk.grundskema.solver.testkit.SingleRulePlugin.MONDAY;
import static dk.grundskema.solver.testkit.SingleRulePlugin.RULE;
import static dk.grundskema.solver.testkit.SingleRulePlugin.TUESDAY;
import static dk.grundskema.solver.testkit.SingleRulePlugin.bench;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.solver.testkit.RuleBench;
import dk.grundskema.solver.testkit.SingleRulePlugin;
import java.time.DayOfWeek;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Penalties of the rules on seat holders for decisions set by hand. */
class StaffRulesTest {
    @Test
    void adultUnfitForARoleCostsOneForEachSession() {
        SingleRulePlugin.RuleFactory rule = (type, one, problem, demand) ->
                StaffRules.unfit(type, one, "tutor", (who, session, time) -> time.weekday() == DayOfWeek.MONDAY);
        var bench =
                red(rule, "ada").time(RED_1, TUESDAY).seat(RED_1 + "#0", "anna").seat("trial/training#0", "ben");
        costs(bench, 1, new SessionId(RED_1), new StaffId("anna"));
        costs(bench.time(RED_1, MONDAY), 0);
    }

    @Test
    void minutesBeyondTheLimitOfAPersonCost() {
        for (long most : List.of(59L, 60L, 61L)) {
            SingleRulePlugin.RuleFactory rule = (type, one, problem, demand) ->
                    StaffRules.atMost(type, one, "talk", 30, who -> who.id(), who -> most);
            var bench = red(rule, "ada")
                    .time(RED_1, MONDAY)
                    .time(RED_2, TUESDAY)
                    .seat(RED_1 + "#0", "anna")
                    .seat(RED_2 + "#0", "anna")
                    .seat("trial/training#0", "anna");
            costs(bench, Math.max(0, 60 - most), new StaffId("anna"));
        }
    }

    @Test
    void minutesUnderASharedLimitAreCountedTogether() {
        SingleRulePlugin.RuleFactory rule =
                (type, one, problem, demand) -> StaffRules.atMost(type, one, "talk", 30, who -> "all", all -> 40);
        var bench = red(rule, "ada")
                .time(RED_1, MONDAY)
                .time(RED_2, TUESDAY)
                .seat(RED_1 + "#0", "anna")
                .seat(RED_2 + "#0", "ben");

        assertThat(cost(bench)).isEqualTo(20);
        assertThat(bench.places(RULE)).containsExactly(List.of("all"));
        assertThat(cost(bench.seat(RED_2 + "#0", null))).isZero();
    }

    @Test
    void sessionsOfOtherInterventionsAreNotCounted() {
        SingleRulePlugin.RuleFactory unfit =
                (type, one, problem, demand) -> one.id().value().equals("trial")
                        ? StaffRules.unfit(type, one, "tutor", (who, session, time) -> false)
                        : nothing(type);
        SingleRulePlugin.RuleFactory most =
                (type, one, problem, demand) -> one.id().value().equals("trial")
                        ? StaffRules.atMost(type, one, "talk", 30, who -> "all", all -> 0)
                        : nothing(type);

        assertThat(cost(other(unfit))).isZero();
        assertThat(cost(other(most))).isZero();
    }

    /** Only a group of another intervention meets, with Anna. */
    private static RuleBench other(SingleRulePlugin.RuleFactory rule) {
        return bench(rule, "other")
                .join("ada", "other/red")
                .time("other/talk/red/1", MONDAY)
                .seat("other/talk/red/1#0", "anna");
    }
}
