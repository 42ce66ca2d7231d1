package dk.grundskema.solver.report;

import static dk.grundskema.solver.fixture.MeetingBuilder.aMeeting;
import static dk.grundskema.solver.fixture.Scenario.aScenario;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Task;
import dk.grundskema.domain.demand.TaskId;
import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.fidelity.Ask.Status;
import dk.grundskema.domain.fidelity.FidelityReport;
import dk.grundskema.domain.fidelity.PlanFidelity;
import dk.grundskema.domain.fidelity.Reason;
import dk.grundskema.domain.fidelity.Shortfall;
import dk.grundskema.domain.finding.Figure;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.check.TimetableChecker;
import dk.grundskema.solver.fixture.FixturePlugin;
import dk.grundskema.solver.fixture.Scenario;
import dk.grundskema.solver.spi.InterventionType.Category;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FidelityAssessorTest {
    private static final StaffId ANNA = new StaffId("anna");

    private static Scenario scenario() {
        return aScenario()
                .work(new WorkRules(11, 35, null, null, null, 168, 52, LocalTime.of(17, 0)))
                .meeting(aMeeting("m0").at("2026-09-07 08:00-12:00").by("anna"))
                .meeting(aMeeting("m1").at("2026-09-08 08:00-12:00").by("bob"));
    }

    private static PlanFidelity assess(Scenario scenario, Timetable timetable) {
        return new FidelityAssessor(FixturePlugin::byType, new TimetableChecker(FixturePlugin::byType))
                .assess(scenario.problem(), timetable);
    }

    private static PlanFidelity assess(Scenario scenario) {
        return assess(scenario, scenario.timetable());
    }

    private static Ask ask(PlanFidelity fidelity, String code) {
        return fidelity.everyPlan().stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void lawfulRestIsAskedForEverybodyOnDuty() {
        var fidelity = assess(scenario());

        assertThat(fidelity.everyPlan())
                .extracting(Ask::code, Ask::status, Ask::asked, Ask::given, Ask::arguments)
                .containsExactly(
                        tuple("core.ask.daily-rest", Status.MET, 2L, 2L, List.of(11)),
                        tuple("core.ask.weekly-rest", Status.MET, 2L, 2L, List.of(35)),
                        tuple("core.ask.average-hours", Status.MET, 2L, 2L, List.of(168)));
    }

    @Test
    void supportLimitsAreAskedForOnlyIfThereIsSupport() {
        var books = new Task(
                new TaskId("other-0/1"),
                new InterventionId("other-0"),
                "books",
                "Books",
                LocalDate.parse("2026-09-09"),
                List.of(new StudentId("dea"), new StudentId("eli")));
        var scenario = aScenario()
                .support(60, 130)
                .category(Category.SMALL_GROUP)
                .group("all", "dea", "eli", "fie")
                .otherIntervention(
                        Category.SUPPLEMENTARY,
                        new Demand(List.of(), List.of(), List.of(), List.of(), List.of(books), Map.of()))
                .task(books)
                .meeting(aMeeting("m").at("2026-09-07 10:00-11:10").student("eli"))
                .meeting(aMeeting("n").at("2026-09-08 10:00-11:10").student("eli"))
                .meeting(aMeeting("o").at("2026-09-08 10:00-11:00").student("fie"));

        var fidelity = assess(scenario);

        assertThat(ask(fidelity, "core.ask.supplementary-alone"))
                .extracting(Ask::asked, Ask::given, Ask::places)
                .containsExactly(
                        2L,
                        1L,
                        List.of(Shortfall.at(
                                Reason.of("core.why.supplementary-alone", 1L, new InterventionId("other-0")),
                                new StudentId("dea"))));
        assertThat(ask(fidelity, "core.ask.support-limits"))
                .extracting(Ask::asked, Ask::given, Ask::arguments, Ask::places)
                .containsExactly(
                        2L,
                        1L,
                        List.of(60, 130),
                        List.of(Shortfall.at(
                                Reason.of("core.why.support-a-day", 10L, LocalDate.parse("2026-09-07")),
                                new StudentId("eli"))));
    }

    @Test
    void personWithoutRestIsNamedOnceWithTheTimes() {
        var scenario = scenario()
                .meeting(aMeeting("m2").at("2026-09-07 18:00-21:01").by("anna"))
                .meeting(aMeeting("m3").at("2026-09-09 08:00-22:00").by("anna"));

        Ask rest = ask(assess(scenario), "core.ask.daily-rest");

        assertThat(rest).extracting(Ask::asked, Ask::given, Ask::shortBy).containsExactly(2L, 1L, 1L);
        assertThat(rest.places())
                .containsExactly(Shortfall.at(
                        Reason.of(
                                "core.why.daily-rest",
                                1L,
                                LocalDateTime.parse("2026-09-07T08:00"),
                                LocalDateTime.parse("2026-09-07T21:01"),
                                Figure.ofMinutes(11 * 60 - 1),
                                Figure.ofMinutes(11 * 60),
                                Figure.ofMinutes(1)),
                        ANNA));
    }

    @Test
    void onlyALockWithinTheTimeIsTheReason() {
        var scenario =
                scenario().meeting(aMeeting("m2").at("2026-09-07 18:00-21:01").by("anna"));
        var inside = locked(scenario.timetable(), "m2");
        var outside = locked(
                scenario.meeting(aMeeting("m4").at("2026-09-10 08:00-09:00").by("anna"))
                        .timetable(),
                "m4");

        assertThat(ask(assess(scenario, inside), "core.ask.daily-rest")
                        .places()
                        .getFirst()
                        .why()
                        .code())
                .isEqualTo("core.why.daily-rest-locked");
        assertThat(ask(assess(scenario, outside), "core.ask.daily-rest")
                        .places()
                        .getFirst()
                        .why()
                        .code())
                .isEqualTo("core.why.daily-rest");
    }

    private static Timetable locked(Timetable timetable, String session) {
        return new Timetable(
                timetable.version(),
                timetable.problem(),
                timetable.zone(),
                timetable.seed(),
                timetable.score(),
                timetable.rules(),
                timetable.groups(),
                timetable.meetings().stream()
                        .map(one -> one.sessionId().value().endsWith(session) ? locked(one) : one)
                        .toList(),
                timetable.tasks());
    }

    private static Meeting locked(Meeting one) {
        return new Meeting(
                one.sessionId(),
                one.originId(),
                one.demandedWeeks(),
                one.interventionId(),
                one.kind(),
                one.form(),
                one.title(),
                one.subject(),
                one.weeks(),
                one.weekday(),
                one.start(),
                one.end(),
                one.roomId(),
                one.extraRoomIds(),
                one.groupIds(),
                one.studentIds(),
                one.excusedStudentIds(),
                one.within(),
                one.seats().stream()
                        .map(seat -> new MeetingSeat(seat.role(), seat.staffId(), seat.required(), true))
                        .toList(),
                one.workload(),
                one.locked());
    }

    @Test
    void pluginWithoutAsksReportsNothing() {
        assertThat(assess(scenario()).interventions())
                .extracting(FidelityReport::asks)
                .containsOnly(List.of());
    }

    @Test
    void unknownTypeThrows() {
        var scenario = scenario();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FidelityAssessor(
                                type -> Optional.empty(), new TimetableChecker(type -> Optional.empty()))
                        .assess(scenario.problem(), scenario.timetable()));
    }
}
