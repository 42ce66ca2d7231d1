package dk.grundskema.solver.rules;

import static dk.grundskema.solver.fixture.MeetingBuilder.aMeeting;
import static dk.grundskema.solver.fixture.Scenario.aScenario;
import static dk.grundskema.solver.rules.RuleTrials.*;
import static dk.grundskema.solver.testkit.LessonBuilder.aLesson;
import static dk.grundskema.solver.testkit.MeetingTimes.time;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.grundskema.domain.demand.Grouping;
import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.problem.SessionLock;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.check.TimetableChecker;
import dk.grundskema.solver.engine.TrialPlan;
import dk.grundskema.solver.fixture.MeetingBuilder;
import dk.grundskema.solver.fixture.Scenario;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Sessions of a group that may stay empty sleep until a student joins. */
class SleepingSessionRulesTest {
    private static final String PERSON = "core.person-in-two-places";
    private static final String STUDENT = "core.student-in-two-places";
    private static final String ADULT = "core.missing-adult";
    private static final String UNPLACED = "core.unplaced-session";

    private static Scenario circles() {
        return aScenario()
                .grouping(new Grouping(
                        new InterventionId(Scenario.INTERVENTION),
                        List.of(circle("red"), circle("blue")),
                        List.of(student("dea"), student("eli")),
                        1,
                        2,
                        true,
                        Map.of(),
                        Map.of()));
    }

    private static Group circle(String id) {
        return new Group(group(id), id, Group.Kind.SMALL_GROUP, List.of());
    }

    private static MeetingBuilder held(String id) {
        return aMeeting(id).group("red").awakeWith("red");
    }

    private static TrialPlan awake(Scenario scenario) {
        return RuleTrials.trialAsHeld(scenario).join(student("dea"), group("red"));
    }

    private static List<RuleViolation> checked(TrialPlan trial) {
        return new TimetableChecker(PLUGINS::find).check(trial.problem(), trial.timetable("0"));
    }

    @Test
    void sleepingSessionOccupiesNeitherPeopleNorRooms() {
        Scenario scenario = circles()
                .meeting(held("a").by("anna").room("r1"))
                .meeting(aMeeting("b").by("anna").room("r1"));
        assertThat(charges(PERSON, RuleTrials.trialAsHeld(scenario))).isEmpty();
        assertThat(charges("core.room-in-two-places", RuleTrials.trialAsHeld(scenario)))
                .isEmpty();
        assertThat(charges(PERSON, awake(scenario))).containsExactly(charge(120, staff("anna"), date("2026-09-07")));
        assertThat(charges("core.room-in-two-places", awake(scenario)))
                .containsExactly(charge(120, room("r1"), date("2026-09-07")));
    }

    @Test
    void sleepingSessionNeedsNeitherAdultsNorATime() {
        Scenario scenario = circles()
                .meeting(held("a").by((String) null).asking(true).candidates("anna"))
                .meeting(held("b")
                        .demandedAt(time("2026-09-08 08:00-10:00"), time("2026-09-09 08:00-10:00"))
                        .notHeld());
        assertThat(charges(ADULT, RuleTrials.trialAsHeld(scenario))).isEmpty();
        assertThat(charges(UNPLACED, RuleTrials.trialAsHeld(scenario))).isEmpty();
        assertThat(charges(ADULT, awake(scenario))).containsExactly(charge(4, session("a")));
        assertThat(charges(UNPLACED, awake(scenario))).containsExactly(charge(1, session("b")));
        assertThat(checked(RuleTrials.trialAsHeld(scenario)))
                .extracting(RuleViolation::rule)
                .containsOnly("core.student-without-group");
        assertThat(checked(awake(scenario))).extracting(RuleViolation::rule).contains(ADULT, UNPLACED);
    }

    @Test
    void sleepingSessionAndItsGroupAreNotInTheTimetable() {
        Scenario scenario = circles().meeting(held("a").by("anna")).meeting(aMeeting("b"));
        Timetable asleep = RuleTrials.trialAsHeld(scenario).timetable("0");
        assertThat(asleep.meetings()).extracting(Meeting::sessionId).containsExactly(session("b"));
        assertThat(asleep.groups()).isEmpty();
        Timetable awake = awake(scenario).timetable("0");
        assertThat(awake.meetings()).extracting(Meeting::sessionId).contains(session("a"));
        assertThat(awake.groups()).hasSize(1);
        assertThat(awake.groups().getFirst().id()).isEqualTo(group("red"));
    }

