package dk.grundskema.solver.change;

import static dk.grundskema.solver.fixture.MeetingBuilder.aMeeting;
import static dk.grundskema.solver.fixture.Scenario.aScenario;
import static dk.grundskema.solver.testkit.LessonBuilder.aLesson;
import static dk.grundskema.solver.testkit.MeetingTimes.time;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dk.grundskema.domain.demand.Grouping;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.demand.Task;
import dk.grundskema.domain.demand.TaskId;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.problem.SeatLock;
import dk.grundskema.domain.problem.SessionLock;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.time.Period;
import dk.grundskema.domain.timetable.Delivery;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.PersonDay;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.change.PlanChanger.OrdinaryLesson;
import dk.grundskema.solver.change.SeatCandidates.RejectedCandidate;
import dk.grundskema.solver.change.SeatCandidates.SeatCandidate;
import dk.grundskema.solver.change.SeatCandidates.SeatObstacle;
import dk.grundskema.solver.engine.SolveLimits;
import dk.grundskema.solver.engine.StepLimitedSolves;
import dk.grundskema.solver.engine.TrialPlan;
import dk.grundskema.solver.fixture.Scenario;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Absences as changes of a plan: the vacant seats, their candidates, and the least change. */
class AbsenceChangeTest {
    private static final LocalDate MONDAY = LocalDate.parse("2026-09-07");
    private static final SolveLimits STEPS = SolveLimits.ofSteps(100_000);

    private static Absence away(String who, String from, String until) {
        return new Absence(new StaffId(who), LocalDateTime.parse(from), LocalDateTime.parse(until));
    }

    private static Absence allMonday(String who) {
        return away(who, "2026-09-07T00:00", "2026-09-08T00:00");
    }

    private static AbsenceTrial replan(Scenario scenario, LocalDateTime now, Absence... absences) {
        return AbsenceTrial.of(StepLimitedSolves.registry(), scenario.problem(), scenario.timetable(), now, absences);
    }

    private static AbsenceTrial replan(Scenario scenario, Absence... absences) {
        return replan(scenario, MONDAY.atStartOfDay(), absences);
    }

    private static List<String> holders(Timetable timetable, String session) {
        return timetable.meetings().stream()
                .filter(one -> one.sessionId().equals(new SessionId(session)))
                .flatMap(one -> one.seats().stream())
                .map(MeetingSeat::staffId)
                .map(String::valueOf)
                .toList();
    }

    private static Scenario twoMornings() {
        return aScenario()
                .meeting(
                        aMeeting("early").at("2026-09-07 08:00-10:00").by("ane").candidates("ane", "bo", "cai"))
                .meeting(aMeeting("late").at("2026-09-07 10:00-12:00").by("ane").candidates("ane", "bo", "cai"))
                .meeting(aMeeting("tuesday")
                        .at("2026-09-08 08:00-10:00")
                        .by("ane")
                        .candidates("ane", "bo", "cai"));
    }

    @Test
    void seatsOfTheAbsentPersonAreVacantInOrderOfTime() {
        assertThat(replan(twoMornings(), allMonday("ane")).vacantSeats())
                .extracting(one -> one.seat().id().value())
                .containsExactly("early#0", "late#0");
    }

    @Test
    void startedMeetingOfAFormedGroupStaysAndOnlyLaterSeatsAreVacant() {
        Group red = new Group(new GroupId("red"), "Red", Group.Kind.SMALL_GROUP, List.of());
        var grouping = new Grouping(
                new InterventionId(Scenario.INTERVENTION),
                List.of(red),
                List.of(new StudentId("dea")),
                1,
                2,
                true,
                Map.of(),
                Map.of());
        Scenario scenario = aScenario()
                .grouping(grouping)
                .meeting(aMeeting("circle")
                        .group("red")
                        .awakeWith("red")
                        .demandedAt(time("2026-09-07 08:00-10:00"), time("2026-09-07 10:00-12:00"))
                        .at("2026-09-07 10:00-12:00")
                        .by("ane")
                        .candidates("ane", "bo"))
                .meeting(aMeeting("tuesday")
                        .at("2026-09-08 08:00-10:00")
                        .by("ane")
                        .candidates("ane", "bo"));
        var replan = replan(
                scenario, LocalDateTime.parse("2026-09-07T11:00"), away("ane", "2026-09-08T00:00", "2026-09-09T00:00"));

        assertThat(replan.vacantSeats())
                .extracting(one -> one.seat().id().value())
                .containsExactly("tuesday#0");
    }

