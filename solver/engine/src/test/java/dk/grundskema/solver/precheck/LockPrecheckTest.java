package dk.grundskema.solver.precheck;

import static dk.grundskema.solver.fixture.MeetingBuilder.aMeeting;
import static dk.grundskema.solver.fixture.Scenario.aScenario;
import static dk.grundskema.solver.testkit.LessonBuilder.aLesson;
import static dk.grundskema.solver.testkit.MeetingTimes.time;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.people.DutyLimit;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.problem.SeatLock;
import dk.grundskema.domain.problem.SessionLock;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.solver.fixture.MeetingBuilder;
import dk.grundskema.solver.fixture.Scenario;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

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
    void missingTravelTimeBetweenTwoLocksIsReportedWithBothAndTheMinutes() {
        assertThat(findings(untilTen()
                        .meeting(seat("n", "2026-09-07 10:24-11:00").site("away"))
                        .lock(locked("m", "anna"))
                        .lock(locked("n", "anna"))))
                .containsExactly(tooFar("10:24", 24));
    }

    @Test
    void breakAsLongAsTheTravelTimeIsEnoughAndNoneIsNeededAtOneSite() {
        assertThat(findings(untilTen()
                        .meeting(seat("n", "2026-09-07 10:25-11:00").site("away"))
                        .meeting(seat("o", "2026-09-07 11:00-12:00").site("away"))
                        .lock(locked("m", "anna"))
                        .lock(locked("n", "anna"))
                        .lock(locked("o", "anna"))))
                .isEmpty();
    }

    @Test
    void locksOfDifferentPeopleNeedNoTravelTime() {
        assertThat(findings(untilTen()
                        .meeting(seat("n", "2026-09-07 10:00-11:00").site("away"))
                        .lock(locked("m", "anna"))
                        .lock(locked("n", "bo"))))
                .isEmpty();
    }

    @Test
    void simultaneousSessionsWithOneLockAreNoFinding() {
        assertThat(findings(untilTen()
                        .meeting(seat("n", "2026-09-07 09:00-11:00").site("away"))
                        .lock(locked("m", "anna"))))
                .isEmpty();
    }

    @Test
    void overlappingLocksAreReportedAndAdjacentOnesAreNot() {
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
    void longLockedSessionOverlapsSeveralLaterOnes() {
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
    void onlyLockedTimesAreCompared() {
        MeetingTime nine = time("2026-09-07 09:00-10:00");
        var free = seat("n", "2026-09-07 09:00-10:00").demandedAt(nine, time("2026-09-08 09:00-10:00"));
        assertThat(findings(untilTen().meeting(free).lock(locked("m", "anna")).lock(locked("n", "anna"))))
                .isEmpty();
        assertThat(findings(untilTen().meeting(free).lock(locked("m", "anna")).lock(locked("n", nine, 0, "anna"))))
                .containsExactly(atOnce("09:00", "10:00", 1));
    }

    @Test
    void sleepingSessionOccupiesNobodyUnlessAStudentIsLockedToItsGroup() {
        var sleeping = untilTen()
                .group("g")
                .student(dk.grundskema.solver.testkit.StudentBuilder.aStudent("ida"))
                .meeting(seat("n", "2026-09-07 09:00-10:00").awakeWith("g"))
                .lock(locked("m", "anna"))
                .lock(locked("n", "anna"));
        assertThat(findings(sleeping)).isEmpty();
        assertThat(findings(sleeping.memberLock("ida", "g"))).containsExactly(atOnce("09:00", "10:00", 1));
    }

    @Test
    void conflictingLocksAreOrderedByTimeThenById() {
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
    void studentLockedToAnotherGroupWakesNoSession() {
        assertThat(findings(untilTen()
                        .group("g")
                        .group("h")
                        .student(dk.grundskema.solver.testkit.StudentBuilder.aStudent("ida"))
                        .meeting(seat("n", "2026-09-07 09:00-10:00").awakeWith("g"))
                        .lock(locked("m", "anna"))
                        .lock(locked("n", "anna"))
                        .memberLock("ida", "h")))
                .isEmpty();
    }

    @Test
    void sleepingSessionWithALockedTimeIsHeld() {
        var sleeping = untilTen()
                .group("g")
                .meeting(seat("n", "2026-09-07 09:00-10:00").awakeWith("g"))
                .lock(locked("m", "anna"))
                .lock(locked("n", time("2026-09-07 09:00-10:00"), 0, "anna"));
        assertThat(findings(sleeping)).containsExactly(atOnce("09:00", "10:00", 1));
    }

    private static Scenario lockedUnder(WorkRules rules, String first, String second) {
        return aScenario()
                .work(rules)
                .meeting(seat("m", first))
                .meeting(seat("n", second))
                .lock(locked("m", "anna"))
                .lock(locked("n", "anna"));
    }

    @Test
    void locksThatMakeADayTooLongAreReportedWithItsLength() {
        var rules = WorkRules.defaults().withDateLimits(new DutyLimit(480, Level.HARD), null, null);

        assertThat(findings(lockedUnder(rules, "2026-09-07 14:00-16:01", "2026-09-07 08:00-10:00")))
                .containsExactly(Finding.warning(
                        "precheck.locks-long-day",
                        "/locks/0",
                        new StaffId("anna"),
                        new SessionId("n"),
                        new SessionId("m"),
                        MONDAY,
                        1,
                        LocalTime.parse("08:00"),
                        LocalTime.parse("16:01"),
                        Duration.ofMinutes(481),
                        Duration.ofHours(8)));
        assertThat(findings(lockedUnder(rules, "2026-09-07 14:00-16:00", "2026-09-07 08:00-10:00")))
                .isEmpty();
    }

    @Test
    void locksWithTooLittleRestBetweenTheirDatesAreReportedWithTheRest() {
        var rules = WorkRules.defaults().withDateLimits(null, new DutyLimit(660, Level.HARD), null);

        assertThat(findings(lockedUnder(rules, "2026-09-07 22:45-07:00", "2026-09-08 07:15-08:00")))
                .containsExactly(Finding.warning(
                        "precheck.locks-short-rest",
                        "/locks/1",
                        new StaffId("anna"),
                        new SessionId("m"),
                        new SessionId("n"),
                        MONDAY.plusDays(1),
                        1,
                        LocalTime.parse("07:00"),
                        LocalTime.parse("07:15"),
                        Duration.ofMinutes(15),
                        Duration.ofHours(11)));
        assertThat(findings(lockedUnder(rules, "2026-09-07 20:00-21:00", "2026-09-08 08:00-09:00")))
                .isEmpty();
    }

    @Test
    void locksAgainstGuidelinesAndWishesAndOfPeopleWithLessonsAreNoContradiction() {
        for (Level level : List.of(Level.MEDIUM, Level.SOFT)) {
            var rules = WorkRules.defaults().withDateLimits(new DutyLimit(60, level), new DutyLimit(1440, level), null);
            assertThat(findings(lockedUnder(rules, "2026-09-07 08:00-10:00", "2026-09-08 07:00-12:00")))
                    .isEmpty();
        }
        var rules = WorkRules.defaults().withDateLimits(new DutyLimit(60, Level.HARD), null, null);
        assertThat(findings(lockedUnder(rules, "2026-09-07 08:00-10:00", "2026-09-07 10:00-12:00")
                        .lesson(aLesson("l").at("2026-09-07 07:00-13:00").by("anna"))))
                .noneMatch(finding -> finding.code().equals("precheck.locks-long-day"));
    }
}
