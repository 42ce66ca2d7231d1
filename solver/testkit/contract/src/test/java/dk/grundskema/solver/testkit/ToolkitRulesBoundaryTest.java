package dk.grundskema.solver.testkit;

import static dk.grundskema.solver.testkit.SingleRulePlugin.BLUE;
import static dk.grundskema.solver.testkit.SingleRulePlugin.GREEN;
import static dk.grundskema.solver.testkit.SingleRulePlugin.LATER;
import static dk.grundskema.solver.testkit.SingleRulePlugin.MONDAY;
import static dk.grundskema.solver.testkit.SingleRulePlugin.RED;
import static dk.grundskema.solver.testkit.SingleRulePlugin.RULE;
import static dk.grundskema.solver.testkit.SingleRulePlugin.SCHOOL;
import static dk.grundskema.solver.testkit.SingleRulePlugin.TUESDAY;
import static dk.grundskema.solver.testkit.SingleRulePlugin.bench;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.RuleType;
import dk.grundskema.solver.spi.SumRule;
import dk.grundskema.solver.spi.toolkit.CommonRules;
import dk.grundskema.solver.spi.toolkit.GroupRules;
import dk.grundskema.solver.spi.toolkit.LessonsByPerson;
import dk.grundskema.solver.spi.toolkit.MeetingRules;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Cases in which the toolkit's rules charge nothing: below their limits, for other kinds, roles and interventions, and for open decisions. */
class ToolkitRulesBoundaryTest {
    private static final List<GroupId> GROUPS = List.of(RED, BLUE);
    private static final String RED_1 = "trial/talk/red/1";
    private static final String RED_2 = "trial/talk/red/2";
    private static final String TRAINING = "trial/training";

    private static RuleBench red(SingleRulePlugin.RuleFactory rule, String... members) {
        RuleBench bench = bench(rule);
        for (String member : members) {
            bench.join(member, RED.value());
        }
        return bench;
    }

    private static long cost(RuleBench bench) {
        return bench.penalty(RULE);
    }

    private static Rule nothing(RuleType type) {
        return SumRule.sum(type).cost((key, total) -> 0);
    }

    @Test
    void aGroupWithoutStudentsIsNeverAskedWhatItCosts() {
        SingleRulePlugin.RuleFactory rule = (type, one, problem, demand) ->
                GroupRules.perGroup(type, GROUPS, Map.of(), (group, view) -> group.equals(RED) ? 7 : 100);

        assertThat(cost(red(rule))).isZero();
        assertThat(cost(red(rule, "ada"))).isEqualTo(7);
    }

    @Test
    void onlySessionsOfAKindThatWaitForAGroupAreItsOwn() {
        SingleRulePlugin.RuleFactory rule = (type, one, problem, demand) -> {
            assertThat(GroupRules.sessionsByGroup(demand, "talk")).containsOnlyKeys(RED, BLUE, GREEN);
            assertThat(GroupRules.sessionsByGroup(demand, "talk").get(RED))
                    .extracting(session -> session.id().value())
                    .containsExactly(RED_1, RED_2);
            assertThat(GroupRules.sessionsByGroup(demand, "training")).isEmpty();
            return nothing(type);
        };

        assertThat(cost(red(rule))).isZero();
    }

    @Test
    void aGroupThatIsNotJudgedCostsNothing() {
        SingleRulePlugin.RuleFactory spread = (type, one, problem, demand) ->
                GroupRules.spread(type, GROUPS, (group, who) -> who.id().value().length(), group -> null);
        SingleRulePlugin.RuleFactory behind = (type, one, problem, demand) -> GroupRules.insufficientLead(
                type,
                GROUPS,
                (group, who) -> 0,
                (group, who) -> who.id().value().equals("ada"),
                group -> null);

        assertThat(cost(red(spread, "ada", "bo"))).isZero();
        assertThat(cost(red(behind, "ada", "bo"))).isZero();
    }