    /** The plan finds nobody for these lessons, so somebody must be told of them. */
    @Test
    void ordinaryLessonsOfTheAbsentPersonAreNamedButNotMeetingsAndOtherBusyTimes() {
        Scenario school = twoMornings()
                .lesson(aLesson("danish").at("2026-09-07 13:00-13:45").by("ane"))
                .lesson(aLesson("maths").at("2026-09-07 08:00-08:45").by("bo"))
                .lesson(aLesson("break").at("2026-09-07 12:00-12:15").by("ane").busy())
                .lesson(aLesson("music").at("2026-09-08 13:00-13:45").by("ane"));

        PlanChanger changer = replan(school, allMonday("ane")).changer();

        assertThat(changer.ordinaryLessons(school.timetable()))
                .extracting(
                        one -> one.lesson().id().value(),
                        OrdinaryLesson::date,
                        one -> one.staffId().value())
                .containsExactly(tuple("danish", MONDAY, "ane"));
    }

    /** Pages could not show a timetable with a student that its problem lacks. */
    @Test
    void studentWhoHasLeftSinceIsInNoMeetingTaskOrDelivery() throws InterruptedException {
        Scenario then = twoMornings()
                .meeting(aMeeting("talk").at("2026-09-07 13:00-13:30").student("dea"))
                .meeting(aMeeting("both").at("2026-09-07 14:00-14:30").student("dea", "eli"))
                .task(new Task(
                        new TaskId("package"),
                        new InterventionId(Scenario.INTERVENTION),
                        "package",
                        "Package",
                        MONDAY,
                        List.of(new StudentId("dea")),
                        null));
        Problem now = twoMornings()
                .meeting(aMeeting("both").at("2026-09-07 14:00-14:30").student("eli"))
                .problem();
        Timetable plan = then.timetable()
                .withDeliveries(List.of(new Delivery(
                        new SessionId("both"), MONDAY, true, "", new TreeSet<>(List.of(new StudentId("dea"))))));

        Problem changed = new AbsenceChange(plan, List.of(allMonday("ane")), MONDAY.atStartOfDay()).apply(now);
        Timetable after = new PlanChanger(
                        StepLimitedSolves.registry(),
                        new ChangeRequest(then.problem(), changed, plan, MONDAY.atStartOfDay()),
                        "hash")
                .findLeastChange(STEPS, 1)
                .timetable();

        assertThat(after.toString()).doesNotContain("dea");
        assertThat(after.meetings())
                .extracting(meeting -> meeting.sessionId().value())
                .contains("both", "early")
                .doesNotContain("talk");
        assertThat(after.tasks()).isEmpty();
        assertThat(after.deliveries())
                .singleElement()
                .satisfies(held -> assertThat(held.absent()).isEmpty());
    }

    @Test
    void meetingsThatBeganBeforeNowStayAndThoseThatBeginNowAreVacant() {
        var replan = replan(twoMornings(), LocalDateTime.parse("2026-09-07T08:01"), allMonday("ane"));

        AbsenceTrial.Repair repair = replan.repair(STEPS);

        assertThat(replan.vacantSeats())
                .extracting(one -> one.seat().id().value())
                .containsExactly("late#0");
        assertThat(holders(repair.timetable(), "early")).containsExactly("ane");
        assertThat(replan(twoMornings(), LocalDateTime.parse("2026-09-07T08:00"), allMonday("ane"))
                        .vacantSeats())
                .hasSize(2);
    }

