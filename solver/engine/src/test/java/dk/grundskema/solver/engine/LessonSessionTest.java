package dk.grundskema.solver.engine;

import static dk.grundskema.solver.fixture.MeetingBuilder.aMeeting;
import static dk.grundskema.solver.fixture.Scenario.aScenario;
import static dk.grundskema.solver.testkit.LessonBuilder.aLesson;
import static dk.grundskema.solver.testkit.RoomBuilder.aRoom;
import static dk.grundskema.solver.testkit.StaffBuilder.aStaffMember;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.grundskema.domain.demand.LessonId;
import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.SeatId;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.problem.SeatLock;
import dk.grundskema.domain.problem.SessionLock;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.change.Absence;
import dk.grundskema.solver.change.AbsenceTrial;
import dk.grundskema.solver.check.TimetableChecker;
import dk.grundskema.solver.fixture.FixturePlugin;
import dk.grundskema.solver.fixture.Scenario;
import dk.grundskema.solver.registry.PluginRegistry;
import dk.grundskema.solver.report.FidelityAssessor;
import dk.grundskema.solver.testkit.MeetingTimes;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A session that is a lesson of the existing timetable: the lesson is fixed, seats and an additional room are decided. */
class LessonSessionTest {
    private static final PluginRegistry PLUGINS = PluginRegistry.of(List.of(new FixturePlugin()));
    private static final MeetingTime EVERY_WEEK =
            MeetingTimes.inWeeks(MeetingTimes.time("2026-09-07 08:00-08:45"), "2026-W37", "2026-W38", "2026-W39");

    private static Session.Builder join(String id, String lesson) {
        return Session.builder(
                        new SessionId(id),
                        new InterventionId(Scenario.INTERVENTION),
                        "lesson",
                        "Danish 1a",
                        new SiteId("home"))
                .form("parallel")
                .subject("danish")
                .at(EVERY_WEEK)
                .lesson(new LessonId(lesson));
    }

    private static Seat seat(String session, String... candidates) {
        return new Seat(
                new SeatId(session + "#0"),
                List.of(new SessionId(session)),
                0,
                "co-teacher",
                false,
                List.of(candidates).stream().map(StaffId::new).toList());
    }

    /** A class with a Danish lesson by two teachers, which Ane may join. */
    private static Scenario school() {
        return aScenario()
                .group("1a", "dea", "eli")
                .staff(aStaffMember("ane"))
                .staff(aStaffMember("tove"))
                .staff(aStaffMember("ulf"))
                .room(aRoom("r1"))
                .room(aRoom("r2"))
                .room(aRoom("r3"))
                .lesson(aLesson("l1")
                        .at(EVERY_WEEK)
                        .room("r1")
                        .extraRoom("r2")
                        .group("1a")
                        .student("gry")
                        .by("tove")
                        .by("ulf"));
    }

    private static Scenario joined() {
        return school().student(dk.grundskema.solver.testkit.StudentBuilder.aStudent("gry"))
                .session(join("d", "l1").rooms(List.of(new RoomId("r3"))).build())
                .seat(seat("d", "ane"));
    }

    private static TrialPlan trial(Scenario scenario) {
        return TrialPlan.of(PLUGINS, scenario.problem(), null);
    }

    private static Meeting meeting(Timetable timetable) {
        return timetable.meetings().getFirst();
    }

    private static long faults(Scenario scenario, Timetable timetable) {
        return new TimetableChecker(FixturePlugin::byType)
                .check(scenario.problem(), timetable)
                .size();
    }

    @Test
    void meetingHasPeopleAndRoomsOfTheLessonAndItsOwnSeatsAfterTheTeachers() {
        Meeting meeting = meeting(trial(joined())
                .seat(new SeatId("d#0"), new StaffId("ane"))
                .room(new SessionId("d"), new RoomId("r3"))
                .timetable("h"));

        assertThat(meeting.kind()).isEqualTo("lesson");
        assertThat(meeting.form()).isEqualTo("parallel");
        assertThat(meeting.title()).isEqualTo("Danish 1a");
        assertThat(meeting.weeks()).isEqualTo(EVERY_WEEK.weeks());
        assertThat(meeting.groupIds()).extracting(Object::toString).containsExactly("1a");
        assertThat(meeting.studentIds()).extracting(Object::toString).containsExactly("gry");
        assertThat(meeting.roomId()).hasToString("r1");
        assertThat(meeting.extraRoomIds()).extracting(Object::toString).containsExactly("r2", "r3");
        assertThat(meeting.seats())
                .containsExactly(
                        new MeetingSeat("teacher", new StaffId("tove"), true, true),
                        new MeetingSeat("teacher", new StaffId("ulf"), true, true),
                        new MeetingSeat("co-teacher", new StaffId("ane"), false, false));
    }

