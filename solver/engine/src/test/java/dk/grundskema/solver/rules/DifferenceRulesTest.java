package dk.grundskema.solver.rules;

import static dk.grundskema.solver.fixture.MeetingBuilder.aMeeting;
import static dk.grundskema.solver.fixture.Scenario.aScenario;
import static dk.grundskema.solver.rules.RuleTrials.*;
import static dk.grundskema.solver.testkit.MeetingTimes.time;
import static dk.grundskema.solver.testkit.RoomBuilder.aRoom;
import static dk.grundskema.solver.testkit.StaffBuilder.aStaffMember;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.engine.TrialPlan;
import dk.grundskema.solver.fixture.Scenario;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DifferenceRulesTest {
    private static final String DIFFERENCE = "core.difference";

    private static Session.Builder session_(String id) {
        return Session.builder(session(id), new InterventionId("test"), "talk", id, new SiteId("home"));
    }

    private static Session guest(String id, String subject, String... hosts) {
        return session_(id)
                .subject(subject)
                .hosts(Arrays.stream(hosts).map(SessionId::new).toList())
                .build();
    }

    private static Scenario everything() {
        return aScenario()
                .staff(aStaffMember("anna"))
                .room(aRoom("hall"))
                .room(aRoom("gym"))
                .meeting(aMeeting("a").subject("none").asking(true, false).candidates("anna", "bo"))
                .meeting(aMeeting("b")
                        .at("2026-09-08 08:00-10:00")
                        .subject("none")
                        .asking())
                .session(guest("danish", "danish", "a", "b"))
                .session(guest("more-danish", "danish", "a", "b"))
                .session(guest("maths", "maths", "a", "b"))
                .session(session_("talk")
                        .times(List.of(time("2026-09-09 08:00-09:00"), time("2026-09-10 08:00-09:00")))
                        .rooms(List.of(room("hall"), room("gym")))
                        .build())
                .grouping(
                        0,
                        9,
                        List.of(
                                new Group(group("red"), "Red", Group.Kind.TEAM, List.of()),
                                new Group(group("blue"), "Blue", Group.Kind.TEAM, List.of())),
                        "dea",
                        "eli");
    }

    private static TrialPlan decided(TrialPlan trial) {
        return trial.seat(seat("a#0"), staff("anna"))
                .host(session("danish"), session("a"))
                .time(session("talk"), time("2026-09-09 08:00-09:00"))
                .room(session("talk"), room("hall"))
                .join(student("dea"), group("red"));
    }

    /** The unchanged plan; each test changes one thing. */
    private static TrialPlan again(Scenario scenario) {
        Timetable before = decided(emptyTrial(scenario)).timetable("0");
        return decided(TrialPlan.of(PLUGINS, scenario.problem(), before));
    }

    @Test
    void unchangedDecisionsAndProblemsWithoutReferenceCostNothing() {
        assertThat(charges(DIFFERENCE, again(everything()))).isEmpty();
        assertThat(charges(DIFFERENCE, emptyTrial(everything()))).isEmpty();
    }

    @Test
    void otherPersonOrNobodyInASeatCostsOne() {
        assertThat(charges(DIFFERENCE, again(everything()).seat(seat("a#0"), staff("bo"))))
                .containsExactly(charge(1, session("a")));
        assertThat(charges(DIFFERENCE, again(everything()).seat(seat("a#0"), null)))
                .containsExactly(charge(1, session("a")));
        assertThat(charges(DIFFERENCE, again(everything()).seat(seat("a#1"), staff("bo"))))
                .containsExactly(charge(1, session("a")));
    }

    @Test
    void eachChangedDecisionOfASessionCounts() {
        assertThat(charges(
                        DIFFERENCE,
                        again(everything())
                                .seat(seat("a#0"), staff("bo"))
                                .seat(seat("a#1"), staff("anna"))
                                .host(session("danish"), null)))
                .containsExactly(charge(3, session("a")));
    }

    @Test
    void otherTimeOrRoomOrNoneCostsOne() {
        assertThat(charges(DIFFERENCE, again(everything()).time(session("talk"), time("2026-09-10 08:00-09:00"))))
                .containsExactly(charge(1, session("talk")));
        assertThat(charges(DIFFERENCE, again(everything()).time(session("talk"), null)))
                .containsExactly(charge(1, session("talk")));
        assertThat(charges(DIFFERENCE, again(everything()).room(session("talk"), room("gym"))))
                .containsExactly(charge(1, session("talk")));
        assertThat(charges(DIFFERENCE, again(everything()).room(session("talk"), null)))
                .containsExactly(charge(1, session("talk")));
    }

    @Test
    void otherSubjectOfAHostOrNoneCostsOne() {
        assertThat(charges(
                        DIFFERENCE,
                        again(everything()).host(session("danish"), null).host(session("maths"), session("a"))))
                .containsExactly(charge(1, session("a")));
        assertThat(charges(DIFFERENCE, again(everything()).host(session("danish"), session("b"))))
                .containsExactlyInAnyOrder(charge(1, session("a")), charge(1, session("b")));
    }

    @Test
    void otherGuestOfTheSameSubjectIsNoDifference() {
        assertThat(charges(
                        DIFFERENCE,
                        again(everything()).host(session("danish"), null).host(session("more-danish"), session("a"))))
                .isEmpty();
        assertThat(charges(DIFFERENCE, again(everything()).host(session("more-danish"), session("a"))))
                .isEmpty();
    }

    @Test
    void guestOfAnotherSubjectAmongSeveralIsADifferenceInAnyOrder() {
        assertThat(charges(DIFFERENCE, again(everything()).host(session("maths"), session("a"))))
                .containsExactly(charge(1, session("a")));
        assertThat(charges(
                        DIFFERENCE,
                        again(everything())
                                .host(session("danish"), null)
                                .host(session("maths"), session("a"))
                                .host(session("danish"), session("a"))))
                .containsExactly(charge(1, session("a")));
    }

    @Test
    void aStudentInAnotherGroupOrInNoneCostsOne() {
        assertThat(charges(DIFFERENCE, again(everything()).join(student("dea"), group("blue"))))
                .containsExactly(charge(1, student("dea")));
        assertThat(charges(DIFFERENCE, again(everything()).join(student("dea"), null)))
                .containsExactly(charge(1, student("dea")));
    }

    @Test
    void newDecisionsAreNoDifference() {
        Timetable before = decided(emptyTrial(everything())).timetable("0");
        var scenario = everything()
                .meeting(aMeeting("new")
                        .at("2026-09-11 08:00-10:00")
                        .asking(true)
                        .candidates("bo"))
                .seat(new Seat(seat("a#2"), List.of(session("a")), 2, "adult", true, List.of(staff("bo"))));
        var trial = decided(TrialPlan.of(PLUGINS, scenario.problem(), before))
                .seat(seat("new#0"), staff("bo"))
                .seat(seat("a#2"), staff("bo"))
                .join(student("eli"), group("blue"));
        assertThat(charges(DIFFERENCE, trial)).isEmpty();
    }

    @Test
    void seatOfABundleIsOneDecision() {
        var scenario = aScenario()
                .meeting(aMeeting("a").asking())
                .meeting(aMeeting("b").at("2026-09-08 08:00-10:00").asking())
                .seat(new Seat(
                        seat("tutor"),
                        List.of(session("a"), session("b")),
                        0,
                        "tutor",
                        true,
                        List.of(staff("anna"), staff("bo"))));
        Timetable before =
                emptyTrial(scenario).seat(seat("tutor"), staff("anna")).timetable("0");
        var trial = TrialPlan.of(PLUGINS, scenario.problem(), before).seat(seat("tutor"), staff("bo"));
        assertThat(charges(DIFFERENCE, trial)).containsExactly(charge(1, session("a")));
    }

    @Test
    void weightOfTheProblemApplies() {
        var scenario = everything().weight("core.fair-hours", 0).weight("core.even-groups", 0);
        assertThat(again(scenario).join(student("dea"), group("blue")).score().soft())
                .isEqualTo(-20);
        assertThat(again(scenario.weight(DIFFERENCE, 7))
                        .join(student("dea"), group("blue"))
                        .score()
                        .soft())
                .isEqualTo(-7);
    }
}