    @Test
    void absenceInTheProblemBeginsWhenTheMeetingThatHasBegunEnds() {
        Problem changed = replan(twoMornings(), LocalDateTime.parse("2026-09-07T08:01"), allMonday("ane"))
                .problem();

        assertThat(changed.staffMember(new StaffId("ane"))
                        .orElseThrow()
                        .availability()
                        .except())
                .containsExactly(PeriodFactory.period("2026-09-07", "10:00", null));
    }

    @Test
    void onePersonWhoCanTakeBothSeatsIsTheSmallestRepair() {
        AbsenceTrial.Repair repair = replan(twoMornings(), allMonday("ane")).repair(STEPS);

        assertThat(holders(repair.timetable(), "early"))
                .isEqualTo(holders(repair.timetable(), "late"))
                .doesNotContain("ane", "null");
        assertThat(holders(repair.timetable(), "tuesday")).containsExactly("ane");
        assertThat(repair.personDays()).hasSize(1).allMatch(day -> day.date().equals(MONDAY));
        assertThat(repair.isLeast()).isTrue();
        assertThat(repair.timetable().problem()).isEqualTo("hash");
    }

    @Test
    void seatIsFilledByACandidateWithoutSearchTime() {
        var week = new Absence(
                new StaffId("ane"), MONDAY.atStartOfDay(), MONDAY.plusDays(7).atStartOfDay());

        AbsenceTrial.Repair repair = replan(twoMornings(), week).repair(SolveLimits.ofSteps(1));

        for (String id : List.of("early", "late", "tuesday")) {
            assertThat(holders(repair.timetable(), id)).doesNotContain("ane", "null");
        }
        assertThat(repair.personDays()).hasSize(2);
        assertThat(repair.isLeast()).isFalse();
    }

    @Test
    void busyCandidateHandsOverOwnDutyIfNobodyElseCanReplace() {
        Scenario scenario = aScenario()
                .meeting(aMeeting("hers").by("ane").candidates("ane", "bo"))
                .meeting(aMeeting("his").by("bo").candidates("bo", "cai"));

        AbsenceTrial.Repair repair = replan(scenario, allMonday("ane")).repair(STEPS);

        assertThat(holders(repair.timetable(), "hers")).containsExactly("bo");
        assertThat(holders(repair.timetable(), "his")).containsExactly("cai");
        assertThat(repair.personDays())
                .containsExactly(new PersonDay(new StaffId("bo"), MONDAY), new PersonDay(new StaffId("cai"), MONDAY));
        assertThat(repair.isLeast()).isTrue();
    }

    @Test
    void seatWithoutCandidateStaysEmptyAndIsReported() {
        Scenario scenario = aScenario()
                .meeting(aMeeting("hers").by("ane").candidates("ane", "bo"))
                .meeting(aMeeting("his").by("bo").candidates("bo"));

        AbsenceTrial.Repair repair = replan(scenario, allMonday("ane")).repair(STEPS);

        assertThat(repair.isMended()).isFalse();
        assertThat(repair.isLeast()).isFalse();
        assertThat(repair.timetable().score().medium()).isEqualTo(-100);
        assertThat(repair.timetable().score().hard()).isZero();
    }

    @Test
    void optionalSeatStaysEmpty() {
        Scenario scenario =
                aScenario().meeting(aMeeting("walk").by("ane").asking(false).candidates("ane", "bo"));

        AbsenceTrial.Repair repair = replan(scenario, allMonday("ane")).repair(STEPS);

        assertThat(holders(repair.timetable(), "walk")).containsExactly("null");
        assertThat(repair.personDays()).isEmpty();
        assertThat(repair.isLeast()).isTrue();
    }

    @Test
    void lockOnTheAbsentPersonIsReleasedAndOtherLocksStay() {
        Scenario scenario = aScenario()
                .meeting(aMeeting("both").by("ane", "bo").candidates("ane", "bo", "cai"))
                .lock(new SessionLock(
                        new SessionId("both"),
                        null,
                        null,
                        null,
                        List.of(new SeatLock(0, new StaffId("ane")), new SeatLock(1, new StaffId("bo")))));
        var replan = replan(scenario, allMonday("ane"));

        AbsenceTrial.Repair repair = replan.repair(STEPS);

        assertThat(replan.problem().locks())
                .flatExtracting(SessionLock::seats)
                .containsExactly(new SeatLock(1, new StaffId("bo")));
        assertThat(holders(repair.timetable(), "both")).containsExactly("cai", "bo");
    }