    @Test
    void coTeacherInALessonBreaksNoRule() {
        var trial =
                trial(joined()).seat(new SeatId("d#0"), new StaffId("ane")).room(new SessionId("d"), new RoomId("r3"));

        assertThat(trial.score().hard()).isZero();
        assertThat(trial.score().medium()).isZero();
        assertThat(faults(joined(), trial.timetable("h"))).isZero();
    }

    @Test
    void additionalRoomIsUsedOnlyIfTheSeatIsFilled() {
        var scenario = joined().meeting(aMeeting("other").at(EVERY_WEEK).room("r3"));
        var trial = trial(scenario)
                .room(new SessionId("other"), new RoomId("r3"))
                .room(new SessionId("d"), new RoomId("r3"));

        assertThat(trial.penalty("core.room-in-two-places")).isZero();
        assertThat(trial.timetable("h").meetings().stream()
                        .filter(one -> one.kind().equals("lesson"))
                        .findFirst()
                        .orElseThrow()
                        .extraRoomIds())
                .extracting(Object::toString)
                .containsExactly("r2");
        trial.seat(new SeatId("d#0"), new StaffId("ane"));
        assertThat(trial.penalty("core.room-in-two-places")).isEqualTo(3 * 45);
        assertThat(faults(scenario, trial.timetable("h"))).isEqualTo(3);
    }

    @Test
    void additionalRoomOfALessonIsBusyForOtherSessions() {
        var scenario = school().student(dk.grundskema.solver.testkit.StudentBuilder.aStudent("gry"))
                .meeting(aMeeting("other").at(EVERY_WEEK).room("r2"));
        var trial = trial(scenario).room(new SessionId("other"), new RoomId("r2"));

        assertThat(trial.penalty("core.room-in-two-places")).isEqualTo(3 * 45);
        assertThat(faults(scenario, trial.timetable("h"))).isEqualTo(3);
    }

    @Test
    void lessonWithoutSecondAdultStillHasAnAdult() {
        var needed = new Seat(
                new SeatId("d#0"), List.of(new SessionId("d")), 0, "co-teacher", true, List.of(new StaffId("ane")));
        var scenario = school().student(dk.grundskema.solver.testkit.StudentBuilder.aStudent("gry"))
                .session(join("d", "l1").build())
                .seat(needed);
        var trial = trial(scenario);

        assertThat(trial.penalty("core.missing-adult")).isEqualTo(1);
        assertThat(faults(scenario, trial.timetable("h"))).isEqualTo(1);
    }

    @Test
    void teachersOfThisOrASimultaneousLessonAreNoCandidates() throws InterruptedException {
        var scenario = school().student(dk.grundskema.solver.testkit.StudentBuilder.aStudent("gry"))
                .lesson(aLesson("l2").at("2026-09-14 08:30-09:15").by("ane"))
                .session(join("d", "l1").build())
                .seat(seat("d", "ane", "tove"));

        Timetable plan = StepLimitedSolves.solve(scenario.problem(), 50);
        var forced = trial(scenario);

        assertThat(meeting(plan).seats().getLast().staffId()).isNull();
        assertThat(forced.seat(new SeatId("d#0"), new StaffId("ane")).penalty("core.person-in-two-places"))
                .isEqualTo(15);
        assertThat(forced.seat(new SeatId("d#0"), new StaffId("tove")).penalty("core.person-in-two-places"))
                .isEqualTo(3 * 45);
    }

    @Test
    void seatPositionsOfLocksCountTheTeachersFirst() throws InterruptedException {
        var scenario = joined().lock(new SessionLock(
                new SessionId("d"),
                EVERY_WEEK,
                null,
                null,
                List.of(new SeatLock(0, new StaffId("tove")), new SeatLock(2, new StaffId("ane")))));

        Timetable plan = StepLimitedSolves.solve(scenario.problem(), 50);

        assertThat(StepLimitedSolves.planner().validate(scenario.problem())).isEmpty();
        assertThat(meeting(plan).seats().getLast())
                .isEqualTo(new MeetingSeat("co-teacher", new StaffId("ane"), false, true));
        assertThat(faults(scenario, plan)).isZero();
    }

