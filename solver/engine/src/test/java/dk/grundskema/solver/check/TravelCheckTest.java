package dk.grundskema.solver.check;

import static dk.grundskema.solver.check.CheckerFixture.*;
import static dk.grundskema.solver.fixture.LessonBuilder.aLesson;
import static dk.grundskema.solver.fixture.MeetingBuilder.aMeeting;
import static dk.grundskema.solver.fixture.RoomBuilder.aRoom;
import static dk.grundskema.solver.fixture.Scenario.aScenario;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TravelCheckTest {
    private static final String RULE = "core.travel-time";

    @Test
    void a_break_shorter_than_the_way_costs_the_minutes_that_are_missing() {
        assertThat(faults(aScenario()
                        .travel("home", "away", 25)
                        .meeting(aMeeting("m").at("2026-09-07 08:00-10:00").by("anna"))
                        .meeting(aMeeting("n")
                                .at("2026-09-07 10:10-11:00")
                                .site("away")
                                .by("anna"))))
                .containsExactly(hard(RULE, 15, staff("anna"), date("2026-09-07")));
    }

    @Test
    void the_way_back_takes_as_long_unless_it_is_given() {
        assertThat(faults(aScenario()
                        .travel("home", "away", 25)
                        .meeting(aMeeting("n").at("2026-09-07 10:10-11:00").by("anna"))
                        .meeting(aMeeting("m")
                                .at("2026-09-07 08:00-10:00")
                                .site("away")
                                .by("anna"))))
                .containsExactly(hard(RULE, 15, staff("anna"), date("2026-09-07")));
    }

    @Test
    void duties_that_touch_lack_the_whole_way() {
        assertThat(faults(aScenario()
                        .travel("home", "away", 25)
                        .meeting(aMeeting("m").at("2026-09-07 08:00-10:00").by("anna"))
                        .meeting(aMeeting("n")
                                .at("2026-09-07 10:00-11:00")
                                .site("away")
                                .by("anna"))))
                .containsExactly(hard(RULE, 25, staff("anna"), date("2026-09-07")));
    }

    @Test
    void a_break_as_long_as_the_way_is_enough() {
        assertThat(faults(aScenario()
                        .travel("home", "away", 25)
                        .meeting(aMeeting("m").at("2026-09-07 08:00-10:00").by("anna"))
                        .meeting(aMeeting("n")
                                .at("2026-09-07 10:25-11:00")
                                .site("away")
                                .by("anna"))))
                .isEmpty();
    }

    @Test
    void duties_at_once_are_a_clash_and_no_question_of_travel() {
        assertThat(faults(aScenario()
                        .travel("home", "away", 25)
                        .meeting(aMeeting("m").at("2026-09-07 08:00-10:00").by("anna"))
                        .meeting(aMeeting("n")
                                .at("2026-09-07 09:59-11:00")
                                .site("away")
                                .by("anna"))))
                .containsExactly(hard("core.person-in-two-places", 1, staff("anna"), date("2026-09-07")));
    }

    @Test
    void only_neighbours_are_looked_at() {
        assertThat(faults(aScenario()
                        .travel("home", "away", 25)
                        .meeting(aMeeting("m").at("2026-09-07 08:00-10:00").by("anna"))
                        .meeting(aMeeting("n").at("2026-09-07 10:00-10:10").by("anna"))
                        .meeting(aMeeting("o")
                                .at("2026-09-07 10:15-11:00")
                                .site("away")
                                .by("anna"))))
                .containsExactly(hard(RULE, 20, staff("anna"), date("2026-09-07")));
    }

    @Test
    void of_two_duties_at_once_the_way_starts_at_the_site_that_is_named_later_whichever_is_first_in_the_file() {
        var here = aMeeting("m").at("2026-09-07 08:00-10:00").by("anna");
        var there = aMeeting("n").at("2026-09-07 08:00-10:00").site("away").by("anna");
        var next = aMeeting("o").at("2026-09-07 10:10-11:00").by("anna");
        for (var order : List.of(List.of(here, there), List.of(there, here))) {
            var scenario = aScenario().travel("home", "away", 25);
            order.forEach(scenario::meeting);
            assertThat(faults(scenario.meeting(next))).contains(hard(RULE, 15, staff("anna"), date("2026-09-07")));
        }
    }

    @Test
    void of_a_lesson_and_a_duty_at_once_the_way_starts_at_the_duty() {
        assertThat(faults(aScenario()
                        .travel("home", "away", 25)
                        .lesson(aLesson("l")
                                .at("2026-09-07 08:00-10:00")
                                .site("away")
                                .by("anna"))
                        .meeting(aMeeting("m").at("2026-09-07 08:00-10:00").by("anna"))
                        .lesson(aLesson("l2")
                                .at("2026-09-07 10:00-11:00")
                                .site("away")
                                .by("anna"))))
                .contains(hard(RULE, 25, staff("anna"), date("2026-09-07")));
    }

    @Test
    void lessons_alone_cost_nothing() {
        assertThat(faults(aScenario()
                        .travel("home", "away", 25)
                        .lesson(aLesson("l1").at("2026-09-07 08:00-08:45").by("anna"))
                        .lesson(aLesson("l2")
                                .at("2026-09-07 08:45-09:30")
                                .site("away")
                                .by("anna"))))
                .isEmpty();
    }

    @Test
    void a_lesson_is_where_its_room_is_unless_it_says_otherwise() {
        assertThat(faults(aScenario()
                        .travel("home", "away", 25)
                        .room(aRoom("r").site("away"))
                        .lesson(aLesson("l")
                                .at("2026-09-07 07:00-07:50")
                                .room("r")
                                .by("anna"))
                        .meeting(aMeeting("m").by("anna"))
                        .lesson(aLesson("l2")
                                .at("2026-09-07 10:05-11:00")
                                .room("r")
                                .site("home")
                                .by("anna"))))
                .containsExactly(hard(RULE, 15, staff("anna"), date("2026-09-07")));
    }

    @Test
    void a_lesson_before_a_meeting_is_travelled_from() {
        assertThat(faults(aScenario()
                        .travel("home", "away", 25)
                        .lesson(aLesson("l")
                                .at("2026-09-07 07:00-07:50")
                                .site("away")
                                .by("anna"))
                        .meeting(aMeeting("m").by("anna"))))
                .containsExactly(hard(RULE, 15, staff("anna"), date("2026-09-07")));
    }
}
