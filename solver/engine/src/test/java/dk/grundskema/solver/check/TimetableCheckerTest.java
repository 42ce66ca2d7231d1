package dk.grundskema.solver.check;

import static dk.grundskema.solver.check.CheckerFixture.*;
import static dk.grundskema.solver.fixture.MeetingBuilder.aMeeting;
import static dk.grundskema.solver.fixture.Scenario.aScenario;
import static dk.grundskema.solver.testkit.MeetingTimes.inWeeks;
import static dk.grundskema.solver.testkit.MeetingTimes.time;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.demand.Task;
import dk.grundskema.domain.demand.TaskId;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.timetable.Delivery;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.fixture.FixturePlugin;
import dk.grundskema.solver.fixture.Scenario;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TimetableCheckerTest {
    private static final TimetableChecker CHECKER = new TimetableChecker(FixturePlugin::byType);

    private static List<Finding> findings(Scenario scenario) {
        return CHECKER.validate(scenario.problem(), scenario.timetable());
    }

    private static List<Finding> findings(Scenario problem, Scenario timetable) {
        return CHECKER.validate(problem.problem(), timetable.timetable());
    }

    @Test
    void faultsOfPluginsComeAfterThoseOfTheCore() {
        var own = medium("fixture.rule", 3, "something");
        assertThat(faults(aScenario().meeting(aMeeting("m").asking(true)).pluginFault(own)))
                .containsExactly(medium("core.missing-adult", 1, session("m")), own);
    }

    @Test
    void interventionWithoutPluginIsNamed() {
        var scenario = aScenario();
        assertThatThrownBy(() ->
                        new TimetableChecker(type -> Optional.empty()).check(scenario.problem(), scenario.timetable()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("(fixture)")
                .hasMessageContaining("(test)");
    }

    @Test
    void timetableOfItsProblemHasNoUnknownIds() {
        assertThat(findings(aScenario()
                        .group("class", "s")
                        .grouping(0, 3, List.of(), "t")
                        .task(new Task(
                                new TaskId("t"),
                                new InterventionId("test"),
                                "kind",
                                "Title",
                                date("2026-09-07"),
                                List.of(student("s"))))
                        .meeting(aMeeting("quiet").notHeld())
                        .meeting(aMeeting("m")
                                .by("anna", null)
                                .room("r")
                                .extraRoom("x")
                                .group("class")
                                .student("t")
                                .excused("t")
                                .claimingWithin("quiet"))
                        .meeting(aMeeting("whole").notHeld())
                        .meeting(aMeeting("part").partOf("whole").claimingWithin("m"))))
                .isEmpty();
    }

    @Test
    void eachUnknownIdOfAMeetingIsAnErrorAtItsPointer() {
        var strange = aScenario()
                .meeting(aMeeting("m")
                        .at(inWeeks(time("2026-09-07 08:00-10:00"), "2026-W36", "2026-W37", "2026-W40"))
                        .by(null, "bo")
                        .room("r")
                        .extraRoom("x")
                        .group("g")
                        .student("s")
                        .excused("t")
                        .claimingWithin("n"));
        assertThat(findings(aScenario(), strange))
                .containsExactly(
                        Finding.error("timetable.unknown-session", "/meetings/0/sessionId", session("m")),
                        Finding.error(
                                "timetable.week-outside",
                                "/meetings/0/weeks/0",
                                week("2026-W36"),
                                week("2026-W37"),
                                week("2026-W39")),
                        Finding.error(
                                "timetable.week-outside",
                                "/meetings/0/weeks/2",
                                week("2026-W40"),
                                week("2026-W37"),
                                week("2026-W39")),
                        Finding.error("timetable.unknown-room", "/meetings/0/roomId", room("r")),
                        Finding.error("timetable.unknown-room", "/meetings/0/extraRoomIds/0", room("x")),
                        Finding.error("timetable.unknown-group", "/meetings/0/groupIds/0", group("g")),
                        Finding.error("timetable.unknown-student", "/meetings/0/studentIds/0", student("s")),
                        Finding.error("timetable.unknown-student", "/meetings/0/excusedStudentIds/0", student("t")),
                        Finding.error("timetable.unknown-session", "/meetings/0/within/0", session("n")),
                        Finding.error("timetable.unknown-staff", "/meetings/0/seats/1/staffId", staff("bo")));
    }

    @Test
    void aPartOfASessionThatNobodyDemandsIsUnknown() {
        assertThat(findings(aScenario().meeting(aMeeting("part").partOf("nothing"))))
                .containsExactly(Finding.error("timetable.unknown-session", "/meetings/0/sessionId", session("part")));
    }

    @Test
    void unknownInterventionAndWeeksOfAMeetingAreErrors() {
        assertThat(findings(aScenario()
                        .meeting(aMeeting("m").claimingIntervention("elsewhere").demandedWeek("2026-W40"))))
                .containsExactly(
                        Finding.error(
                                "timetable.unknown-intervention",
                                "/meetings/0/interventionId",
                                new InterventionId("elsewhere")),
                        Finding.error(
                                "timetable.week-outside",
                                "/meetings/0/demandedWeeks/0",
                                week("2026-W40"),
                                week("2026-W37"),
                                week("2026-W39")));
    }

    @Test
    void aGroupThatIsToBeFormedIsKnown() {
        var team = new Group(group("team"), "Team", Group.Kind.TEAM, List.of());
        assertThat(findings(aScenario()
                        .grouping(0, 3, List.of(team), "s")
                        .formed("team", "s")
                        .meeting(aMeeting("m").group("team"))))
                .isEmpty();
    }

    @Test
    void unknownIdsOfGroupsMembersAndTasksAreErrors() {
        var member = new GroupMember(student("s"), new TreeSet<>(List.of(week("2026-W40"))));
        var task = new Task(
                new TaskId("t"),
                new InterventionId("elsewhere"),
                "kind",
                "Title",
                date("2026-09-07"),
                List.of(student("s")));
        assertThat(findings(
                        aScenario(), aScenario().formed("g", List.of(member)).task(task)))
                .containsExactly(
                        Finding.error("timetable.unknown-group", "/groups/0/id", group("g")),
                        Finding.error("timetable.unknown-student", "/groups/0/members/0/studentId", student("s")),
                        Finding.error(
                                "timetable.week-outside",
                                "/groups/0/members/0/weeks/0",
                                week("2026-W40"),
                                week("2026-W37"),
                                week("2026-W39")),
                        Finding.error(
                                "timetable.unknown-intervention",
                                "/tasks/0/interventionId",
                                new InterventionId("elsewhere")),
                        Finding.error("timetable.unknown-task", "/tasks/0/taskId", new TaskId("t")),
                        Finding.error("timetable.unknown-student", "/tasks/0/studentIds/0", student("s")));
    }

    @Test
    void unknownIdsOfOutcomesAreErrors() {
        var scenario = aScenario().meeting(aMeeting("m").at("2026-09-07 08:00-09:00"));
        Timetable plan = scenario.timetable();
        var entered = List.of(
                delivery("m", "2026-09-07"), delivery("m", "2026-09-08"), delivery("x", "2026-09-07", "nobody"));
        var with = new Timetable(
                plan.version(),
                plan.problem(),
                plan.zone(),
                plan.seed(),
                plan.score(),
                plan.rules(),
                plan.groups(),
                plan.meetings(),
                plan.tasks(),
                entered);

        assertThat(CHECKER.validate(scenario.problem(), "0", with))
                .containsExactly(
                        Finding.error(
                                "timetable.delivery-on-another-date",
                                "/deliveries/1/date",
                                date("2026-09-08"),
                                new SessionId("m")),
                        Finding.error("timetable.unknown-session", "/deliveries/2/sessionId", new SessionId("x")),
                        Finding.error("timetable.unknown-student", "/deliveries/2/absent/0", student("nobody")));
        assertThat(plan.withDeliveries(entered).deliveries()).containsExactly(entered.getFirst());
    }

    private static Delivery delivery(String session, String date, String... absent) {
        return new Delivery(
                new SessionId(session),
                date(date),
                true,
                "",
                Arrays.stream(absent).map(StudentId::new).collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void anotherProblemIsAWarningAndAnotherZoneAnError() {
        var scenario = aScenario();
        Timetable own = scenario.timetable();
        var other = new Timetable(
                own.version(),
                "abc",
                ZoneId.of("Europe/London"),
                own.seed(),
                own.score(),
                own.rules(),
                own.groups(),
                own.meetings(),
                own.tasks());
        assertThat(CHECKER.validate(scenario.problem(), "abc", other))
                .containsExactly(Finding.error("timetable.other-zone", "/zone", "Europe/London", "Europe/Copenhagen"));
        assertThat(CHECKER.validate(scenario.problem(), "def", own))
                .containsExactly(Finding.warning("timetable.other-problem", "/problem"));
        assertThat(CHECKER.validate(scenario.problem(), "0", own)).isEmpty();
    }

    @Test
    void timetableWithUnknownIdsIsChecked() {
        var strange = aScenario()
                .meeting(
                        aMeeting("m").by("bo").room("r").group("g").student("s").claimingWithin("n"));
        assertThat(CHECKER.checkRules(aScenario().problem(), strange.timetable()))
                .isEmpty();
    }
}