    @Test
    void lockCannotChangeTeachersOrTimeOfALesson() {
        var scenario = joined().lock(new SessionLock(
                new SessionId("d"),
                MeetingTimes.time("2026-09-08 08:00-08:45"),
                null,
                null,
                List.of(
                        new SeatLock(1, new StaffId("ane")),
                        new SeatLock(2, new StaffId("ane")),
                        new SeatLock(4, new StaffId("ane")))));

        assertThat(StepLimitedSolves.planner().validate(scenario.problem()))
                .containsExactlyInAnyOrder(
                        Finding.error("lock.lesson-stays", "/locks/0/time", "Danish 1a"),
                        Finding.error("lock.teacher-stays", "/locks/0/seats/0/position", 1, "Danish 1a", 2),
                        Finding.error("lock.no-such-seat", "/locks/0/seats/2/position", 4, 3));
    }

    @Test
    void finishedTimetableIsReadWithSeatAndAdditionalRoom() {
        var trial =
                trial(joined()).seat(new SeatId("d#0"), new StaffId("ane")).room(new SessionId("d"), new RoomId("r3"));
        Timetable timetable = trial.timetable("h");
        var again = TrialPlan.of(PLUGINS, joined().problem(), timetable);

        assertThat(again.penalty("core.difference")).isEqualTo(2);
        assertThat(again.from(timetable).penalty("core.difference")).isZero();
        assertThat(again.timetable("h").meetings()).isEqualTo(timetable.meetings());
    }