    @Test
    void seatOfSeveralSessionsSleepsIfAllOfThemDo() {
        Scenario scenario = circles()
                .lesson(aLesson("l1").at("2026-09-07 08:00-09:00").by("anna"))
                .lesson(aLesson("l2").at("2026-09-08 08:00-08:30").by("anna"))
                .meeting(held("a"))
                .meeting(
                        aMeeting("b").at("2026-09-08 08:00-10:00").group("blue").awakeWith("blue"))
                .seat(new Seat(
                        seat("both"), List.of(session("a"), session("b")), 0, "tutor", true, List.of(staff("anna"))));
        TrialPlan trial = RuleTrials.trialAsHeld(scenario).seat(seat("both"), staff("anna"));
        assertThat(charges(PERSON, trial)).isEmpty();
        trial.join(student("dea"), group("red"));
        assertThat(charges(PERSON, trial)).containsExactly(charge(60, staff("anna"), date("2026-09-07")));
        trial.join(student("eli"), group("blue"));
        assertThat(charges(PERSON, trial))
                .containsExactly(
                        charge(60, staff("anna"), date("2026-09-07")), charge(30, staff("anna"), date("2026-09-08")));
        trial.join(student("dea"), group("blue"));
        assertThat(charges(PERSON, trial)).containsExactly(charge(30, staff("anna"), date("2026-09-08")));
    }

    @Test
    void sleepingSessionsAreNoDifferenceButALeavingStudentIs() {
        Scenario scenario = circles().meeting(held("a").by("anna"));
        Timetable before = awake(scenario).timetable("0");
        assertThat(charges("core.difference", RuleTrials.trialAsHeld(scenario, before)))
                .containsExactly(charge(1, student("dea")));
        assertThat(charges(
                        "core.difference",
                        RuleTrials.trialAsHeld(scenario, before).join(student("dea"), group("red"))))
                .isEmpty();
        assertThat(charges(
                        "core.difference",
                        RuleTrials.trialAsHeld(scenario, before)
                                .join(student("dea"), group("red"))
                                .seat(seat("a#0"), null)))
                .containsExactly(charge(1, session("a")));
    }

    @Test
    void lockOnASleepingSessionAppliesOnceItWakes() {
        Scenario scenario = circles()
                .meeting(held("a").by("anna").room("r1"))
                .lock(new SessionLock(session("a"), null, room("r1"), null, List.of()));
        assertThat(checked(RuleTrials.trialAsHeld(scenario)))
                .extracting(RuleViolation::rule)
                .containsOnly("core.student-without-group");
        assertThat(awake(scenario).timetable("0").meetings().getFirst().roomId())
                .isEqualTo(room("r1"));
    }

    @Test
    void workForOptionalGroupsHasNoFairShare() {
        Scenario scenario = circles()
                .meeting(held("a").by("anna").candidates("anna", "bo"))
                .meeting(aMeeting("b").at("2026-09-08 08:00-12:00").by("anna").candidates("anna", "bo"))
                .meeting(aMeeting("c").at("2026-09-09 08:00-12:00").by("bo").candidates("anna", "bo"));
        assertThat(awake(scenario).penalty("core.fair-hours")).isZero();
        assertThat(awake(scenario).seat(seat("b#0"), staff("bo")).penalty("core.fair-hours"))
                .isEqualTo(32);
    }

    @Test
    void sessionInsideALessonIsNoClashForItsStudentsButForOthers() {
        Scenario scenario = aScenario()
                .group("class", "dea", "eli")
                .lesson(aLesson("maths")
                        .at("2026-09-07 08:00-09:00")
                        .group("class")
                        .by("anna"))
                .lesson(aLesson("danish").at("2026-09-07 09:00-09:30").student("dea"))
                .meeting(aMeeting("pair").student("dea").by("anna").inside("maths"));
        assertThat(charges(STUDENT, RuleTrials.trialAsHeld(scenario)))
                .containsExactly(charge(30, student("dea"), date("2026-09-07")));
        assertThat(charges(PERSON, RuleTrials.trialAsHeld(scenario)))
                .containsExactly(charge(60, staff("anna"), date("2026-09-07")));
        assertThat(checked(RuleTrials.trialAsHeld(scenario)))
                .extracting(RuleViolation::rule, RuleViolation::amount)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(PERSON, 60L),
                        org.assertj.core.api.Assertions.tuple(STUDENT, 30L));
    }

    @Test
    void sessionInsideALessonMissesNoLesson() {
        Scenario scenario = aScenario()
                .lesson(aLesson("maths")
                        .at("2026-09-07 08:00-09:00")
                        .student("dea")
                        .student("eli"))
                .lesson(aLesson("danish").at("2026-09-07 09:00-09:30").student("eli"))
                .meeting(aMeeting("pair").student("dea", "eli").inside("maths").excuse());
        assertThat(RuleTrials.trialAsHeld(scenario)
                        .timetable("0")
                        .meetings()
                        .getFirst()
                        .excusedStudentIds())
                .containsExactly(student("eli"));
    }

    @Test
    void hostsAndGuestsCannotSleepAndAGivenGroupWakesNothing() {
        assertThatThrownBy(() -> emptyTrial(circles().meeting(aMeeting("a").awakeWith("yellow"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("yellow");
        Session guest = Session.builder(
                        session("guest"),
                        new InterventionId(Scenario.INTERVENTION),
                        "module",
                        "Guest",
                        new SiteId("home"))
                .hosts(List.of(session("a")))
                .build();
        assertThatThrownBy(() -> emptyTrial(circles().meeting(held("a")).session(guest)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("neither may sleep");
    }
}
