package dk.grundskema.solver.check;

import static dk.grundskema.solver.check.CheckerFixture.*;
import static dk.grundskema.solver.fixture.LessonBuilder.aLesson;
import static dk.grundskema.solver.fixture.MeetingBuilder.aMeeting;
import static dk.grundskema.solver.fixture.MeetingTimes.inWeeks;
import static dk.grundskema.solver.fixture.MeetingTimes.time;
import static dk.grundskema.solver.fixture.Scenario.aScenario;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.solver.fixture.MeetingBuilder;
import dk.grundskema.solver.fixture.Scenario;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ClashCheckTest {
    private static final String PERSON = "core.person-in-two-places";
    private static final String ROOM = "core.room-in-two-places";
    private static final String STUDENT = "core.student-in-two-places";

    static Stream<Scenario> bothOrders() {
        MeetingBuilder early = aMeeting("early").at("2026-09-07 08:00-10:00");
        MeetingBuilder late = aMeeting("late").at("2026-09-07 09:45-12:00");
        for (MeetingBuilder meeting : List.of(early, late)) {
            meeting.by("anna").room("r").student("s");
        }
        return Stream.of(
                aScenario().meeting(early).meeting(late),
                aScenario().meeting(late).meeting(early));
    }

    @ParameterizedTest
    @MethodSource("bothOrders")
    void person_room_and_student_in_two_places_cost_the_minutes_of_overlap(Scenario scenario) {
        assertThat(faults(scenario))
                .containsExactly(
                        hard(PERSON, 15, staff("anna"), date("2026-09-07")),
                        hard(ROOM, 15, room("r"), date("2026-09-07")),
                        hard(STUDENT, 15, student("s"), date("2026-09-07")));
    }

    @Test
    void duties_that_touch_are_no_clash() {
        assertThat(faults(aScenario()
                        .meeting(aMeeting("early")
                                .at("2026-09-07 08:00-10:00")
                                .by("anna")
                                .room("r")
                                .student("s"))
                        .meeting(aMeeting("late")
                                .at("2026-09-07 10:00-12:00")
                                .by("anna")
                                .room("r")
                                .student("s"))))
                .isEmpty();
    }

    @Test
    void every_pair_of_three_is_charged() {
        assertThat(faults(aScenario()
                        .meeting(aMeeting("a").at("2026-09-07 08:00-12:00").by("anna"))
                        .meeting(aMeeting("b").at("2026-09-07 09:00-10:00").by("anna"))
                        .meeting(aMeeting("c").at("2026-09-07 11:30-12:30").by("anna"))))
                .containsExactly(
                        hard(PERSON, 60, staff("anna"), date("2026-09-07")),
                        hard(PERSON, 30, staff("anna"), date("2026-09-07")));
    }

    @Test
    void two_seats_of_one_session_cost_its_whole_length() {
        assertThat(faults(aScenario()
                        .meeting(aMeeting("a").at("2026-09-07 08:00-10:00").by("anna", "anna"))))
                .containsExactly(hard(PERSON, 120, staff("anna"), date("2026-09-07")));
    }

    @Test
    void a_meeting_and_a_lesson_at_once_are_a_clash() {
        assertThat(faults(aScenario()
                        .lesson(aLesson("l")
                                .at("2026-09-07 09:30-10:15")
                                .by("anna")
                                .room("r")
                                .student("s"))
                        .meeting(aMeeting("m").by("anna").room("r").student("s"))))
                .containsExactly(
                        hard(PERSON, 30, staff("anna"), date("2026-09-07")),
                        hard(ROOM, 30, room("r"), date("2026-09-07")),
                        hard(STUDENT, 30, student("s"), date("2026-09-07")));
    }

    @Test
    void lessons_alone_cost_nothing() {
        assertThat(faults(aScenario()
                        .lesson(aLesson("l1").by("anna").room("r").student("s"))
                        .lesson(aLesson("l2").by("anna").room("r").student("s"))))
                .isEmpty();
    }

    @Test
    void standing_by_is_still_being_somewhere() {
        assertThat(faults(aScenario()
                        .meeting(aMeeting("a").by("anna").work(false))
                        .meeting(aMeeting("b").by("anna").work(false))))
                .containsExactly(hard(PERSON, 120, staff("anna"), date("2026-09-07")));
    }

    static Stream<Scenario> withinEitherWay() {
        MeetingBuilder talk = aMeeting("talk")
                .at("2026-09-07 09:00-09:30")
                .within("quiet")
                .by("anna")
                .room("r")
                .student("s");
        MeetingBuilder quiet = aMeeting("quiet")
                .at("2026-09-07 08:30-10:00")
                .by("anna")
                .room("r")
                .student("s");
        MeetingBuilder same = aMeeting("quiet")
                .at("2026-09-07 09:00-10:00")
                .by("anna")
                .room("r")
                .student("s");
        return Stream.of(
                aScenario().meeting(talk).meeting(quiet),
                aScenario().meeting(quiet).meeting(talk),
                aScenario().meeting(talk).meeting(same));
    }

    @ParameterizedTest
    @MethodSource("withinEitherWay")
    void one_held_within_the_other_is_no_clash_for_students_but_for_staff_and_rooms(Scenario scenario) {
        assertThat(faults(scenario))
                .containsExactlyInAnyOrder(
                        hard(PERSON, 30, staff("anna"), date("2026-09-07")),
                        hard(ROOM, 30, room("r"), date("2026-09-07")));
    }

    @Test
    void a_part_of_the_session_that_one_is_held_within_is_as_good_as_the_whole() {
        assertThat(faults(aScenario()
                        .meeting(aMeeting("quiet").notHeld().required(false))
                        .meeting(aMeeting("quiet+1").partOf("quiet").student("s"))
                        .meeting(aMeeting("talk").within("quiet").student("s"))))
                .extracting("rule")
                .doesNotContain(STUDENT);
    }

    @Test
    void being_within_something_else_excuses_nothing() {
        assertThat(faults(aScenario()
                        .meeting(aMeeting("talk")
                                .at("2026-09-07 08:00-09:00")
                                .within("elsewhere")
                                .student("s"))
                        .meeting(aMeeting("quiet").student("s"))))
                .containsExactly(hard(STUDENT, 60, student("s"), date("2026-09-07")));
    }

    @Test
    void a_timetable_that_claims_within_where_none_was_asked_is_not_believed() {
        assertThat(faults(aScenario()
                        .meeting(aMeeting("talk")
                                .at("2026-09-07 08:00-09:00")
                                .claimingWithin("quiet")
                                .student("s"))
                        .meeting(aMeeting("quiet").student("s"))))
                .containsExactly(hard(STUDENT, 60, student("s"), date("2026-09-07")));
    }

    @Test
    void an_excused_student_may_miss_a_lesson() {
        assertThat(faults(aScenario()
                        .lesson(aLesson("l").student("s"))
                        .meeting(aMeeting("m").student("s").excuse().excused("s"))))
                .isEmpty();
    }

    @Test
    void a_student_whom_the_timetable_does_not_excuse_is_in_two_places() {
        assertThat(faults(aScenario()
                        .lesson(aLesson("l").student("s").student("t"))
                        .meeting(aMeeting("m").student("s", "t").excuse().excused("t"))))
                .containsExactly(hard(STUDENT, 45, student("s"), date("2026-09-07")));
    }

    @Test
    void an_excuse_without_a_decision_is_not_believed() {
        assertThat(faults(aScenario()
                        .lesson(aLesson("l").student("s"))
                        .meeting(aMeeting("m").student("s").excused("s"))))
                .containsExactly(hard(STUDENT, 45, student("s"), date("2026-09-07")));
    }

    @Test
    void an_excuse_does_not_allow_two_meetings_at_once() {
        assertThat(faults(aScenario()
                        .meeting(aMeeting("m").student("s").excuse().excused("s"))
                        .meeting(aMeeting("n").student("s").excuse().excused("s"))))
                .containsExactly(hard(STUDENT, 120, student("s"), date("2026-09-07")));
    }

    @Test
    void students_come_by_their_groups_given_and_formed() {
        assertThat(faults(aScenario()
                        .group("class", "s")
                        .formed("team", "s")
                        .lesson(aLesson("l").group("class"))
                        .meeting(aMeeting("m").group("team"))))
                .containsExactly(hard(STUDENT, 45, student("s"), date("2026-09-07")));
    }

    @Test
    void a_student_in_a_session_twice_over_is_in_it_once() {
        assertThat(faults(aScenario()
                        .group("class", "s")
                        .meeting(aMeeting("m").group("class").student("s"))))
                .isEmpty();
    }

    @Test
    void a_member_for_some_weeks_is_busy_in_those_alone() {
        var second = new GroupMember(student("s"), new TreeSet<>(List.of(week("2026-W38"))));
        var threeWeeks = inWeeks(time("2026-09-07 08:00-10:00"), "2026-W37", "2026-W38", "2026-W39");
        assertThat(faults(aScenario()
                        .formed("team", List.of(second))
                        .meeting(aMeeting("m").at(threeWeeks).group("team"))
                        .meeting(aMeeting("n").at(threeWeeks).student("s"))))
                .containsExactly(hard(STUDENT, 120, student("s"), date("2026-09-14")));
    }

    @Test
    void the_problem_knows_better_than_the_timetable_when_a_given_member_is_in_a_group() {
        var second = new GroupMember(student("s"), new TreeSet<>(List.of(week("2026-W38"))));
        var scenario = aScenario()
                .group("team", List.of(second))
                .meeting(aMeeting("m").group("team"))
                .meeting(aMeeting("n").student("s"));
        assertThat(faults(scenario)).isEmpty();
    }

    @Test
    void meetings_of_several_weeks_clash_in_each_week_that_they_share() {
        var monday = time("2026-09-07 08:00-10:00");
        assertThat(faults(aScenario()
                        .meeting(aMeeting("m")
                                .at(inWeeks(monday, "2026-W37", "2026-W38"))
                                .by("anna"))
                        .meeting(aMeeting("n")
                                .at(inWeeks(monday, "2026-W38", "2026-W39"))
                                .by("anna"))))
                .containsExactly(hard(PERSON, 120, staff("anna"), date("2026-09-14")));
    }

    @Test
    void a_duty_past_midnight_on_sunday_reaches_into_the_next_week() {
        assertThat(faults(aScenario()
                        .meeting(aMeeting("night").at("2026-09-13 22:00-07:00").by("anna"))
                        .meeting(
                                aMeeting("morning").at("2026-09-14 06:30-07:30").by("anna"))))
                .containsExactly(hard(PERSON, 30, staff("anna"), date("2026-09-14")));
    }

    @Test
    void the_hour_that_comes_twice_in_october_counts_twice() {
        assertThat(faults(aScenario()
                        .horizon("2026-W43", 1)
                        .meeting(aMeeting("m").at("2026-10-25 01:00-04:00").by("anna"))
                        .meeting(aMeeting("n").at("2026-10-25 00:00-03:00").by("anna"))))
                .containsExactly(hard(PERSON, 180, staff("anna"), date("2026-10-25")));
    }

    @Test
    void the_hour_that_march_leaves_out_counts_nothing() {
        assertThat(faults(aScenario()
                        .horizon("2027-W12", 1)
                        .meeting(aMeeting("m").at("2027-03-28 01:00-04:00").by("anna"))
                        .meeting(aMeeting("n").at("2027-03-28 00:00-03:00").by("anna"))))
                .containsExactly(hard(PERSON, 60, staff("anna"), date("2027-03-28")));
    }

    @Test
    void extra_rooms_are_in_use_too_but_a_room_named_twice_is_in_use_once() {
        assertThat(faults(aScenario()
                        .meeting(aMeeting("m").room("r").extraRoom("r").extraRoom("x"))
                        .meeting(aMeeting("n").at("2026-09-07 09:00-11:00").room("x"))))
                .containsExactly(hard(ROOM, 60, room("x"), date("2026-09-07")));
    }
}