    @Test
    void changedLessonInATimetableIsAFault() {
        Meeting held = meeting(trial(joined()).timetable("h"));
        var other = new Meeting(
                held.sessionId(),
                null,
                held.demandedWeeks(),
                held.interventionId(),
                held.kind(),
                held.form(),
                held.title(),
                held.subject(),
                held.weeks(),
                held.weekday(),
                held.start(),
                held.end().plusMinutes(15),
                new RoomId("r3"),
                held.extraRoomIds(),
                held.groupIds(),
                held.studentIds(),
                List.of(),
                List.of(),
                List.of(held.seats().get(1), held.seats().get(0), held.seats().get(2)),
                held.workload(),
                held.locked());
        var whole = trial(joined()).timetable("h");
        var changed = new Timetable(
                whole.version(),
                whole.problem(),
                whole.zone(),
                whole.seed(),
                whole.score(),
                whole.rules(),
                whole.groups(),
                List.of(other),
                whole.tasks());

        assertThat(new TimetableChecker(FixturePlugin::byType).check(joined().problem(), changed))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.rule()).isEqualTo("core.lock-kept");
                    assertThat(fault.amount()).isEqualTo(4);
                });
    }

    @Test
    void absenceOfTheTeacherVacatesNoSeatAndThatOfTheCoTeacherTheWholeSeat() {
        Timetable plan = trial(joined().staff(aStaffMember("bo")))
                .seat(new SeatId("d#0"), new StaffId("ane"))
                .room(new SessionId("d"), new RoomId("r3"))
                .timetable("h");

        assertThat(replan(plan, "tove", "2026-09-07T00:00", "2026-09-26T00:00").vacantSeats())
                .isEmpty();
        var fallen = replan(plan, "ane", "2026-09-07T00:00", "2026-09-26T00:00");
        Meeting repaired = meeting(fallen.repair(SolveLimits.ofSteps(1000)).timetable());
        assertThat(fallen.vacantSeats()).hasSize(1);
        assertThat(repaired.seats()).hasSize(3);
        assertThat(repaired.seats().getLast().staffId()).isNull();
        assertThat(repaired.seats().getFirst().staffId()).hasToString("tove");
        assertThat(repaired.extraRoomIds()).extracting(Object::toString).containsExactly("r2");
    }

    @Test
    void absenceOfOneDayDoesNotReassignAYearsLessons() {
        Timetable plan =
                trial(joined()).seat(new SeatId("d#0"), new StaffId("ane")).timetable("h");

        var replan = replan(plan, "ane", "2026-09-14T00:00", "2026-09-15T00:00");
        Meeting repaired = meeting(replan.repair(SolveLimits.ofSteps(1000)).timetable());

        assertThat(replan.vacantSeats()).isEmpty();
        assertThat(repaired.seats().getLast().staffId()).hasToString("ane");
    }

    @Test
    void datesOnWhichAWeeklyLessonLacksAPersonAreListedWithFreeCandidates() {
        var d = new SeatId("d#0");
        Timetable plan = trial(joined()).seat(d, new StaffId("ane")).timetable("h");
        var oneDay = replan(plan, "ane", "2026-09-14T00:00", "2026-09-15T00:00")
                .changer()
                .openDays();
        var teacher = replan(plan, "tove", "2026-09-14T00:00", "2026-09-15T00:00")
                .changer()
                .openDays();
        var throughout = replan(plan, "ane", "2026-09-07T00:00", "2026-09-26T00:00")
                .changer()
                .openDays();
        var afterwards = replan(plan, "ane", "2026-09-15T00:00", "2026-09-16T00:00")
                .changer()
                .openDays();

        assertThat(oneDay).singleElement().satisfies(one -> {
            assertThat(one.staffId()).hasToString("ane");
            assertThat(one.dates()).containsExactly(java.time.LocalDate.parse("2026-09-14"));
            assertThat(one.isFact()).isFalse();
            assertThat(one.free()).doesNotContain(new StaffId("ane"));
        });
        assertThat(teacher).singleElement().satisfies(one -> {
            assertThat(one.isFact()).isTrue();
            assertThat(one.free()).isEmpty();
        });
        assertThat(throughout).as("somebody can take it as a whole").isEmpty();
        assertThat(afterwards).isEmpty();
    }

    private static AbsenceTrial replan(Timetable plan, String who, String from, String until) {
        return AbsenceTrial.of(
                StepLimitedSolves.registry(),
                joined().problem(),
                plan,
                LocalDateTime.parse("2026-09-07T00:00"),
                new Absence(new StaffId(who), LocalDateTime.parse(from), LocalDateTime.parse(until)));
    }

    @Test
    void sessionOfAnUnknownLessonOrAtAnotherTimeThrows() {
        var unknown = school().student(dk.grundskema.solver.testkit.StudentBuilder.aStudent("gry"))
                .session(join("d", "l9").build())
                .problem();
        var outside = school().student(dk.grundskema.solver.testkit.StudentBuilder.aStudent("gry"))
                .session(join("d", "l1")
                        .at(MeetingTimes.inWeeks(MeetingTimes.time("2026-09-07 08:00-08:45"), "2026-W37", "2026-W40"))
                        .build())
                .problem();

        assertThatThrownBy(() -> TrialPlan.of(PLUGINS, unknown, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("d", "l9", "Maybe");
        assertThatThrownBy(() -> TrialPlan.of(PLUGINS, outside, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("d", "l1", "Maybe");
        assertThatThrownBy(() -> trial(joined()).time(new SessionId("d"), MeetingTimes.time("2026-09-08 08:00-08:45")))
                .hasMessageContaining("existing timetable");
    }

    @Test
    void decisionDoesNotExcuseStudentsFromBusyTime() {
        var excused =
                aMeeting("camp").at("2026-09-07 08:00-10:00").student("dea").excuse();
        var taught = aScenario()
                .lesson(aLesson("l").at("2026-09-07 08:00-08:45").student("dea"))
                .meeting(excused);
        var busy = aScenario()
                .lesson(aLesson("l").at("2026-09-07 08:00-08:45").student("dea").busy())
                .meeting(excused);

        assertThat(trial(taught).penalty("core.student-in-two-places")).isZero();
        assertThat(meeting(trial(taught).timetable("h")).excusedStudentIds()).hasSize(1);
        assertThat(trial(busy).penalty("core.student-in-two-places")).isEqualTo(45);
        assertThat(meeting(trial(busy).timetable("h")).excusedStudentIds()).isEmpty();
        assertThat(faults(busy, trial(busy).timetable("h"))).isEqualTo(1);
    }

    @Test
    void problemWithoutInterventionsIsSolvedCheckedAndCounted() throws InterruptedException {
        var problem = new dk.grundskema.domain.problem.Problem(
                1,
                "Nothing",
                joined().problem().language(),
                joined().problem().horizon(),
                joined().problem().sites(),
                List.of(),
                joined().problem().rooms(),
                List.of(),
                joined().problem().staff(),
                joined().problem().students(),
                joined().problem().groups(),
                joined().problem().lessons(),
                joined().problem().work(),
                List.of(),
                List.of(),
                List.of(),
                new java.util.TreeMap<>());

        Timetable plan = StepLimitedSolves.solve(problem, 50);

        assertThat(plan.meetings()).isEmpty();
        assertThat(StepLimitedSolves.planner().validate(problem)).isEmpty();
        assertThat(StepLimitedSolves.planner().precheck(problem)).isEmpty();
        var checker = new TimetableChecker(FixturePlugin::byType);
        assertThat(checker.check(problem, plan)).isEmpty();
        assertThat(new FidelityAssessor(FixturePlugin::byType, checker).assess(problem, plan))
                .isNotNull();
    }
}
