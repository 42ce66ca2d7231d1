package dk.grundskema.solver.testkit;

import static dk.grundskema.solver.testkit.SingleRuleBench.BLUE_1;
import static dk.grundskema.solver.testkit.SingleRuleBench.RED_1;
import static dk.grundskema.solver.testkit.SingleRuleBench.RED_2;
import static dk.grundskema.solver.testkit.SingleRuleBench.costs;
import static dk.grundskema.solver.testkit.SingleRuleBench.red;
import static dk.grundskema.solver.testkit.SingleRulePlugin.BLUE;
import static dk.grundskema.solver.testkit.SingleRulePlugin.LATER;
import static dk.grundskema.solver.testkit.SingleRulePlugin.MONDAY;
import static dk.grundskema.solver.testkit.SingleRulePlugin.RED;
import static dk.grundskema.solver.testkit.SingleRulePlugin.RULE;
import static dk.grundskema.solver.testkit.SingleRulePlugin.SCHOOL;
import static dk.grundskema.solver.testkit.SingleRulePlugin.TUESDAY;
import static dk.grundskema.solver.testkit.SingleRulePlugin.bench;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.solver.spi.toolkit.CommonRules;
import dk.grundskema.solver.spi.toolkit.GroupRules;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Penalties of the toolkit's rules for decisions set by hand. */
class ToolkitRulesTest {
    private static final List<GroupId> GROUPS = List.of(RED, BLUE);
    private static final Map<String, Integer> LEVELS = Map.of("ada", 40, "bo", 25);

    private static @Nullable Integer level(Object group, Student who) {
        return LEVELS.get(who.id().value());
    }

    private static @Nullable Object groupOfTalk(Session session) {
        return session.kind().equals("talk") ? session.groups().getFirst() : null;
    }

    @Test
    void aGroupCostsThePointsBetweenItsFirstAndLastMember() {
        SingleRulePlugin.RuleFactory rule =
                (type, one, problem, demand) -> GroupRules.spread(type, GROUPS, ToolkitRulesTest::level, group -> 0);
        costs(red(rule, "ada", "bo"), 15, RED);
        costs(red(rule, "bo", "ada", "cy"), 15, RED);
        costs(red(rule, "ada", "cy"), 0);
        costs(red(rule, "cy"), 0);
        costs(red(rule), 0);
    }

    @Test
    void aGroupCostsThePointsBeyondItsLimit() {
        for (int limit : List.of(14, 15, 16)) {
            SingleRulePlugin.RuleFactory rule = (type, one, problem, demand) ->
                    GroupRules.spread(type, GROUPS, ToolkitRulesTest::level, group -> group.equals(RED) ? limit : 0);
            costs(red(rule, "ada", "bo"), Math.max(0, 15 - limit), RED);
        }
    }

    @Test
    void timeOutsideTheChoicesCostsOneAndSomeWeeksOfAChoiceCostNothing() {
        SingleRulePlugin.RuleFactory rule =
                (type, one, problem, demand) -> CommonRules.timeNotOffered(type, demand.sessions());
        var thursday = SCHOOL.time(DayOfWeek.THURSDAY, "08:00", "09:00");
        var longer = SCHOOL.time(DayOfWeek.MONDAY, "08:00", "09:01");
        var earlier = SCHOOL.time(DayOfWeek.MONDAY, "07:59", "09:00");
        for (var time : List.of(thursday, longer, earlier)) {
            costs(red(rule, "ada").time(RED_1, time), 1, new SessionId(RED_1));
        }
        var some = new MeetingTime(LATER.weeks(), DayOfWeek.MONDAY, MONDAY.start(), MONDAY.end());
        costs(red(rule, "ada").time(RED_1, some).time(RED_2, LATER), 0);
        var more = SCHOOL.time(DayOfWeek.MONDAY, "10:00", "11:00");
        costs(red(rule, "ada").time(RED_1, more), 1, new SessionId(RED_1));
    }

    @Test
    void eachWeekLostAgainstTheTimeWithMostWeeksCostsOne() {
        SingleRulePlugin.RuleFactory rule =
                (type, one, problem, demand) -> CommonRules.weeksLeftOut(type, demand.sessions());
        costs(red(rule, "ada").time(RED_1, LATER).time(RED_2, MONDAY), 1, new SessionId(RED_1));
        costs(red(rule, "ada").time(RED_1, TUESDAY), 0);
    }

    @Test
    void secondSessionOnADayAndEachAdultOfAnOwnerCostOne() {
        SingleRulePlugin.RuleFactory day =
                (type, one, problem, demand) -> CommonRules.onceADay(type, ToolkitRulesTest::groupOfTalk);
        costs(red(day, "ada").time(RED_1, MONDAY).time(RED_2, LATER), 1, RED, DayOfWeek.MONDAY);
        costs(red(day, "ada").time(RED_1, MONDAY).time(RED_2, TUESDAY), 0);
        costs(red(day, "ada").join("cy", BLUE.value()).time(RED_1, MONDAY).time(BLUE_1, LATER), 0);
        SingleRulePlugin.RuleFactory adults =
                (type, one, problem, demand) -> CommonRules.fewAdults(type, ToolkitRulesTest::groupOfTalk);
        var bench = red(adults, "ada")
                .time(RED_1, MONDAY)
                .time(RED_2, TUESDAY)
                .seat(RED_1 + "#0", "anna")
                .seat(RED_2 + "#0", "anna")
                .seat("trial/training#0", "ben");
        costs(bench, 1, RED, new StaffId("anna"));
        assertThat(bench.seat(RED_2 + "#0", "ben").penalty(RULE)).isEqualTo(2);
    }
}