    @Test
    void leadOverOneMemberDoesNotOffsetAShortLeadOverAnother() {
        var levels = Map.of("ada", 40, "bo", 10, "cy", 38);
        SingleRulePlugin.RuleFactory rule = (type, one, problem, demand) -> GroupRules.insufficientLead(
                type,
                GROUPS,
                (group, who) -> levels.get(who.id().value()),
                (group, who) -> who.id().value().equals("ada"),
                group -> 5);

        assertThat(cost(red(rule, "ada", "bo", "cy"))).isEqualTo(3);
    }

    @Test
    void asManyGroupsAsAllowedOrFewerCostNothing() {
        SingleRulePlugin.RuleFactory rule = (type, one, problem, demand) -> GroupRules.atMostGroups(type, GROUPS, 2);

        assertThat(cost(red(rule, "ada"))).isZero();
        assertThat(cost(red(rule, "ada").join("bo", BLUE.value()))).isZero();
    }

    @Test
    void aGroupWithStudentsButNoTimesCostsNothing() {
        SingleRulePlugin.RuleFactory start = (type, one, problem, demand) ->
                GroupRules.sameTimeOfDay(type, GroupRules.sessionsByGroup(demand, "talk"));
        SingleRulePlugin.RuleFactory day =
                (type, one, problem, demand) -> GroupRules.oneADay(type, GroupRules.sessionsByGroup(demand, "talk"));
        SingleRulePlugin.RuleFactory sorts =
                (type, one, problem, demand) -> GroupRules.severalSorts(type, GROUPS, (group, who) -> null);

        assertThat(cost(red(start, "ada"))).isZero();
        assertThat(cost(red(day, "ada"))).isZero();
        assertThat(cost(red(sorts, "ada"))).isZero();
    }

    @Test
    void aSessionIsItsFirstGroupsOrItsFirstStudentsOrItsOwn() {
        SingleRulePlugin.RuleFactory rule = (type, one, problem, demand) -> {
            var id = new SessionId("trial/other");
            var session = Session.builder(id, one.id(), "other", "Other", problem.siteOrDefault(null))
                    .at(MONDAY);
            assertThat(MeetingRules.owner(session.build())).isEqualTo(id);
            assertThat(MeetingRules.owner(session.students(List.of(new StudentId("bo"), new StudentId("ada")))
                            .build()))
                    .isEqualTo(new StudentId("bo"));
            assertThat(MeetingRules.owner(session.groups(List.of(BLUE, RED)).build()))
                    .isEqualTo(BLUE);
            return nothing(type);
        };

        assertThat(cost(red(rule))).isZero();
    }

    @Test
    void aSessionOfAnotherKindIsNobodysAndHasNoName() {
        SingleRulePlugin.RuleFactory rule = (type, one, problem, demand) -> {
            var rules = new MeetingRules(demand);
            Session talk = session(demand, RED_1);
            Session training = session(demand, TRAINING);
            assertThat(rules.ownerOfKind("talk").apply(talk)).isEqualTo(RED);
            assertThat(rules.ownerOfKind("talk").apply(training)).isNull();
            assertThat(rules.idPartAfterKind("talk").apply(talk)).isEqualTo("red");
            assertThat(rules.idPartAfterKind("talk").apply(training)).isNull();
            assertThat(rules.sessions("training")).containsExactly(training);
            return nothing(type);
        };

        assertThat(cost(red(rule))).isZero();
    }

