package dk.grundskema.solver.check;

import static dk.grundskema.solver.check.CheckerFixture.*;
import static dk.grundskema.solver.fixture.MeetingBuilder.aMeeting;
import static dk.grundskema.solver.fixture.Scenario.aScenario;
import static dk.grundskema.solver.testkit.LessonBuilder.aLesson;
import static dk.grundskema.solver.testkit.MeetingTimes.inWeeks;
import static dk.grundskema.solver.testkit.MeetingTimes.period;
import static dk.grundskema.solver.testkit.MeetingTimes.time;
import static dk.grundskema.solver.testkit.RoomBuilder.aRoom;
import static dk.grundskema.solver.testkit.StaffBuilder.aStaffMember;
import static dk.grundskema.solver.testkit.StudentBuilder.aStudent;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.people.GroupMember;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class AvailabilityCheckTest {
    @Test
    void dutyInUnavailableTimeCostsItsMinutes() {
        assertThat(faults(aScenario()
                        .staff(aStaffMember("anna").except(period("2026-09-07 09:40-12:00")))
                        .meeting(aMeeting("m").at("2026-09-07 08:00-10:00").by("anna"))))
                .containsExactly(hard("core.staff-unavailable", 20, staff("anna"), session("m")));
    }

    @Test
    void minutesOfAllWeeksOfAMeetingAreAddedUp() {
        var weekly = inWeeks(time("2026-09-07 08:00-10:00"), "2026-W37", "2026-W38", "2026-W39");
        assertThat(faults(aScenario()
                        .staff(aStaffMember("anna")
                                .except(period("2026-09-07 09:40-12:00"))
                                .except(period("2026-09-21 07:00-08:30")))
                        .meeting(aMeeting("m").at(weekly).by("anna"))))
                .containsExactly(hard("core.staff-unavailable", 50, staff("anna"), session("m")));
    }

    @Test
    void dutyThatEndsWhenUnavailableTimeBeginsIsNoFault() {
        assertThat(faults(aScenario()
                        .staff(aStaffMember("anna").except(period("2026-09-07 10:00-12:00")))
                        .meeting(aMeeting("m").at("2026-09-07 08:00-10:00").by("anna"))))
                .isEmpty();
    }

    @Test
    void timeOutsideTheOnlyAvailableTimesIsUnavailable() {
        assertThat(faults(aScenario()
                        .staff(aStaffMember("anna").only(period("2026-09-07 08:30-16:00")))
                        .meeting(aMeeting("m").at("2026-09-07 08:00-10:00").by("anna"))))
                .containsExactly(hard("core.staff-unavailable", 30, staff("anna"), session("m")));
    }

    @Test
    void eachSeatOfOnePersonIsCharged() {
        assertThat(faults(aScenario()
                        .staff(aStaffMember("anna").except(period("2026-09-07 09:40-12:00")))
                        .meeting(aMeeting("m").by("anna", "anna"))))
                .filteredOn(fault -> fault.rule().equals("core.staff-unavailable"))
                .hasSize(2);
    }

    @Test
    void lessonInUnavailableTimeCostsNothing() {
        assertThat(faults(aScenario()
                        .staff(aStaffMember("anna").except(period("2026-09-07 00:00-16:00")))
                        .student(aStudent("s").except(period("2026-09-07 00:00-16:00")))
                        .room(aRoom("r").except(period("2026-09-07 00:00-16:00")))
                        .lesson(aLesson("l").by("anna").student("s").room("r"))))
                .isEmpty();
    }

    @Test
    void roomUsedInUnavailableTimeCostsTheMinutes() {
        assertThat(faults(aScenario()
                        .room(aRoom("r").except(period("2026-09-07 09:40-12:00")))
                        .room(aRoom("x").except(period("2026-09-07 09:50-12:00")))
                        .meeting(aMeeting("m")
                                .at("2026-09-07 08:00-10:00")
                                .room("r")
                                .extraRoom("x"))))
                .containsExactly(
                        hard("core.room-unavailable", 20, room("r"), session("m")),
                        hard("core.room-unavailable", 10, room("x"), session("m")));
    }

    @Test
    void roomMayBeUsedUntilItsUnavailableTimeBegins() {
        assertThat(faults(aScenario()
                        .room(aRoom("r").except(period("2026-09-07 10:00-12:00")))
                        .meeting(aMeeting("m").at("2026-09-07 08:00-10:00").room("r"))))
                .isEmpty();
    }

    @Test
    void studentInUnavailableTimeCostsTheMinutesOfEachMeeting() {
        var weekly = inWeeks(time("2026-09-07 08:00-10:00"), "2026-W37", "2026-W38");
        assertThat(faults(aScenario()
                        .student(aStudent("s")
                                .except(period("2026-09-07 09:40-12:00"))
                                .except(period("2026-09-14 09:50-12:00")))
                        .formed("team", "s")
                        .meeting(aMeeting("m").at(weekly).group("team"))))
                .containsExactly(
                        hard("core.student-unavailable", 20, student("s"), date("2026-09-07")),
                        hard("core.student-unavailable", 10, student("s"), date("2026-09-14")));
    }

    @Test
    void studentOutsideTheGroupThatWeekIsNotCharged() {
        var second = new GroupMember(student("s"), new TreeSet<>(List.of(week("2026-W38"))));
        assertThat(faults(aScenario()
                        .student(aStudent("s").except(period("2026-09-07 00:00-16:00")))
                        .formed("team", List.of(second))
                        .meeting(aMeeting("m").group("team"))))
                .isEmpty();
    }

    @Test
    void studentIsAvailableUntilTheMinuteOfTheBus() {
        assertThat(faults(aScenario()
                        .student(aStudent("s").except(period("2026-09-07 10:00-12:00")))
                        .meeting(aMeeting("m").at("2026-09-07 08:00-10:00").student("s"))))
                .isEmpty();
    }

    @Test
    void eachClosedDateOnWhichAMeetingStartsCostsOne() {
        var weekly = inWeeks(time("2026-09-07 08:00-10:00"), "2026-W37", "2026-W38", "2026-W39");
        assertThat(faults(aScenario()
                        .closed("2026-09-07")
                        .closed("2026-09-21")
                        .meeting(aMeeting("m").at(weekly))))
                .containsExactly(
                        hard("core.closed-day", 1, session("m"), date("2026-09-07")),
                        hard("core.closed-day", 1, session("m"), date("2026-09-21")));
    }

    @Test
    void sessionForClosedDaysCostsNothingThere() {
        assertThat(faults(aScenario()
                        .closed("2026-09-07")
                        .meeting(aMeeting("m").at("2026-09-07 08:00-10:00").onClosedDays())
                        .meeting(aMeeting("n").at("2026-09-07 08:00-10:00"))))
                .containsExactly(hard("core.closed-day", 1, session("n"), date("2026-09-07")));
    }

    @Test
    void meetingThatOnlyEndsOnAClosedDayCostsNothing() {
        assertThat(faults(aScenario().closed("2026-09-08").meeting(aMeeting("m").at("2026-09-07 22:00-02:00"))))
                .isEmpty();
    }
}
