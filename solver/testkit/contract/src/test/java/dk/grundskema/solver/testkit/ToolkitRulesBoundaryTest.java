package dk.grundskema.solver.testkit;

import static dk.grundskema.solver.testkit.SingleRuleBench.RED_1;
import static dk.grundskema.solver.testkit.SingleRuleBench.TRAINING;
import static dk.grundskema.solver.testkit.SingleRuleBench.cost;
import static dk.grundskema.solver.testkit.SingleRuleBench.red;
import static dk.grundskema.solver.testkit.SingleRulePlugin.BLUE;
import static dk.grundskema.solver.testkit.SingleRulePlugin.RED;
import static dk.grundskema.solver.testkit.SingleRulePlugin.SCHOOL;
import static dk.grundskema.solver.testkit.SingleRulePlugin.bench;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.people.GroupId;
import dk.grundskema.solver.spi.toolkit.CommonRules;
import dk.grundskema.solver.spi.toolkit.GroupRules;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Cases in which the toolkit's rules charge nothing: below their limits, for other kinds, roles and interventions, and for open decisions. */
class ToolkitRulesBoundaryTest {
    private static final List<GroupId> GROUPS = List.of(RED, BLUE);

    @Test
    void groupWithoutStudentsCostsNothing() {
        SingleRulePlugin.RuleFactory rule = (type, one, problem, demand) ->
                GroupRules.perGroup(type, GROUPS, Map.of(), (group, view) -> group.equals(RED) ? 7 : 100);

        assertThat(cost(red(rule))).isZero();
        assertThat(cost(red(rule, "ada"))).isEqualTo(7);
    }

    @Test
    void groupWithoutLimitCostsNothing() {
        SingleRulePlugin.RuleFactory spread = (type, one, problem, demand) ->
                GroupRules.spread(type, GROUPS, (group, who) -> who.id().value().length(), group -> null);

        assertThat(cost(red(spread, "ada", "bo"))).isZero();
    }

    @Test
    void sessionWithoutATimeBreaksNoTimeRule() {
        SingleRulePlugin.RuleFactory own =
                (type, one, problem, demand) -> CommonRules.timeNotOffered(type, demand.sessions());
        SingleRulePlugin.RuleFactory weeks =
                (type, one, problem, demand) -> CommonRules.weeksLeftOut(type, demand.sessions());

        assertThat(cost(red(own, "ada"))).isZero();
        assertThat(cost(red(weeks, "ada"))).isZero();
    }

    @Test
    void sessionsWithoutOwnerCostNothing() {
        SingleRulePlugin.RuleFactory rule = (type, one, problem, demand) -> CommonRules.onceADay(
                type,
                session -> session.kind().equals("talk") ? session.groups().getFirst() : null);
        SingleRulePlugin.RuleFactory adults =
                (type, one, problem, demand) -> CommonRules.fewAdults(type, session -> null);

        assertThat(cost(red(rule, "ada").time(RED_1, SCHOOL.time(DayOfWeek.FRIDAY, "08:00", "09:00"))))
                .as("training is on a Friday too")
                .isZero();
        assertThat(cost(bench(adults).seat(TRAINING + "#0", "anna"))).isZero();
    }
}
