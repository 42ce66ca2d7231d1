package dk.grundskema.plugins.bookpackages;

import static dk.grundskema.solver.testkit.SingleRuleBench.BLUE_1;
import static dk.grundskema.solver.testkit.SingleRuleBench.RED_1;
import static dk.grundskema.solver.testkit.SingleRuleBench.RED_2;
import static dk.grundskema.solver.testkit.SingleRuleBench.cost;
import static dk.grundskema.solver.testkit.SingleRuleBench.costs;
import static dk.grundskema.solver.testkit.SingleRuleBench.red;
import static dk.grundskema.solver.testkit.SingleRulePlugin.BLUE;
import static dk.grundskema.solver.testkit.SingleRulePlugin.LATER;
import static dk.grundskema.solver.testkit.SingleRulePlugin.MONDAY;
import static dk.grundskema.solver.testkit.SingleRulePlugin.SCHOOL;
import static dk.grundskema.solver.testkit.SingleRulePlugin.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.solver.spi.toolkit.UsableTime;
import dk.grundskema.solver.testkit.SingleRulePlugin;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Penalties of the rules on times for decisions set by hand. */
class TimeRulesTest {
    @Test
    void aSessionOutsideUsableTimeCostsItsMinutes() {
        for (String until : List.of("09:00", "08:59")) {
            var usable = List.of(new UsableTime(new TreeSet<>(), LocalTime.of(8, 0), LocalTime.parse(until)));
            SingleRulePlugin.RuleFactory rule = (type, one, problem, demand) ->
                    TimeRules.outsideUsableTime(type, demand.sessions().subList(0, 1), usable);
            costs(red(rule, "ada").time(RED_1, MONDAY), until.equals("09:00") ? 0 : 60, new SessionId(RED_1));
        }
    }

    @Test
    void aSessionInUsableTimeOfAnotherDayCostsItsMinutes() {
        var tuesdays = List.of(
                new UsableTime(new TreeSet<>(Set.of(DayOfWeek.TUESDAY)), LocalTime.of(8, 0), LocalTime.of(9, 0)));
        SingleRulePlugin.RuleFactory rule = (type, one, problem, demand) ->
                TimeRules.outsideUsableTime(type, demand.sessions().subList(0, 2), tuesdays);

        assertThat(cost(red(rule, "ada").time(RED_1, TUESDAY).time(RED_2, MONDAY)))
                .isEqualTo(60);
    }

    @Test
    void overlappingSessionsOfOneOwnerCostTheirCommonMinutes() {
        SingleRulePlugin.RuleFactory rule = (type, one, problem, demand) ->
                TimeRules.notAtOnce(type, demand.sessions(), session -> session.kind() + session.groups());
        var overlapping = SCHOOL.time(DayOfWeek.MONDAY, "08:40", "09:40");
        var touching = SCHOOL.time(DayOfWeek.MONDAY, "09:00", "10:00");
        costs(red(rule, "ada").time(RED_1, MONDAY).time(RED_2, overlapping), 20, new SessionId(RED_2));
        costs(red(rule, "ada").time(RED_2, MONDAY).time(RED_1, overlapping), 20, new SessionId(RED_2));
        costs(red(rule, "ada").time(RED_1, MONDAY).time(RED_2, touching), 0);
        costs(red(rule, "ada").time(RED_1, MONDAY).time(RED_2, TUESDAY), 0);
        costs(red(rule, "ada").join("cy", BLUE.value()).time(RED_1, MONDAY).time(BLUE_1, MONDAY), 0);
    }

    @Test
    void sessionsOverlapOnlyInCommonWeeksAndMinutes() {
        SingleRulePlugin.RuleFactory rule =
                (type, one, problem, demand) -> TimeRules.notAtOnce(type, demand.sessions(), Session::groups);
        var first = new MeetingTime(
                LATER.weeks().headSet(LATER.weeks().last()), DayOfWeek.MONDAY, MONDAY.start(), MONDAY.end());
        var second = new MeetingTime(
                LATER.weeks().tailSet(LATER.weeks().last()), DayOfWeek.MONDAY, MONDAY.start(), MONDAY.end());

        assertThat(cost(red(rule, "ada").time(RED_1, first).time(RED_2, second)))
                .isZero();
        assertThat(cost(red(rule, "ada").time(RED_1, MONDAY).time(RED_2, second)))
                .isEqualTo(60);
        var within = SCHOOL.time(DayOfWeek.MONDAY, "08:10", "08:30");
        assertThat(cost(red(rule, "ada").time(RED_1, MONDAY).time(RED_2, within)))
                .isEqualTo(20);
        assertThat(cost(red(rule, "ada").time(RED_2, MONDAY).time(RED_1, within)))
                .isEqualTo(20);
        var apart = SCHOOL.time(DayOfWeek.MONDAY, "13:00", "14:00");
        assertThat(cost(red(rule, "ada").time(RED_1, MONDAY).time(RED_2, apart)))
                .isZero();
    }

    @Test
    void sessionWithoutATimeBreaksNoTimeRule() {
        SingleRulePlugin.RuleFactory usable = (type, one, problem, demand) ->
                TimeRules.outsideUsableTime(type, demand.sessions().subList(0, 2), List.of());
        SingleRulePlugin.RuleFactory once =
                (type, one, problem, demand) -> TimeRules.notAtOnce(type, demand.sessions(), Session::kind);

        assertThat(cost(red(usable, "ada"))).isZero();
        assertThat(cost(red(once, "ada").time(RED_1, MONDAY))).isZero();
        assertThat(cost(red(once, "ada").time(RED_2, MONDAY))).isZero();
    }
}
