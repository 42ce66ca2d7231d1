package dk.grundskema.solver.check;

import static dk.grundskema.solver.check.CheckerFixture.*;
import static dk.grundskema.solver.fixture.MeetingBuilder.aMeeting;
import static dk.grundskema.solver.fixture.Scenario.aScenario;
import static dk.grundskema.solver.testkit.StudentBuilder.aStudent;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.Grouping;
import dk.grundskema.domain.finding.Figure;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.solver.fixture.FixturePlugin;
import dk.grundskema.solver.fixture.Scenario;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GroupCheckTest {
    private static Group toForm(String id, String... given) {
        return new Group(
                group(id),
                "Team " + id,
                Group.Kind.TEAM,
                Arrays.stream(given)
                        .map(one -> GroupMember.always(student(one)))
                        .toList());
    }

    private static List<Group> twoTeams() {
        return List.of(toForm("a"), toForm("b"));
    }

    @Test
    void groupsOfTheSmallestAndTheLargestSizeAreNoFault() {
        assertThat(faults(aScenario()
                        .grouping(1, 2, twoTeams(), "s", "t", "u")
                        .formed("a", "s")
                        .formed("b", "t", "u")))
                .isEmpty();
    }

    @Test
    void groupTooSmallOrTooLargeCostsEachStudentOfTheDifference() {
        assertThat(faults(aScenario()
                        .grouping(2, 2, twoTeams(), "s", "t", "u", "v")
                        .formed("b", "s", "t", "u", "v")))
                .containsExactly(hard("core.group-size", 2, group("a")), hard("core.group-size", 2, group("b")));
    }

    private static Scenario mayStayEmpty() {
        return aScenario()
                .grouping(new Grouping(
                        new InterventionId(Scenario.INTERVENTION),
                        List.of(toForm("a", "x"), toForm("b")),
                        List.of(student("s"), student("t")),
                        2,
                        2,
                        true,
                        Map.of(student("s"), List.of(group("b"))),
                        Map.of(student("t"), 7)));
    }

    @Test
    void emptyOptionalGroupIsNoFaultAndAStudentWithoutGroupCostsTheNeed() {
        assertThat(faults(mayStayEmpty()))
                .containsExactly(
                        medium("core.student-without-group", 1, student("s")),
                        medium("core.student-without-group", 7, student("t")));
        assertThat(faults(mayStayEmpty().formed("b", "s", "t"))).isEmpty();
    }

    @Test
    void optionalGroupWithOneMemberIsTooSmall() {
        assertThat(faults(mayStayEmpty().formed("a", "x", "t").formed("b", "s")))
                .containsExactly(hard("core.group-size", 1, group("b")));
    }

    @Test
    void studentInAGroupOfAnotherGroupingIsAFault() {
        assertThat(faults(mayStayEmpty().formed("a", "x", "s")))
                .containsExactly(
                        hard("core.group-not-allowed", 1, student("s"), group("a")),
                        medium("core.student-without-group", 7, student("t")));
    }

    @Test
    void givenMembersMissingInTheTimetableCountForTheSize() {
        assertThat(faults(aScenario()
                        .grouping(1, 1, List.of(toForm("a", "s"), toForm("b")), "t", "u")
                        .formed("a", "t")
                        .formed("b", "u")))
                .containsExactly(hard("core.group-size", 1, group("a")));
    }

    @Test
    void aStudentInNoGroupOfTheGroupingLacksOne() {
        assertThat(faults(aScenario()
                        .group("class", "t")
                        .grouping(0, 5, twoTeams(), "s", "t")
                        .formed("a", "s")))
                .containsExactly(medium("core.student-without-group", 1, student("t")));
    }

    @Test
    void aStudentInAnyGroupOfTheGroupingHasOne() {
        assertThat(faults(aScenario().grouping(0, 5, twoTeams(), "s").formed("b", "s")))
                .isEmpty();
    }

    @Test
    void vetoCostsOneInBothDirections() {
        for (var vetoing : List.of(List.of("s", "t"), List.of("t", "s"))) {
            assertThat(faults(aScenario()
                            .student(aStudent("s"))
                            .student(aStudent(vetoing.get(0)).neverWith(vetoing.get(1)))
                            .grouping(0, 5, twoTeams(), "s", "t")
                            .formed("b", "s", "t")))
                    .containsExactly(hard("core.never-together", 1, student("s"), student("t"), group("b")));
        }
    }

    @Test
    void mutualVetoCountsOnce() {
        assertThat(faults(aScenario()
                        .student(aStudent("s").neverWith("t"))
                        .student(aStudent("t").neverWith("s"))
                        .grouping(0, 5, twoTeams(), "s", "t")
                        .formed("a", "s", "t")))
                .hasSize(1);
    }

    @Test
    void vetoInDifferentGroupsOrInAGivenClassIsNoFault() {
        assertThat(faults(aScenario()
                        .student(aStudent("s").neverWith("t"))
                        .group("class", "s", "t")
                        .grouping(0, 5, twoTeams(), "s", "t")
                        .formed("a", "s")
                        .formed("b", "t")))
                .isEmpty();
    }

    @Test
    void vetoBetweenGivenMembersIsNoFaultButWithAThirdWhoJoinsIs() {
        assertThat(faults(aScenario()
                        .student(aStudent("s").neverWith("t"))
                        .student(aStudent("t"))
                        .student(aStudent("u").neverWith("s"))
                        .grouping(0, 5, List.of(toForm("a", "s", "t")), "u")
                        .formed("a", "s", "t", "u")))
                .containsExactly(hard("core.never-together", 1, student("s"), student("u"), group("a")));
    }

    @Test
    void membersOfAGivenGroupMissingInTheTimetableAreInIt() {
        var problem = aScenario()
                .group("class", "s")
                .meeting(aMeeting("m").group("class"))
                .meeting(aMeeting("n").student("s"));
        var forgetful = aScenario()
                .meeting(aMeeting("m").group("class"))
                .meeting(aMeeting("n").student("s"));
        assertThat(new TimetableChecker(FixturePlugin::byType).checkRules(problem.problem(), forgetful.timetable()))
                .containsExactly(hard(
                        "core.student-in-two-places",
                        120,
                        student("s"),
                        date("2026-09-07"),
                        new Figure(session("m")),
                        new Figure(session("n"))));
    }
}
