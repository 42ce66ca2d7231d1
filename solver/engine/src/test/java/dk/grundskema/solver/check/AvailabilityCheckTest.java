package dk.grundskema.solver.check;

import static dk.grundskema.solver.check.CheckerFixture.*;
import static dk.grundskema.solver.fixture.LessonBuilder.aLesson;
import static dk.grundskema.solver.fixture.MeetingBuilder.aMeeting;
import static dk.grundskema.solver.fixture.MeetingTimes.inWeeks;
import static dk.grundskema.solver.fixture.MeetingTimes.period;
import static dk.grundskema.solver.fixture.MeetingTimes.time;
import static dk.grundskema.solver.fixture.RoomBuilder.aRoom;
import static dk.grundskema.solver.fixture.Scenario.aScenario;
import static dk.grundskema.solver.fixture.StaffBuilder.aStaffMember;
import static dk.grundskema.solver.fixture.StudentBuilder.aStudent;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.people.GroupMember;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AvailabilityCheckTest {
    @Test
    void duty_at_a_time_when_one_cannot_costs_its_minutes() {
        assertThat(faults(aScenario()
                        .staff(aStaffMember("anna").except(period("2026-09-07 09:40-12:00")))
                        .meeting(aMeeting("m").at("2026-09-07 08:00-10:00").by("anna"))))
                .containsExactly(hard("core.staff-unavailable", 20, staff("anna"), session("m")));
    }

    @Test
    void the_weeks_of_one_meeting_are_added_up() {
        var weekly = inWeeks(time("2026-09-07 08:00-10:00"), "2026-W37", "2026-W38", "2026-W39");
        assertThat(faults(aScenario()
                        .staff(aStaffMember("anna")
                                .except(period("2026-09-07 09:40-12:00"))
                                .except(period("2026-09-21 07:00-08:30")))
                        .meeting(aMeeting("m").at(weekly).by("anna"))))
                .containsExactly(hard("core.staff-unavailable", 50, staff("anna"), session("m")));
    }

    @Test
    void duty_that_ends_when_one_leaves_is_fine() {
        assertThat(faults(aScenario()
                        .staff(aStaffMember("anna").except(period("2026-09-07 10:00-12:00")))
                        .meeting(aMeeting("m").at("2026-09-07 08:00-10:00").by("anna"))))
                .isEmpty();
    }

    @Test
    void outside_the_only_times_nobody_can() {
        assertThat(faults(aScenario()
                        .staff(aStaffMember("anna").only(period("2026-09-07 08:30-16:00")))
                        .meeting(aMeeting("m").at("2026-09-07 08:00-10:00").by("anna"))))
                .containsExactly(hard("core.staff-unavailable", 30, staff("anna"), session("m")));
    }

    @Test
    void each_seat_that_one_holds_is_charged() {
        assertThat(faults(aScenario()
                        .staff(aStaffMember("anna").except(period("2026-09-07 09:40-12:00")))
                        .meeting(aMeeting("m").by("anna", "anna"))))
                .filteredOn(fault -> fault.rule().equals("core.staff-unavailable"))
                .hasSize(2);
    }

    @Test
    void a_lesson_when_one_cannot_is_a_fact_and_costs_nothing() {
        assertThat(faults(aScenario()
                        .staff(aStaffMember("anna").except(period("2026-09-07 00:00-16:00")))
                        .student(aStudent("s").except(period("2026-09-07 00:00-16:00")))
                        .room(aRoom("r").except(period("2026-09-07 00:00-16:00")))
                        .lesson(aLesson("l").by("anna").student("s").room("r"))))
                .isEmpty();
    }

    @Test
    void a_room_used_at_a_time_when_it_cannot_costs_its_minutes() {
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
    void a_room_is_free_until_the_minute_it_is_not() {
        assertThat(faults(aScenario()
                        .room(aRoom("r").except(period("2026-09-07 10:00-12:00")))
                        .meeting(aMeeting("m").at("2026-09-07 08:00-10:00").room("r"))))
                .isEmpty();
    }

    @Test
    void a_student_who_cannot_costs_the_minutes_of_each_duty() {
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
    void a_student_who_is_not_in_the_group_that_week_need_not_be_there() {
        var second = new GroupMember(student("s"), new TreeSet<>(List.of(week("2026-W38"))));
        assertThat(faults(aScenario()
                        .student(aStudent("s").except(period("2026-09-07 00:00-16:00")))
                        .formed("team", List.of(second))
                        .meeting(aMeeting("m").group("team"))))
                .isEmpty();
    }

    @Test
    void a_student_is_there_until_the_minute_of_the_bus() {
        assertThat(faults(aScenario()
                        .student(aStudent("s").except(period("2026-09-07 10:00-12:00")))
                        .meeting(aMeeting("m").at("2026-09-07 08:00-10:00").student("s"))))
                .isEmpty();
    }

    @Test
    void each_closed_date_on_which_a_meeting_starts_costs_one() {
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
    void what_is_for_holidays_may_be_held_on_closed_days() {
        assertThat(faults(aScenario()
                        .closed("2026-09-07")
                        .meeting(aMeeting("m").at("2026-09-07 08:00-10:00").onClosedDays())
                        .meeting(aMeeting("n").at("2026-09-07 08:00-10:00"))))
                .containsExactly(hard("core.closed-day", 1, session("n"), date("2026-09-07")));
    }

    @Test
    void a_meeting_that_reaches_into_a_closed_day_does_not_start_on_it() {
        assertThat(faults(aScenario().closed("2026-09-08").meeting(aMeeting("m").at("2026-09-07 22:00-02:00"))))
                .isEmpty();
    }
}
