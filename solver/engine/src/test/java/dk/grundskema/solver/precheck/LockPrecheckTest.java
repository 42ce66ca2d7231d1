package dk.grundskema.solver.precheck;

import static dk.grundskema.solver.fixture.MeetingBuilder.aMeeting;
import static dk.grundskema.solver.fixture.MeetingTimes.time;
import static dk.grundskema.solver.fixture.Scenario.aScenario;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.problem.SeatLock;
import dk.grundskema.domain.problem.SessionLock;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.solver.fixture.MeetingBuilder;
import dk.grundskema.solver.fixture.Scenario;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LockPrecheckTest {
    private static final LocalDate MONDAY = LocalDate.parse("2026-09-07");

    /** Two sites, 25 minutes apart, and a session until ten at the first one. */
    private static Scenario untilTen() {
        return aScenario().site("away").travel("home", "away", 25).meeting(seat("m", "2026-09-07 08:00-10:00"));
    }

    private static MeetingBuilder seat(String id, String at) {
        return aMeeting(id).at(at).asking(true).candidates("anna", "bo");
    }

    private static SessionLock locked(String session, @Nullable MeetingTime time, int position, String who) {
        return new SessionLock(
                new SessionId(session), time, null, null, List.of(new SeatLock(position, new StaffId(who))));
    }

    private static SessionLock locked(String session, String who) {
        return locked(session, null, 0, who);
    }

    private static List<Finding> findings(Scenario scenario) {
        return new CapacityPrecheck()
                .precheck(scenario.problem(), scenario.demands()).stream()
                        .filter(one -> one.code().startsWith("precheck.locks"))
                        .toList();
    }

    private static Finding tooFar(String start, long minutes) {
        return Finding.warning(
                "precheck.locks-too-far",
                "/locks/1",
                new StaffId("anna"),
                new SessionId("m"),
                new SessionId("n"),
                MONDAY,
                1,
                LocalTime.parse("10:00"),
                LocalTime.parse(start),
                new SiteId("home"),
                new SiteId("away"),
                25L,
                minutes);
    }

    private static Finding atOnce(String start, String end, int times) {
        return Finding.warning(
                "precheck.locks-at-once",
                "/locks/1",
                new StaffId("anna"),
                new SessionId("m"),
                new SessionId("n"),
                MONDAY,
                times,
                LocalTime.parse("08:00"),
                LocalTime.parse("10:00"),
                LocalTime.parse(start),
                LocalTime.parse(end));
    }

    @Test
    void a_way_that_is_a_minute_too_long_between_two_locks_is_said_with_both_and_the_minutes() {
        assertThat(findings(untilTen()
                        .meeting(seat("n", "2026-09-07 10:24-11:00").site("away"))
                        .lock(locked("m", "anna"))
                        .lock(locked("n", "anna"))))
                .containsExactly(tooFar("10:24", 24));
    }

    @Test
    void a_break_as_long_as_the_way_is_enough_and_so_is_none_at_the_same_site() {
        assertThat(findings(untilTen()
                        .meeting(seat("n", "2026-09-07 10:25-11:00").site("away"))
                        .meeting(seat("o", "2026-09-07 11:00-12:00").site("away"))
                        .lock(locked("m", "anna"))
                        .lock(locked("n", "anna"))
                        .lock(locked("o", "anna"))))
                .isEmpty();
    }

    @Test
    void two_people_have_no_way_between_them() {
        assertThat(findings(untilTen()
                        .meeting(seat("n", "2026-09-07 10:00-11:00").site("away"))
                        .lock(locked("m", "anna"))
                        .lock(locked("n", "bo"))))
                .isEmpty();
    }

    @Test
    void whoever_is_locked_to_one_of_two_may_leave_the_other_to_somebody_else() {
        assertThat(findings(untilTen()
                        .meeting(seat("n", "2026-09-07 09:00-11:00").site("away"))
                        .lock(locked("m", "anna"))))
                .isEmpty();
    }

    @Test
    void two_locks_that_share_a_minute_are_said_and_touching_ones_are_not() {
        assertThat(findings(untilTen()
                        .meeting(seat("n", "2026-09-07 09:59-11:00"))
                        .lock(locked("m", "anna"))
                        .lock(locked("n", "anna"))))
                .containsExactly(atOnce("09:59", "11:00", 1));
        assertThat(findings(untilTen()
                        .meeting(seat("n", "2026-09-07 10:00-11:00"))
                        .lock(locked("m", "anna"))
                        .lock(locked("n", "anna"))))
                .isEmpty();
    }

    @Test
    void a_long_one_overlaps_those_behind_the_next_too() {
        assertThat(findings(aScenario()
                        .meeting(seat("m", "2026-09-07 08:00-12:00"))
                        .meeting(seat("n", "2026-09-07 08:30-09:00"))
                        .meeting(seat("o", "2026-09-07 11:00-11:30"))
                        .lock(locked("m", "anna"))
                        .lock(locked("n", "anna"))
                        .lock(locked("o", "anna"))))
                .extracting(Finding::pointer)
                .containsExactly("/locks/1", "/locks/2");
    }

    @Test
    void a_time_that_is_locked_counts_and_one_that_is_still_free_does_not() {
        MeetingTime nine = time("2026-09-07 09:00-10:00");
        var free = seat("n", "2026-09-07 09:00-10:00").demandedAt(nine, time("2026-09-08 09:00-10:00"));
        assertThat(findings(untilTen().meeting(free).lock(locked("m", "anna")).lock(locked("n", "anna"))))
                .isEmpty();
        assertThat(findings(untilTen().meeting(free).lock(locked("m", "anna")).lock(locked("n", nine, 0, "anna"))))
                .containsExactly(atOnce("09:00", "10:00", 1));
    }

    @Test
    void what_sleeps_until_somebody_joins_occupies_nobody_unless_somebody_is_locked_to_it() {
        var sleeping = untilTen()
                .group("g")
                .student(dk.grundskema.solver.fixture.StudentBuilder.aStudent("ida"))
                .meeting(seat("n", "2026-09-07 09:00-10:00").awakeWith("g"))
                .lock(locked("m", "anna"))
                .lock(locked("n", "anna"));
        assertThat(findings(sleeping)).isEmpty();
        assertThat(findings(sleeping.memberLock("ida", "g"))).containsExactly(atOnce("09:00", "10:00", 1));
    }

    @Test
    void the_earlier_of_two_comes_first_and_at_the_same_time_the_one_with_the_first_id_whatever_was_locked_first() {
        for (String start : List.of("09:00", "08:00")) {
            assertThat(findings(untilTen()
                            .meeting(seat("n", "2026-09-07 " + start + "-10:00"))
                            .lock(locked("n", "anna"))
                            .lock(locked("m", "anna"))))
                    .singleElement()
                    .satisfies(one -> assertThat(one.arguments())
                            .startsWith(new StaffId("anna"), new SessionId("m"), new SessionId("n")));
        }
    }

    @Test
    void a_student_who_is_locked_to_another_group_wakes_nothing() {
        assertThat(findings(untilTen()
                        .group("g")
                        .group("h")
                        .student(dk.grundskema.solver.fixture.StudentBuilder.aStudent("ida"))
                        .meeting(seat("n", "2026-09-07 09:00-10:00").awakeWith("g"))
                        .lock(locked("m", "anna"))
                        .lock(locked("n", "anna"))
                        .memberLock("ida", "h")))
                .isEmpty();
    }

    @Test
    void what_sleeps_but_is_locked_to_a_time_is_meant_to_be_held() {
        var sleeping = untilTen()
                .group("g")
                .meeting(seat("n", "2026-09-07 09:00-10:00").awakeWith("g"))
                .lock(locked("m", "anna"))
                .lock(locked("n", time("2026-09-07 09:00-10:00"), 0, "anna"));
        assertThat(findings(sleeping)).containsExactly(atOnce("09:00", "10:00", 1));
    }
}
