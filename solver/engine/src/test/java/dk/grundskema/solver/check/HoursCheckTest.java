package dk.grundskema.solver.check;

import static dk.grundskema.solver.check.CheckerFixture.*;
import static dk.grundskema.solver.fixture.LessonBuilder.aLesson;
import static dk.grundskema.solver.fixture.MeetingBuilder.aMeeting;
import static dk.grundskema.solver.fixture.MeetingTimes.inWeeks;
import static dk.grundskema.solver.fixture.MeetingTimes.time;
import static dk.grundskema.solver.fixture.Scenario.aScenario;
import static dk.grundskema.solver.fixture.StaffBuilder.aStaffMember;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.solver.fixture.Scenario;
import java.time.LocalTime;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HoursCheckTest {
    private static final String DAY = "core.daily-hours";
    private static final String WEEK = "core.weekly-hours";
    private static final String AVERAGE = "core.average-hours";

    private static Scenario withCaps(Integer day, Integer week, int average, int weeks) {
        return aScenario().work(new WorkRules(11, 35, null, day, week, average, weeks, LocalTime.of(17, 0)));
    }

    @Test
    void a_day_of_just_the_hours_allowed_is_fine() {
        assertThat(faults(withCaps(4, null, 168, 52)
                        .meeting(aMeeting("m").at("2026-09-07 08:00-10:00").by("anna"))
                        .meeting(aMeeting("n").at("2026-09-07 12:00-14:00").by("anna"))))
                .isEmpty();
    }

    @Test
    void each_minute_beyond_the_hours_of_a_day_costs_one() {
        assertThat(faults(withCaps(4, null, 168, 52)
                        .meeting(aMeeting("m").at("2026-09-07 08:00-10:00").by("anna"))
                        .meeting(aMeeting("n").at("2026-09-07 12:00-14:01").by("anna"))))
                .containsExactly(hard(DAY, 1, staff("anna"), date("2026-09-07")));
    }

    @Test
    void preparation_counts_for_each_seat() {
        assertThat(faults(withCaps(4, null, 168, 52)
                        .meeting(aMeeting("m")
                                .at("2026-09-07 08:00-10:00")
                                .preparation(70)
                                .by("anna"))
                        .meeting(aMeeting("n")
                                .at("2026-09-07 12:00-13:00")
                                .preparation(15)
                                .by("anna"))))
                .containsExactly(hard(DAY, 25, staff("anna"), date("2026-09-07")));
    }

    @Test
    void a_share_of_the_time_counts_rounded_down_and_all_of_the_preparation() {
        assertThat(faults(withCaps(3, null, 168, 52)
                        .meeting(aMeeting("m")
                                .at("2026-09-07 22:00-07:01")
                                .preparation(10)
                                .credit(33)
                                .by("anna"))))
                .containsExactly(hard(DAY, 8, staff("anna"), date("2026-09-07")));
    }

    @Test
    void standing_by_does_not_count() {
        assertThat(faults(withCaps(4, 5, 168, 52)
                        .meeting(aMeeting("m")
                                .at("2026-09-07 08:00-16:00")
                                .preparation(60)
                                .work(false)
                                .by("anna"))))
                .isEmpty();
    }

    @Test
    void a_night_counts_on_the_date_on_which_it_starts() {
        assertThat(faults(withCaps(4, null, 168, 52)
                        .meeting(aMeeting("m").at("2026-09-13 22:00-03:00").by("anna"))))
                .containsExactly(hard(DAY, 60, staff("anna"), date("2026-09-13")));
    }

    @Test
    void a_night_over_sunday_counts_in_the_week_in_which_it_starts() {
        assertThat(faults(withCaps(null, 4, 168, 52)
                        .meeting(aMeeting("m").at("2026-09-13 22:00-03:00").by("anna"))))
                .containsExactly(hard(WEEK, 60, staff("anna"), week("2026-W37")));
    }

    @Test
    void true_minutes_are_counted_when_the_clocks_change() {
        assertThat(faults(withCaps(4, null, 168, 52)
                        .horizon("2026-W43", 1)
                        .meeting(aMeeting("m").at("2026-10-25 00:00-04:00").by("anna"))))
                .containsExactly(hard(DAY, 60, staff("anna"), date("2026-10-25")));
        assertThat(faults(withCaps(4, null, 168, 52)
                        .horizon("2027-W12", 1)
                        .meeting(aMeeting("m").at("2027-03-28 00:00-05:00").by("anna"))))
                .isEmpty();
    }

    @Test
    void facts_beyond_the_cap_are_no_fault_but_what_comes_on_top_is() {
        var scenario = withCaps(4, 4, 168, 52)
                .lesson(aLesson("l").at("2026-09-07 08:00-13:00").by("anna"));
        assertThat(faults(scenario)).isEmpty();
        assertThat(faults(scenario.meeting(aMeeting("m")
                        .at("2026-09-07 14:00-14:20")
                        .preparation(10)
                        .by("anna"))))
                .containsExactly(
                        hard(DAY, 30, staff("anna"), date("2026-09-07")),
                        hard(WEEK, 30, staff("anna"), week("2026-W37")));
    }

    @Test
    void facts_below_the_cap_leave_room_up_to_the_cap() {
        assertThat(faults(withCaps(4, null, 168, 52)
                        .lesson(aLesson("l").at("2026-09-07 08:00-09:00").by("anna"))
                        .meeting(aMeeting("m").at("2026-09-07 10:00-13:10").by("anna"))))
                .containsExactly(hard(DAY, 10, staff("anna"), date("2026-09-07")));
    }

    @Test
    void a_lesson_that_names_somebody_twice_counts_once() {
        assertThat(faults(withCaps(4, null, 168, 52)
                        .lesson(aLesson("l")
                                .at("2026-09-07 08:00-09:00")
                                .by("anna")
                                .by("anna"))
                        .meeting(aMeeting("m").at("2026-09-07 10:00-13:00").by("anna"))))
                .isEmpty();
    }

    @Test
    void no_cap_means_none() {
        assertThat(faults(withCaps(null, null, 168, 52)
                        .meeting(aMeeting("m")
                                .at("2026-09-07 08:00-21:00")
                                .preparation(600)
                                .by("anna"))))
                .isEmpty();
    }

    @Test
    void days_and_weeks_are_charged_one_by_one() {
        var monday = time("2026-09-07 08:00-13:00");
        assertThat(faults(withCaps(4, 4, 168, 52)
                        .meeting(aMeeting("m")
                                .at(inWeeks(monday, "2026-W37", "2026-W39"))
                                .by("anna"))))
                .containsExactly(
                        hard(DAY, 60, staff("anna"), date("2026-09-07")),
                        hard(DAY, 60, staff("anna"), date("2026-09-21")),
                        hard(WEEK, 60, staff("anna"), week("2026-W37")),
                        hard(WEEK, 60, staff("anna"), week("2026-W39")));
    }

    @Test
    void a_week_adds_its_days_up() {
        assertThat(faults(withCaps(null, 4, 168, 52)
                        .meeting(aMeeting("m").at("2026-09-07 08:00-10:00").by("anna"))
                        .meeting(aMeeting("n").at("2026-09-08 08:00-10:01").by("anna"))))
                .containsExactly(hard(WEEK, 1, staff("anna"), week("2026-W37")));
    }

    @Test
    void the_average_is_of_the_whole_reference_period() {
        assertThat(faults(withCaps(null, null, 2, 2)
                        .meeting(aMeeting("m").at("2026-09-07 08:00-10:00").by("anna"))
                        .meeting(aMeeting("n").at("2026-09-20 08:00-10:00").by("anna"))))
                .isEmpty();
        assertThat(faults(withCaps(null, null, 2, 2)
                        .meeting(aMeeting("m").at("2026-09-07 08:00-10:00").by("anna"))
                        .meeting(aMeeting("n")
                                .at("2026-09-20 08:00-10:00")
                                .preparation(7)
                                .by("anna"))))
                .containsExactly(hard(AVERAGE, 7, staff("anna"), date("2026-09-07")));
    }

    @Test
    void a_plan_longer_than_a_reference_period_has_several_and_hours_before_it_count_in_the_first() {
        var scenario = withCaps(null, null, 2, 2)
                .staff(aStaffMember("anna").alreadyWorked(2))
                .meeting(aMeeting("m").at("2026-09-20 08:00-10:00").by("anna"));
        assertThat(faults(scenario.meeting(
                        aMeeting("n").at("2026-09-21 08:00-12:00").by("anna"))))
                .isEmpty();
        assertThat(faults(scenario.meeting(
                        aMeeting("o").at("2026-09-25 08:00-08:01").by("anna"))))
                .containsExactly(hard(AVERAGE, 1, staff("anna"), date("2026-09-21")));
    }

    @Test
    void hours_already_worked_count_in_the_average() {
        assertThat(faults(withCaps(null, null, 2, 2)
                        .staff(aStaffMember("anna").alreadyWorked(2.5))
                        .meeting(aMeeting("m").at("2026-09-07 08:00-10:00").by("anna"))))
                .containsExactly(hard(AVERAGE, 30, staff("anna"), date("2026-09-07")));
    }

    @Test
    void what_was_worked_before_and_facts_take_is_no_fault_but_what_comes_on_top_is() {
        var scenario = withCaps(null, null, 2, 2)
                .staff(aStaffMember("anna").alreadyWorked(3.5))
                .lesson(aLesson("l").at("2026-09-07 08:00-09:00").by("anna"));
        assertThat(faults(scenario)).isEmpty();
        assertThat(faults(scenario.meeting(
                        aMeeting("m").at("2026-09-14 08:00-08:20").by("anna"))))
                .containsExactly(hard(AVERAGE, 20, staff("anna"), date("2026-09-07")));
    }
}