    private static Session session(Demand demand, String id) {
        return demand.sessions().stream()
                .filter(one -> one.id().value().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void moreDatesThanAreAskedAndDatesOfOtherKindsCountForNothing() {
        SingleRulePlugin.RuleFactory four =
                (type, one, problem, demand) -> new MeetingRules(demand).tooFewDates(type, "talk", List.of(RED), 4);
        SingleRulePlugin.RuleFactory training = (type, one, problem, demand) ->
                new MeetingRules(demand).tooFewDates(type, "talk", List.of(new SessionId(TRAINING)), 3);

        assertThat(cost(red(four, "ada").time(RED_1, MONDAY).time(RED_2, LATER)))
                .as("five dates")
                .isZero();
        assertThat(cost(bench(training))).isEqualTo(3);
    }

    @Test
    void oneOfTwoInARoleIsEnoughInEitherSeat() {
        SingleRulePlugin.RuleFactory rule = (type, one, problem, demand) -> new MeetingRules(demand)
                .nobodyQualified(
                        type,
                        "training",
                        (who, role, subject) -> who.id().value().equals("anna"));

        assertThat(cost(bench(rule).seat(TRAINING + "#0", "anna").seat(TRAINING + "#1", "ben")))
                .isZero();
        assertThat(cost(bench(rule).seat(TRAINING + "#0", "ben").seat(TRAINING + "#1", "anna")))
                .isZero();
        assertThat(cost(bench(rule).seat(TRAINING + "#1", "ben"))).isEqualTo(1);
        assertThat(cost(bench(rule))).isZero();
    }

    @Test
    void adultInAnotherRoleNeedsNoEarlierMeeting() {
        SingleRulePlugin.RuleFactory rule = (type, one, problem, demand) ->
                new MeetingRules(demand).notInEarlierMeeting(type, "talk", Set.of("leader"));

        assertThat(cost(bench(rule).seat(TRAINING + "#0", "anna"))).isZero();
    }

    @Test
    void participantWhoHoldsNoMeetingCostsNothing() {
        SingleRulePlugin.RuleFactory rule = (type, one, problem, demand) ->
                new MeetingRules(demand).notInEarlierMeeting(type, "training", Set.of("tutor"));

        assertThat(cost(bench(rule).seat(TRAINING + "#0", "anna"))).isZero();
    }

    @Test
    void sessionsOfOtherInterventionsAreNotCounted() {
        SingleRulePlugin.RuleFactory enough =
                (type, one, problem, demand) -> one.id().value().equals("trial")
                        ? new MeetingRules(demand).tooFewDates(type, "talk", List.of(new GroupId("other/red")), 3)
                        : nothing(type);
        SingleRulePlugin.RuleFactory trained =
                (type, one, problem, demand) -> one.id().value().equals("trial")
                        ? new MeetingRules(demand).notInEarlierMeeting(type, "training", Set.of("tutor"))
                        : nothing(type);

        assertThat(cost(other(enough))).isEqualTo(3);
        assertThat(cost(other(trained))).isZero();
    }

    /** Only a group of another intervention meets, with Anna. */
    private static RuleBench other(SingleRulePlugin.RuleFactory rule) {
        return bench(rule, "other")
                .join("ada", "other/red")
                .time("other/talk/red/1", MONDAY)
                .seat("other/talk/red/1#0", "anna");
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
    void oneADayCountsWhatBelongsTogetherAlone() {
        SingleRulePlugin.RuleFactory rule = (type, one, problem, demand) ->
                CommonRules.onceADay(type, new MeetingRules(demand).ownerOfKind("talk"));
        SingleRulePlugin.RuleFactory adults =
                (type, one, problem, demand) -> CommonRules.fewAdults(type, session -> null);

        assertThat(cost(red(rule, "ada").time(RED_1, SCHOOL.time(DayOfWeek.FRIDAY, "08:00", "09:00"))))
                .as("training is on a Friday too")
                .isZero();
        assertThat(cost(bench(adults).seat(TRAINING + "#0", "anna"))).isZero();
    }

    @Test
    void anAdultOfASecondSessionIsKnownToo() {
        SingleRulePlugin.RuleFactory rule = (type, one, problem, demand) ->
                new MeetingRules(demand).noKnownAdult(type, "talk", new LessonsByPerson(problem));
        var bench = red(rule, "ada")
                .time(RED_1, MONDAY)
                .time(RED_2, TUESDAY)
                .seat(RED_1 + "#0", "ben")
                .seat(RED_2 + "#0", "anna");

        assertThat(cost(bench)).isZero();
        assertThat(cost(bench.seat(RED_2 + "#0", null))).isEqualTo(1);
        assertThat(cost(bench.seat(RED_1 + "#0", null))).isEqualTo(1);
        assertThat(bench.places(RULE)).containsExactly(List.of(RED));
    }
}
