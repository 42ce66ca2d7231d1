package dk.grundskema.plugins.smallgroups;

import static dk.grundskema.solver.testkit.SingleRuleBench.BLUE_1;
import static dk.grundskema.solver.testkit.SingleRuleBench.RED_1;
import static dk.grundskema.solver.testkit.SingleRuleBench.RED_2;
import static dk.grundskema.solver.testkit.SingleRuleBench.cost;
import static dk.grundskema.solver.testkit.SingleRuleBench.costs;
import static dk.grundskema.solver.testkit.SingleRuleBench.nothing;
import static dk.grundskema.solver.testkit.SingleRuleBench.red;
import static dk.grundskema.solver.testkit.SingleRulePlugin.BLUE;
import static dk.grundskema.solver.testkit.SingleRulePlugin.GREEN;
import static dk.grundskema.solver.testkit.SingleRulePlugin.LATER;
import static dk.grundskema.solver.testkit.SingleRulePlugin.MONDAY;
import static dk.grundskema.solver.testkit.SingleRulePlugin.RED;
import static dk.grundskema.solver.testkit.SingleRulePlugin.TUESDAY;
import static dk.grundskema.solver.testkit.SingleRulePlugin.bench;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.people.GroupId;
import dk.grundskema.solver.testkit.RuleBench;
import dk.grundskema.solver.testkit.SingleRulePlugin;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Penalties of the rules over formed groups and their weeks for decisions set by hand. */
class WeeklySessionRulesTest {
    private static final List<GroupId> GROUPS = List.of(RED, BLUE);

    @Test
    void eachClassOfMembersBeyondTheFirstCostsOne() {
        SingleRulePlugin.RuleFactory rule = (type, one, problem, demand) -> CandidateRules.severalSorts(
                type, GROUPS, (group, who) -> who.id().value().equals("bo") ? null : who.classGroup());
        costs(red(rule, "ada", "cy"), 1, RED);
        costs(red(rule, "bo", "cy"), 0);
        costs(red(rule, "ada", "bo"), 0);
    }

    @Test
    void groupsAboveTheLimitCostOneEach() {
        SingleRulePlugin.RuleFactory rule =
                (type, one, problem, demand) -> CandidateRules.atMostGroups(type, GROUPS, 1);
        costs(red(rule, "ada", "bo"), 0);
        costs(red(rule, "ada").join("bo", BLUE.value()), 1, 1);
    }

    @Test
    void aGroupMeetsAtOneTimeOfDayAndOnceADay() {
        SingleRulePlugin.RuleFactory start = (type, one, problem, demand) ->
                WeeklySessionRules.sameTimeOfDay(type, WeeklySessionRules.sessionsByGroup(demand, "talk"));
        SingleRulePlugin.RuleFactory day = (type, one, problem, demand) ->
                WeeklySessionRules.oneADay(type, WeeklySessionRules.sessionsByGroup(demand, "talk"));
        costs(red(start, "ada").time(RED_1, MONDAY).time(RED_2, LATER), 1, RED);
        costs(red(start, "ada").time(RED_1, MONDAY).time(RED_2, TUESDAY), 0);
        costs(red(day, "ada").time(RED_1, MONDAY).time(RED_2, LATER), 1, RED);
        costs(red(day, "ada").time(RED_2, MONDAY).time(RED_1, TUESDAY), 0);
        costs(bench(day).time(RED_1, MONDAY).time(RED_2, LATER), 0);
    }

    @Test
    void aGroupMeetsInOneRoom() {
        SingleRulePlugin.RuleFactory rule = (type, one, problem, demand) ->
                WeeklySessionRules.sameRoom(type, WeeklySessionRules.sessionsByGroup(demand, "talk"));
        RuleBench held = red(rule, "ada").time(RED_1, MONDAY).time(RED_2, LATER).room(RED_1, "nook");
        costs(held.room(RED_2, "loft"), 1, RED);
        costs(held.time(RED_2, null), 0);
        costs(held.time(RED_2, LATER).room(RED_2, "nook"), 0);
        costs(held.room(RED_2, null), 0);
        costs(held.time(BLUE_1, MONDAY).room(BLUE_1, "loft"), 0);
        costs(
                bench(rule)
                        .time(RED_1, MONDAY)
                        .time(RED_2, LATER)
                        .room(RED_1, "nook")
                        .room(RED_2, "loft"),
                0);
    }

    @Test
    void onlySessionsThatSleepWithAGroupBelongToIt() {
        SingleRulePlugin.RuleFactory rule = (type, one, problem, demand) -> {
            assertThat(WeeklySessionRules.sessionsByGroup(demand, "talk")).containsOnlyKeys(RED, BLUE, GREEN);
            assertThat(WeeklySessionRules.sessionsByGroup(demand, "talk").get(RED))
                    .extracting(session -> session.id().value())
                    .containsExactly(RED_1, RED_2);
            assertThat(WeeklySessionRules.sessionsByGroup(demand, "training")).isEmpty();
            return nothing(type);
        };

        assertThat(cost(red(rule))).isZero();
    }

    @Test
    void asManyGroupsAsAllowedOrFewerCostNothing() {
        SingleRulePlugin.RuleFactory rule =
                (type, one, problem, demand) -> CandidateRules.atMostGroups(type, GROUPS, 2);

        assertThat(cost(red(rule, "ada"))).isZero();
        assertThat(cost(red(rule, "ada").join("bo", BLUE.value()))).isZero();
    }

    @Test
    void aGroupWithStudentsButNoTimesCostsNothing() {
        SingleRulePlugin.RuleFactory start = (type, one, problem, demand) ->
                WeeklySessionRules.sameTimeOfDay(type, WeeklySessionRules.sessionsByGroup(demand, "talk"));
        SingleRulePlugin.RuleFactory day = (type, one, problem, demand) ->
                WeeklySessionRules.oneADay(type, WeeklySessionRules.sessionsByGroup(demand, "talk"));
        SingleRulePlugin.RuleFactory sorts =
                (type, one, problem, demand) -> CandidateRules.severalSorts(type, GROUPS, (group, who) -> null);

        assertThat(cost(red(start, "ada"))).isZero();
        assertThat(cost(red(day, "ada"))).isZero();
        assertThat(cost(red(sorts, "ada"))).isZero();
    }
}
