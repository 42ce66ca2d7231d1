package dk.grundskema.solver.rules;

import static dk.grundskema.solver.fixture.MeetingBuilder.aMeeting;
import static dk.grundskema.solver.fixture.Scenario.aScenario;
import static dk.grundskema.solver.rules.RuleTrials.*;
import static dk.grundskema.solver.testkit.MeetingTimes.time;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.problem.SeatLock;
import dk.grundskema.domain.problem.SessionLock;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequiredSessionsRulesTest {
    private static final String ADULT = "core.missing-adult";
    private static final String UNPLACED = "core.unplaced-session";
    private static final String TOO_MANY = "core.more-staff-than-asked";
    private static final String TWO_IN_ONE = "core.two-in-one-module";

    private static Session.Builder session_(String id) {
        return Session.builder(session(id), new InterventionId("test"), "talk", id, new SiteId("home"));
    }

    private static Session guest(String id, String... hosts) {
        return session_(id)
                .hosts(Arrays.stream(hosts).map(SessionId::new).toList())
                .build();
    }

    @Test
    void everyRequiredSeatThatNobodyFillsCostsOne() {
        var trial = trialAsHeld(aScenario()
                .meeting(aMeeting("a").student("dea").asking(true, true, true).by("anna", null, null)));
        assertThat(charges(ADULT, trial)).containsExactly(charge(2, session("a")));
        trial.seat(seat("a#1"), staff("anna")).seat(seat("a#2"), staff("anna"));
        assertThat(charges(ADULT, trial)).isEmpty();
    }

    @Test
    void studentsWithoutAnyAdultCostThreeMore() {
        assertThat(charges(
                        ADULT,
                        aScenario()
                                .group("class", "dea")
                                .meeting(aMeeting("single").student("dea").asking(true, true))
                                .meeting(aMeeting("group").group("class").asking(true))
                                .meeting(aMeeting("staff").asking(true, true))))
                .containsExactlyInAnyOrder(
                        charge(5, session("single")), charge(4, session("group")), charge(2, session("staff")));
    }

    @Test
    void anOptionalSeatMayBeEmptyAndItsHolderIsAnAdult() {
        assertThat(charges(
                        ADULT, aScenario().meeting(aMeeting("a").student("dea").asking(false, false))))
                .isEmpty();
        assertThat(charges(
                        ADULT,
                        aScenario()
                                .meeting(aMeeting("a")
                                        .student("dea")
                                        .asking(true, false)
                                        .by(null, "bo"))))
                .containsExactly(charge(1, session("a")));
    }

    @Test
    void sessionWithoutSeatsLacksNobody() {
        assertThat(charges(
                        ADULT, aScenario().meeting(aMeeting("a").student("dea").asking())))
                .isEmpty();
    }

    @Test
    void theEmptySeatOfABundleIsEmptyInEachOfItsSessions() {
        var trial = emptyTrial(aScenario()
                .meeting(aMeeting("a").asking())
                .meeting(aMeeting("b").at("2026-09-08 08:00-10:00").asking())
                .meeting(aMeeting("other").by("anna"))
                .seat(new Seat(
                        seat("tutor"), List.of(session("a"), session("b")), 0, "tutor", true, List.of(staff("anna")))));
        assertThat(charges(ADULT, trial.seat(seat("other#0"), staff("anna"))))
                .containsExactlyInAnyOrder(charge(1, session("a")), charge(1, session("b")));
        assertThat(charges(ADULT, trial.seat(seat("tutor"), staff("anna")))).isEmpty();
    }

    @Test
    void sessionThatIsNotHeldHasNeitherMissingNorAdditionalAdults() {
        var two = List.of(time("2026-09-07 08:00-09:00"), time("2026-09-08 08:00-09:00"));
        var trial = emptyTrial(aScenario()
                .meeting(aMeeting("other").by("anna"))
                .session(session_("talk").times(two).build())
                .seat(new Seat(seat("talk#0"), List.of(session("talk")), 0, "adult", true, List.of(staff("anna"))))
                .lock(new SessionLock(session("talk"), null, null, null, List.of(new SeatLock(1, staff("anna"))))));
        trial.seat(seat("other#0"), staff("anna"));
        assertThat(charges(ADULT, trial)).isEmpty();
        assertThat(charges(TOO_MANY, trial)).isEmpty();
        trial.time(session("talk"), two.get(1));
        assertThat(charges(ADULT, trial)).containsExactly(charge(1, session("talk")));
        assertThat(charges(TOO_MANY, trial)).containsExactly(charge(1, session("talk")));
    }

    @Test
    void aRequiredSessionWithoutATimeCostsOne() {
        var two = List.of(time("2026-09-07 08:00-09:00"), time("2026-09-08 08:00-09:00"));
        var trial = emptyTrial(aScenario()
                .meeting(aMeeting("fixed"))
                .session(session_("must").times(two).build())
                .session(session_("may").times(two).required(false).build()));
        assertThat(charges(UNPLACED, trial)).containsExactly(charge(1, session("must")));
        assertThat(charges(UNPLACED, trial.time(session("must"), two.getFirst())))
                .isEmpty();
    }

    @Test
    void aRequiredGuestWithoutAHostCostsOne() {
        var trial = emptyTrial(aScenario().meeting(aMeeting("a")).session(guest("danish", "a")));
        assertThat(charges(UNPLACED, trial)).containsExactly(charge(1, session("danish")));
        assertThat(charges(UNPLACED, trial.host(session("danish"), session("a"))))
                .isEmpty();
    }

    @Test
    void eachGuestBeyondTheFirstCostsOne() {
        var trial = emptyTrial(aScenario()
                .meeting(aMeeting("a"))
                .meeting(aMeeting("b"))
                .session(guest("danish", "a", "b"))
                .session(guest("maths", "a", "b"))
                .session(guest("art", "a", "b")));
        trial.host(session("danish"), session("a"));
        assertThat(charges(TWO_IN_ONE, trial)).isEmpty();
        trial.host(session("maths"), session("a"));
        assertThat(charges(TWO_IN_ONE, trial)).containsExactly(charge(1, session("a")));
        trial.host(session("art"), session("a"));
        assertThat(charges(TWO_IN_ONE, trial)).containsExactly(charge(2, session("a")));
        trial.host(session("art"), session("b"));
        assertThat(charges(TWO_IN_ONE, trial)).containsExactly(charge(1, session("a")));
    }

    @Test
    void filledAdditionalSeatCostsOne() {
        var scenario = aScenario()
                .meeting(aMeeting("a").asking(true).by("anna"))
                .meeting(aMeeting("b").by("bo"))
                .lock(new SessionLock(
                        session("a"),
                        null,
                        null,
                        null,
                        List.of(new SeatLock(1, staff("bo")), new SeatLock(2, staff("anna")), new SeatLock(3, null))));
        assertThat(charges(TOO_MANY, scenario)).containsExactly(charge(2, session("a")));
        assertThat(charges(TOO_MANY, aScenario().meeting(aMeeting("a").by("anna", "bo"))))
                .isEmpty();
    }
}
