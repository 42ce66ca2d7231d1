package dk.grundskema.plugins.intensivecourse;

import static dk.grundskema.solver.testkit.SingleRuleBench.RED_1;
import static dk.grundskema.solver.testkit.SingleRuleBench.RED_2;
import static dk.grundskema.solver.testkit.SingleRuleBench.TRAINING;
import static dk.grundskema.solver.testkit.SingleRuleBench.cost;
import static dk.grundskema.solver.testkit.SingleRuleBench.costs;
import static dk.grundskema.solver.testkit.SingleRuleBench.nothing;
import static dk.grundskema.solver.testkit.SingleRuleBench.red;
import static dk.grundskema.solver.testkit.SingleRulePlugin.BLUE;
import static dk.grundskema.solver.testkit.SingleRulePlugin.LATER;
import static dk.grundskema.solver.testkit.SingleRulePlugin.MONDAY;
import static dk.grundskema.solver.testkit.SingleRulePlugin.RED;
import static dk.grundskema.solver.testkit.SingleRulePlugin.RULE;
import static dk.grundskema.solver.testkit.SingleRulePlugin.TUESDAY;
import static dk.grundskema.solver.testkit.SingleRulePlugin.bench;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.solver.spi.toolkit.LessonsByPerson;
import dk.grundskema.solver.testkit.RuleBench;
import dk.grundskema.solver.testkit.SingleRulePlugin;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Penalties of the rules over sessions of one kind for decisions set by hand. */
class MeetingRulesTest {
    @Test
    void eachMissingDateCostsOneEvenWithoutMeetings() {
        SingleRulePlugin.RuleFactory rule =
                (type, one, problem, demand) -> new MeetingRules(demand).tooFewDates(type, "talk", List.of(RED), 5);
        costs(red(rule, "ada").time(RED_1, MONDAY).time(RED_2, LATER), 0);
        costs(red(rule, "ada").time(RED_1, MONDAY), 2, RED);
        costs(red(rule, "ada"), 5, RED);
    }

    @Test
    void roleWithoutQualifiedAdultCostsOne() {
        SingleRulePlugin.RuleFactory rule = (type, one, problem, demand) -> new MeetingRules(demand)
                .nobodyQualified(
                        type,
                        "talk",
                        (who, role, subject) ->
                                role.equals("tutor") && who.skills().contains(subject));
        costs(red(rule, "ada").time(RED_1, MONDAY).seat(RED_1 + "#0", "ben"), 1, new SessionId(RED_1));
        costs(red(rule, "ada").time(RED_1, MONDAY).seat(RED_1 + "#0", "anna"), 0);
        costs(red(rule, "ada").time(RED_1, MONDAY), 0);
    }

    @Test
    void eachStudentWithoutKnownAdultCostsOne() {
        SingleRulePlugin.RuleFactory rule = (type, one, problem, demand) ->
                new MeetingRules(demand).noKnownAdult(type, "talk", LessonsByPerson.of(problem));
        costs(red(rule, "ada", "cy").time(RED_1, MONDAY).seat(RED_1 + "#0", "anna"), 1, RED);
        costs(red(rule, "ada", "bo").time(RED_1, MONDAY).seat(RED_1 + "#0", "anna"), 0);
        costs(red(rule, "ada", "bo").time(RED_1, MONDAY).seat(RED_1 + "#0", "ben"), 2, RED);
    }

    @Test
    void adultNotInTheEarlierMeetingCostsOneForEachSession() {
        SingleRulePlugin.RuleFactory rule = (type, one, problem, demand) ->
                new MeetingRules(demand).notInEarlierMeeting(type, "training", Set.of("tutor"));
        var bench = red(rule, "ada")
                .time(RED_1, MONDAY)
                .time(RED_2, TUESDAY)
                .seat(RED_1 + "#0", "ben")
                .seat(RED_2 + "#0", "ben");
        costs(bench, 2, new StaffId("ben"));
        costs(bench.seat("trial/training#0", "ben"), 0);
    }

    @Test
    void ownerIsTheFirstGroupOrTheFirstStudentOrTheSessionItself() {
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
    void aSessionOfAnotherKindHasNoOwner() {
        SingleRulePlugin.RuleFactory rule = (type, one, problem, demand) -> {
            var rules = new MeetingRules(demand);
            Session talk = session(demand, RED_1);
            Session training = session(demand, TRAINING);
            assertThat(rules.ownerOfKind("talk").apply(talk)).isEqualTo(RED);
            assertThat(rules.ownerOfKind("talk").apply(training)).isNull();
            assertThat(rules.sessions("training")).containsExactly(training);
            return nothing(type);
        };

        assertThat(cost(red(rule))).isZero();
    }

    @Test
    void additionalDatesAndDatesOfOtherKindsChangeNothing() {
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
    void oneQualifiedAdultOfTwoIsEnoughInEitherSeat() {
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

    @Test
    void adultOfASecondSessionIsKnown() {
        SingleRulePlugin.RuleFactory rule = (type, one, problem, demand) ->
                new MeetingRules(demand).noKnownAdult(type, "talk", LessonsByPerson.of(problem));
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

    private static Session session(Demand demand, String id) {
        return demand.sessions().stream()
                .filter(one -> one.id().value().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Only a group of another intervention meets, with Anna. */
    private static RuleBench other(SingleRulePlugin.RuleFactory rule) {
        return bench(rule, "other")
                .join("ada", "other/red")
                .time("other/talk/red/1", MONDAY)
                .seat("other/talk/red/1#0", "anna");
    }
}