    @Test
    void sessionWithOpenTimeMovesToWhenItsPersonIsBack() {
        Scenario scenario = aScenario()
                .meeting(aMeeting("talk")
                        .at("2026-09-07 09:00-09:30")
                        .demandedAt(
                                dk.grundskema.solver.testkit.MeetingTimes.time("2026-09-07 09:00-09:30"),
                                dk.grundskema.solver.testkit.MeetingTimes.time("2026-09-07 10:00-10:30"),
                                dk.grundskema.solver.testkit.MeetingTimes.time("2026-09-08 09:00-09:30"))
                        .by("ane")
                        .candidates("ane"));

        AbsenceTrial.Repair repair = replan(scenario, allMonday("ane")).repair(STEPS);

        assertThat(repair.timetable().meetings())
                .extracting(Meeting::time)
                .containsExactly(dk.grundskema.solver.testkit.MeetingTimes.time("2026-09-08 09:00-09:30"));
        assertThat(holders(repair.timetable(), "talk")).containsExactly("ane");
        assertThat(repair.personDays())
                .containsExactly(new PersonDay(new StaffId("ane"), LocalDate.parse("2026-09-08")));
    }

    @Test
    void candidatesAreRankedAndOthersHaveAReason() {
        Scenario scenario = aScenario()
                .meeting(aMeeting("hers").by("ane").candidates("ane", "bo", "cai", "dea"))
                .meeting(aMeeting("his").by("bo").candidates("bo"))
                .meeting(aMeeting("other").by("eva").candidates("eva"))
                .staff(dk.grundskema.solver.testkit.StaffBuilder.aStaffMember("dea")
                        .except(Period.wholeDay(MONDAY)));

        SeatCandidates answer =
                replan(scenario, allMonday("ane")).changer().seatCandidates().getFirst();

        assertThat(answer.candidates()).extracting(SeatCandidate::staffId).containsExactly(new StaffId("cai"));
        assertThat(answer.unable())
                .contains(
                        new RejectedCandidate(
                                new StaffId("bo"), SeatObstacle.BREAKS_RULES, List.of("core.person-in-two-places")),
                        new RejectedCandidate(new StaffId("dea"), SeatObstacle.AWAY, List.of()),
                        new RejectedCandidate(new StaffId("eva"), SeatObstacle.NOT_ASKED, List.of()))
                .hasSize(3);
    }

    @Test
    void costOfACandidateEqualsATrialFromScratch() {
        Scenario scenario = twoMornings();
        var replan = replan(scenario, allMonday("ane"));
        var fallen = replan.vacantSeats();
        for (SeatCandidates answer : replan.changer().seatCandidates()) {
            for (SeatCandidate one : answer.candidates()) {
                long before = trial(replan, fallen).score().soft();
                long after = trial(replan, fallen)
                        .seat(answer.seat().seat().id(), one.staffId())
                        .score()
                        .soft();
                assertThat(one.soft()).isEqualTo(before - after);
            }
            assertThat(answer.candidates()).hasSize(2);
        }
    }

    private static TrialPlan trial(AbsenceTrial replan, List<VacantSeat> fallen) {
        TrialPlan trial = TrialPlan.of(StepLimitedSolves.registry(), replan.problem(), null)
                .from(twoMornings().timetable());
        fallen.forEach(one -> trial.seat(one.seat().id(), null));
        return trial;
    }

    @Test
    void absenceWithoutDutyNeedsNoRepair() {
        assertThat(replan(twoMornings(), away("bo", "2026-09-07T00:00", "2026-09-08T00:00"))
                        .vacantSeats())
                .isEmpty();
    }

