package dk.grundskema.solver.rules;

import static dk.grundskema.solver.fixture.MeetingBuilder.aMeeting;
import static dk.grundskema.solver.fixture.Scenario.aScenario;
import static dk.grundskema.solver.rules.RuleTrials.*;
import static dk.grundskema.solver.testkit.LessonBuilder.aLesson;
import static dk.grundskema.solver.testkit.MeetingTimes.inWeeks;
import static dk.grundskema.solver.testkit.MeetingTimes.period;
import static dk.grundskema.solver.testkit.MeetingTimes.time;
import static dk.grundskema.solver.testkit.RoomBuilder.aRoom;
import static dk.grundskema.solver.testkit.StaffBuilder.aStaffMember;
import static dk.grundskema.solver.testkit.StudentBuilder.aStudent;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.time.Period;
import dk.grundskema.solver.fixture.Scenario;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class AvailabilityRulesTest {
    private static final String STAFF = "core.staff-unavailable";
    private static final String ROOM = "core.room-unavailable";
    private static final String STUDENT = "core.student-unavailable";
    private static final String CLOSED = "core.closed-day";

    private static Period mondays(String from, String until) {
        return new Period(
                null, null, new TreeSet<>(List.of(DayOfWeek.MONDAY)), LocalTime.parse(from), LocalTime.parse(until));
    }

    private static Scenario annaIsAway(Period when, String meeting) {
        return aScenario()
                .staff(aStaffMember("anna").except(when))
                .meeting(aMeeting("a").at(meeting).by("anna"));
    }

    @Test
    void eachMinuteInUnavailableTimeCostsOneAtEitherEnd() {
        assertThat(charges(STAFF, annaIsAway(period("2026-09-07 09:45-12:00"), "2026-09-07 08:00-10:00")))
                .containsExactly(charge(15, staff("anna"), session("a")));
        assertThat(charges(STAFF, annaIsAway(period("2026-09-07 06:00-08:01"), "2026-09-07 08:00-10:00")))
                .containsExactly(charge(1, staff("anna"), session("a")));
    }

    @Test
    void unavailableTimeAdjacentToADutyCostsNothing() {
        assertThat(charges(STAFF, annaIsAway(period("2026-09-07 06:00-08:00"), "2026-09-07 08:00-10:00")))
                .isEmpty();
        assertThat(charges(STAFF, annaIsAway(period("2026-09-07 10:00-12:00"), "2026-09-07 08:00-10:00")))
                .isEmpty();
    }

    @Test
    void unavailableTimeConcernsOnlyItsPerson() {
        assertThat(charges(
                        STAFF,
                        aScenario()
                                .staff(aStaffMember("anna").except(period("2026-09-07 00:00-16:00")))
                                .meeting(aMeeting("a").by("bo"))))
                .isEmpty();
    }

    @Test
    void eachWeekAndEachSeatOfASessionAddsToIt() {
        var scenario = aScenario()
                .staff(aStaffMember("anna").except(mondays("09:00", "09:30")))
                .meeting(aMeeting("a")
                        .at(inWeeks(time("2026-09-07 08:00-10:00"), "2026-W37", "2026-W38"))
                        .by("anna"));
        assertThat(charges(STAFF, scenario)).containsExactly(charge(60, staff("anna"), session("a")));
        scenario.meeting(aMeeting("b").at("2026-09-21 09:15-10:00").by("anna", "anna"));
        assertThat(charges(STAFF, scenario))
                .containsExactlyInAnyOrder(
                        charge(60, staff("anna"), session("a")), charge(30, staff("anna"), session("b")));
    }

    @Test
    void aNightReachesIntoTheNextDayAndOverSunday() {
        assertThat(charges(STAFF, annaIsAway(mondays("00:00", "06:00"), "2026-09-13 22:00-02:30")))
                .containsExactly(charge(150, staff("anna"), session("a")));
    }

    @Test
    void theRepeatedHourCountsTwice() {
        assertThat(charges(
                        STAFF,
                        annaIsAway(period("2026-10-25 01:00-04:00"), "2026-10-25 00:00-05:00")
                                .horizon("2026-W43", 1)))
                .containsExactly(charge(240, staff("anna"), session("a")));
    }

    @Test
    void lessonsInUnavailableTimeCostNothing() {
        assertThat(trialAsHeld(aScenario()
                                .staff(aStaffMember("anna").except(period("2026-09-07 06:00-20:00")))
                                .student(aStudent("dea").except(period("2026-09-07 06:00-20:00")))
                                .room(aRoom("hall").except(period("2026-09-07 06:00-20:00")))
                                .lesson(aLesson("l").by("anna").student("dea").room("hall")))
                        .score()
                        .hard())
                .isZero();
    }

    @Test
    void aRoomInUnavailableTimeCostsTheMinutes() {
        var scenario = aScenario()
                .room(aRoom("hall").except(period("2026-09-07 09:40-12:00")))
                .meeting(aMeeting("a").room("hall"));
        assertThat(charges(ROOM, scenario)).containsExactly(charge(20, room("hall"), session("a")));
        assertThat(charges(
                        ROOM,
                        aScenario()
                                .room(aRoom("hall").except(period("2026-09-07 10:00-12:00")))
                                .meeting(aMeeting("a").room("hall"))
                                .meeting(aMeeting("b")
                                        .at("2026-09-07 10:00-12:00")
                                        .room("gym"))))
                .isEmpty();
    }

    @Test
    void aStudentInUnavailableTimeCostsTheMinutesOfEachMeeting() {
        var scenario = aScenario()
                .student(aStudent("dea").except(mondays("09:50", "12:00")))
                .group("class", "dea", "eli")
                .group("choir", "dea")
                .meeting(aMeeting("a").group("class", "choir"))
                .meeting(aMeeting("b").at("2026-09-14 11:00-13:00").student("dea"));
        assertThat(charges(STUDENT, scenario))
                .containsExactly(
                        charge(10, student("dea"), date("2026-09-07")), charge(60, student("dea"), date("2026-09-14")));
        assertThat(charges(
                        STUDENT,
                        aScenario()
                                .student(aStudent("dea").except(period("2026-09-07 10:00-12:00")))
                                .meeting(aMeeting("a").student("dea"))))
                .isEmpty();
    }

    private static Period days(String first, String last) {
        return new Period(LocalDate.parse(first), LocalDate.parse(last), new TreeSet<>(), null, null);
    }

    @Test
    void studentWhoIsAwayForAWholeWeekIsInNoFormedGroupInIt() {
        var red = new Group(group("red"), "red", Group.Kind.TEAM, List.of());
        var scenario = aScenario()
                .student(aStudent("dea").except(days("2026-09-14", "2026-09-26")))
                .grouping(0, 2, List.of(red), "dea")
                .group("class", "dea")
                .meeting(aMeeting("formed")
                        .group("red")
                        .at(inWeeks(time("2026-09-07 08:00-10:00"), "2026-W37", "2026-W38", "2026-W39")))
                .meeting(aMeeting("given").group("class").at("2026-09-14 11:00-12:00"));

        assertThat(charges(STUDENT, trialAsHeld(scenario).join(student("dea"), group("red"))))
                .containsExactly(
                        charge(60, student("dea"), date("2026-09-14")),
                        charge(120, student("dea"), date("2026-09-21")));
    }

    @Test
    void aMeetingThatStartsOnAClosedDayCostsOneForEachSuchDay() {
        var scenario = aScenario()
                .closed("2026-09-14")
                .closed("2026-09-21")
                .meeting(aMeeting("a").at(inWeeks(time("2026-09-07 08:00-10:00"), "2026-W37", "2026-W38", "2026-W39")));
        assertThat(charges(CLOSED, scenario))
                .containsExactlyInAnyOrder(
                        charge(1, session("a"), date("2026-09-14")), charge(1, session("a"), date("2026-09-21")));
    }

    @Test
    void aNightThatOnlyEndsOnAClosedDayCostsNothing() {
        assertThat(charges(
                        CLOSED,
                        aScenario().closed("2026-09-14").meeting(aMeeting("a").at("2026-09-13 22:00-06:00"))))
                .isEmpty();
    }

    @Test
    void sessionForClosedDaysCostsNothingThere() {
        assertThat(charges(
                        CLOSED,
                        aScenario()
                                .closed("2026-09-14")
                                .meeting(aMeeting("a")
                                        .at("2026-09-14 08:00-10:00")
                                        .onClosedDays())
                                .meeting(aMeeting("b").at("2026-09-14 08:00-10:00"))))
                .containsExactly(charge(1, session("b"), date("2026-09-14")));
    }

    @Test
    void guestIsNotChargedInAdditionToItsHost() {
        var trial = emptyTrial(aScenario()
                        .closed("2026-09-07")
                        .meeting(aMeeting("a"))
                        .session(Session.builder(
                                        session("guest"),
                                        new InterventionId("test"),
                                        "subject",
                                        "Danish",
                                        new SiteId("home"))
                                .hosts(List.of(new SessionId("a")))
                                .build()))
                .host(session("guest"), session("a"));
        assertThat(charges(CLOSED, trial)).containsExactly(charge(1, session("a"), date("2026-09-07")));
    }
}