    @Test
    void absencesOutsideTheHorizonAndInThePastAreAllReported() {
        Scenario scenario = twoMornings();
        var change = new AbsenceChange(
                scenario.timetable(),
                List.of(
                        away("ane", "2026-08-01T00:00", "2026-08-02T00:00"),
                        away("bo", "2026-09-07T00:00", "2026-09-08T00:00"),
                        away("cai", "2026-09-07T00:00", "2026-09-08T00:01")),
                LocalDateTime.parse("2026-09-08T00:00"));

        assertThat(change.validate(scenario.problem().horizon()))
                .extracting(Finding::code)
                .containsExactly("replan.outside-horizon", "replan.in-the-past");
    }

    /** Periods as a file has them. */
    private static final class PeriodFactory {
        static Period period(String date, String start, String end) {
            return new Period(
                    LocalDate.parse(date),
                    LocalDate.parse(date),
                    new java.util.TreeSet<>(),
                    start == null ? null : java.time.LocalTime.parse(start),
                    end == null ? null : java.time.LocalTime.parse(end));
        }
    }

    @Test
    void absenceOfSeveralDaysBecomesPartialFirstDayWholeDaysAndPartialLastDay() {
        assertThat(away("ane", "2026-09-07T06:00", "2026-09-10T12:00").toPeriods())
                .containsExactly(
                        PeriodFactory.period("2026-09-07", "06:00", null),
                        new Period(
                                LocalDate.parse("2026-09-08"),
                                LocalDate.parse("2026-09-09"),
                                new java.util.TreeSet<>(),
                                null,
                                null),
                        PeriodFactory.period("2026-09-10", null, "12:00"));
        assertThat(away("ane", "2026-09-07T06:00", "2026-09-07T12:00").toPeriods())
                .containsExactly(PeriodFactory.period("2026-09-07", "06:00", "12:00"));
        assertThat(Arrays.asList(
                        away("ane", "2026-09-07T00:00", "2026-09-08T00:00").toPeriods()))
                .containsExactly(List.of(PeriodFactory.period("2026-09-07", null, null)));
    }

    @Test
    void presentPersonKeepsTheSeatWhicheverOfTwoIsAbsent() {
        Scenario scenario = aScenario().meeting(aMeeting("both").by("ane", "bo").candidates("ane", "bo", "cai", "dea"));

        AbsenceTrial.Repair first = replan(scenario, allMonday("ane")).repair(STEPS);
        AbsenceTrial.Repair second = replan(scenario, allMonday("bo")).repair(STEPS);
        AbsenceTrial.Repair all =
                replan(scenario, allMonday("ane"), allMonday("bo")).repair(STEPS);

        assertThat(holders(first.timetable(), "both")).contains("bo").doesNotContain("ane", "null");
        assertThat(holders(second.timetable(), "both")).contains("ane").doesNotContain("bo", "null");
        assertThat(holders(all.timetable(), "both")).containsExactlyInAnyOrder("cai", "dea");
        assertThat(all.personDays()).hasSize(2);
        assertThat(all.isLeast()).isTrue();
    }

    @Test
    void bundleIsReassignedAsAWholeAndItsOtherDayCounts() {
        Scenario scenario = aScenario()
                .meeting(
                        aMeeting("first").at("2026-09-07 09:00-10:00").by("ane").asking())
                .meeting(aMeeting("second")
                        .at("2026-09-08 09:00-10:00")
                        .by("ane")
                        .asking())
                .seat(new dk.grundskema.domain.demand.Seat(
                        new dk.grundskema.domain.demand.SeatId("bundle#0"),
                        List.of(new SessionId("first"), new SessionId("second")),
                        0,
                        "adult",
                        true,
                        List.of(new StaffId("ane"), new StaffId("bo"))));

        AbsenceTrial.Repair repair = replan(scenario, allMonday("ane")).repair(STEPS);

        assertThat(holders(repair.timetable(), "first")).containsExactly("bo");
        assertThat(holders(repair.timetable(), "second")).containsExactly("bo");
        assertThat(repair.personDays())
                .containsExactly(
                        new PersonDay(new StaffId("bo"), MONDAY),
                        new PersonDay(new StaffId("ane"), MONDAY.plusDays(1)),
                        new PersonDay(new StaffId("bo"), MONDAY.plusDays(1)));
    }

    /** A bundle of Ane's whose first meeting is over; the second can be held at other times. */
    private static AbsenceTrial.Repair bundleThatHasBegun(MeetingTime... times) {
        Scenario scenario = aScenario()
                .meeting(
                        aMeeting("first").at("2026-09-07 09:00-10:00").by("ane").asking())
                .meeting(aMeeting("second")
                        .at("2026-09-08 09:00-10:00")
                        .demandedAt(times)
                        .by("ane")
                        .asking())
                .meeting(aMeeting("busy").at("2026-09-09 08:30-09:30").by("ane"))
                .seat(new dk.grundskema.domain.demand.Seat(
                        new dk.grundskema.domain.demand.SeatId("bundle#0"),
                        List.of(new SessionId("first"), new SessionId("second")),
                        0,
                        "adult",
                        true,
                        List.of(new StaffId("ane"), new StaffId("bo"))));
        return replan(
                        scenario,
                        LocalDateTime.parse("2026-09-07T12:00"),
                        away("ane", "2026-09-08T00:00", "2026-09-09T00:00"))
                .repair(STEPS);
    }

    @Test
    void meetingOfAStartedBundleMovesToWhenThePersonIsBackAndFree() {
        AbsenceTrial.Repair repair = bundleThatHasBegun(
                time("2026-09-08 09:00-10:00"),
                time("2026-09-08 12:00-13:00"),
                time("2026-09-09 09:00-10:00"),
                time("2026-09-09 10:00-11:00"));

        assertThat(repair.timetable().meetings().stream()
                        .filter(one -> one.sessionId().equals(new SessionId("second")))
                        .map(Meeting::time))
                .containsExactly(time("2026-09-09 10:00-11:00"));
        assertThat(holders(repair.timetable(), "second")).containsExactly("ane");
        assertThat(holders(repair.timetable(), "first")).containsExactly("ane");
        assertThat(repair.personDays()).containsExactly(new PersonDay(new StaffId("ane"), MONDAY.plusDays(2)));
        assertThat(repair.isMended()).isTrue();
        assertThat(repair.timetable().score().hard()).isZero();
    }

    @Test
    void meetingOfAStartedBundleStaysIfNoOtherTimeIsBetter() {
        AbsenceTrial.Repair repair = bundleThatHasBegun(time("2026-09-08 09:00-10:00"), time("2026-09-08 12:00-13:00"));

        assertThat(repair.isMended()).isFalse();
        assertThat(repair.timetable().score().hard()).isEqualTo(-60);
    }

    @Test
    void startedBundleIsNotReassigned() {
        Scenario scenario = aScenario()
                .meeting(
                        aMeeting("first").at("2026-09-07 09:00-10:00").by("ane").asking())
                .meeting(aMeeting("second")
                        .at("2026-09-08 09:00-10:00")
                        .by("ane")
                        .asking())
                .seat(new dk.grundskema.domain.demand.Seat(
                        new dk.grundskema.domain.demand.SeatId("bundle#0"),
                        List.of(new SessionId("first"), new SessionId("second")),
                        0,
                        "adult",
                        true,
                        List.of(new StaffId("ane"), new StaffId("bo"))));
        var replan = replan(
                scenario, LocalDateTime.parse("2026-09-07T12:00"), away("ane", "2026-09-08T00:00", "2026-09-09T00:00"));

        AbsenceTrial.Repair repair = replan.repair(STEPS);

        assertThat(replan.changer().seatCandidates().getFirst().unable())
                .contains(new RejectedCandidate(new StaffId("bo"), SeatObstacle.SEAT_IS_FIXED, List.of()));
        assertThat(holders(repair.timetable(), "second")).containsExactly("ane");
        assertThat(repair.isMended()).isFalse();
        assertThat(repair.timetable().score().hard()).isEqualTo(-60);
    }
}
