package dk.grundskema.solver.engine;

import static dk.grundskema.solver.fixture.MeetingBuilder.aMeeting;
import static dk.grundskema.solver.fixture.Scenario.aScenario;
import static dk.grundskema.solver.testkit.MeetingTimes.time;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.grundskema.domain.demand.SeatId;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.problem.SeatLock;
import dk.grundskema.domain.problem.SessionLock;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.fixture.FixturePlugin;
import dk.grundskema.solver.fixture.Scenario;
import dk.grundskema.solver.registry.PluginRegistry;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TrialPlanTest {
    private static final String TWO_PLACES = "core.person-in-two-places";

    private static TrialPlan trial(Scenario scenario) {
        return TrialPlan.of(PluginRegistry.of(List.of(new FixturePlugin())), scenario.problem(), null);
    }

    private static SessionId session(String id) {
        return new SessionId(id);
    }

    private static Session.Builder guest(String id, String... hosts) {
        return Session.builder(
                        session(id), new InterventionId(Scenario.INTERVENTION), "subject", id, new SiteId("home"))
                .subject(id)
                .hosts(List.of(hosts).stream().map(SessionId::new).toList());
    }

    private static Meeting meeting(TrialPlan trial, String id) {
        return trial.timetable("0").meetings().stream()
                .filter(one -> one.sessionId().equals(session(id)))
                .findFirst()
                .orElseThrow();
    }

    private static Scenario twoAtOnce() {
        return aScenario()
                .meeting(aMeeting("a").asking(true).candidates("anna", "bo"))
                .meeting(aMeeting("b").at("2026-09-07 09:00-11:00").asking(true).candidates("anna"));
    }

    @Test
    void personIsAssignedToASeatAndRemoved() {
        var trial = trial(twoAtOnce())
                .seat(new SeatId("a#0"), new StaffId("anna"))
                .seat(new SeatId("b#0"), new StaffId("anna"));
        assertThat(trial.penalty(TWO_PLACES)).isEqualTo(60);
        assertThat(trial.seat(new SeatId("a#0"), null).penalty(TWO_PLACES)).isZero();
        assertThat(trial.seat(new SeatId("a#0"), new StaffId("bo")).penalty(TWO_PLACES))
                .isZero();
    }

    @Test
    void personWhoIsNoCandidateMayBeAssigned() {
        var trial = trial(twoAtOnce()).seat(new SeatId("b#0"), new StaffId("bo"));
        assertThat(meeting(trial, "b").seats()).extracting(MeetingSeat::staffId).containsExactly(new StaffId("bo"));
    }

    @Test
    void unknownIdsAreRefusedByName() {
        var trial = trial(twoAtOnce());
        assertThatThrownBy(() -> trial.seat(new SeatId("c#0"), null)).hasMessageContaining("(c#0)");
        assertThatThrownBy(() -> trial.seat(new SeatId("a#0"), new StaffId("carl")))
                .hasMessageContaining("(carl)");
        assertThatThrownBy(() -> trial.time(session("c"), null)).hasMessageContaining("(c)");
        assertThatThrownBy(() -> trial.room(session("a"), new RoomId("hall"))).hasMessageContaining("(hall)");
        assertThatThrownBy(() -> trial.host(session("c"), null)).hasMessageContaining("(c)");
        assertThatThrownBy(() -> trial.join(new StudentId("dea"), null)).hasMessageContaining("(dea)");
        assertThatThrownBy(() -> trial.matches("core.gap"))
                .hasMessageContaining("(core.gap)")
                .hasMessageContaining("core.gaps");
    }

    @Test
    void sessionMovesToAnotherOfItsTimesAndToNone() {
        var scenario = twoAtOnce();
        scenario.session(Session.builder(
                        session("c"), new InterventionId(Scenario.INTERVENTION), "talk", "Talk", new SiteId("home"))
                .times(List.of(time("2026-09-07 08:00-09:00"), time("2026-09-08 08:00-09:00")))
                .build());
        var trial = trial(scenario);
        assertThat(trial.penalty("core.unplaced-session")).isEqualTo(1);
        trial.time(session("c"), time("2026-09-08 08:00-09:00"));
        assertThat(meeting(trial, "c").time()).isEqualTo(time("2026-09-08 08:00-09:00"));
        assertThat(trial.penalty("core.unplaced-session")).isZero();
        assertThat(trial.time(session("c"), null).penalty("core.unplaced-session"))
                .isEqualTo(1);
    }

    @Test
    void timeOutsideTheChoicesIsAcceptedAsFromALock() {
        var lock = new SessionLock(session("b"), null, null, null, List.of(new SeatLock(1, new StaffId("carl"))));
        var scenario = twoAtOnce().meeting(aMeeting("other").by("carl")).lock(lock);
        var trial = trial(scenario)
                .seat(new SeatId("a#0"), new StaffId("anna"))
                .seat(new SeatId("b#0"), new StaffId("anna"))
                .time(session("b"), time("2026-09-07 09:30-12:00"));
        assertThat(trial.penalty(TWO_PLACES)).isEqualTo(30);
        assertThat(meeting(trial, "b").time()).isEqualTo(time("2026-09-07 09:30-12:00"));
        assertThat(meeting(trial, "b").seats())
                .extracting(MeetingSeat::staffId)
                .containsExactly(new StaffId("anna"), new StaffId("carl"));
        assertThat(trial.problem().locks())
                .singleElement()
                .satisfies(kept -> assertThat(kept.seats()).isEqualTo(lock.seats()));
    }

    @Test
    void guestIsPlacedOnlyIntoOneOfItsHosts() {
        var scenario = twoAtOnce()
                .meeting(aMeeting("c").at("2026-09-08 08:00-09:00"))
                .session(guest("danish", "a", "b").build());
        var trial = trial(scenario).host(session("danish"), session("b"));
        assertThat(meeting(trial, "b").subject()).isEqualTo("danish");
        assertThat(meeting(trial, "a").subject()).isEmpty();
        assertThat(meeting(trial.host(session("danish"), null), "b").subject()).isEmpty();
        assertThatThrownBy(() -> trial.host(session("danish"), session("c")))
                .hasMessageContaining("(danish)")
                .hasMessageContaining("(c)")
                .hasMessageContaining("[a, b]");
        assertThatThrownBy(() -> trial.time(session("danish"), time("2026-09-08 08:00-09:00")))
                .hasMessageContaining("(danish)");
    }

    @Test
    void roomIsAssignedAndRemoved() {
        var trial = trial(aScenario().meeting(aMeeting("a").rooms("hall", "gym")));
        assertThat(meeting(trial.room(session("a"), new RoomId("gym")), "a").roomId())
                .isEqualTo(new RoomId("gym"));
        assertThat(meeting(trial.room(session("a"), null), "a").roomId()).isNull();
    }

    @Test
    void aStudentJoinsAGroupOfTheGroupingAndLeavesIt() {
        var red = new Group(new GroupId("red"), "Red", Group.Kind.TEAM, List.of());
        var blue = new Group(new GroupId("blue"), "Blue", Group.Kind.TEAM, List.of());
        var trial = trial(aScenario().group("given", "dea").grouping(0, 9, List.of(red, blue), "dea", "eli"));
        trial.join(new StudentId("dea"), new GroupId("red"));
        assertThat(trial.matches("core.student-without-group"))
                .singleElement()
                .satisfies(match -> assertThat(match.arguments()).containsExactly(new StudentId("eli")));
        assertThat(trial.join(new StudentId("dea"), null).penalty("core.student-without-group"))
                .isEqualTo(2);
        assertThatThrownBy(() -> trial.join(new StudentId("eli"), new GroupId("given")))
                .hasMessageContaining("(eli)")
                .hasMessageContaining("(given)");
    }

    @Test
    void shuffleChangesOnlyOpenDecisionsAndIsReproducible() {
        var scenario = aScenario();
        for (int i = 0; i < 40; i++) {
            scenario.meeting(
                    aMeeting("m" + i).asking(true).candidates("anna", "bo").rooms("hall", "gym"));
        }
        scenario.meeting(aMeeting("locked").asking(true).candidates("anna", "bo"))
                .lock(new SessionLock(
                        session("locked"), null, null, null, List.of(new SeatLock(0, new StaffId("bo")))));
        Timetable timetable = trial(scenario).shuffle(new Random(1)).timetable("0");
        assertThat(timetable).isEqualTo(trial(scenario).shuffle(new Random(1)).timetable("0"));
        assertThat(timetable)
                .isNotEqualTo(trial(scenario).shuffle(new Random(2)).timetable("0"));
        assertThat(timetable.meetings())
                .flatExtracting(Meeting::seats)
                .extracting(MeetingSeat::staffId)
                .contains(new StaffId("anna"), new StaffId("bo"), null);
        assertThat(timetable.meetings().stream()
                        .filter(one ->
                                one.roomId() == null && one.sessionId().value().startsWith("m")))
                .hasSizeBetween(1, 20);
    }

    @Test
    void shufflePlacesAtMostOneGuestIntoAHost() {
        var scenario = twoAtOnce()
                .session(guest("danish", "a", "b").build())
                .session(guest("maths", "a", "b").build())
                .session(guest("art", "a", "b").build());
        for (int seed = 0; seed < 20; seed++) {
            assertThat(trial(scenario).shuffle(new Random(seed)).penalty("core.two-in-one-module"))
                    .isZero();
        }
    }

    @Test
    void stepsOfAThreadStayInOrderAroundALockedSubject() {
        var scenario = aScenario()
                .meeting(aMeeting("a").at("2026-09-07 08:00-10:00"))
                .meeting(aMeeting("b").at("2026-09-08 08:00-10:00"))
                .session(guest("step-1", "a", "b").subject("traits").build())
                .session(guest("step-2", "a", "b").subject("traits").build())
                .lock(new SessionLock(session("b"), null, null, "traits", List.of()));
        var trial = trial(scenario).host(session("step-2"), session("a"));
        assertThat(meeting(trial, "a").title()).isEqualTo("step-1");
        assertThat(meeting(trial, "b").title()).isEqualTo("step-2");
    }

    @Test
    void timetableIsLoaded() {
        var scenario = twoAtOnce().session(guest("danish", "a", "b").build());
        Timetable timetable = trial(scenario).shuffle(new Random(3)).timetable("0");
        assertThat(trial(scenario).from(timetable).timetable("0")).isEqualTo(timetable);
    }

    @Test
    void scoreAndResultsAreThoseOfTheCurrentDecisions() {
        var trial = trial(twoAtOnce());
        long before = trial.score().medium();
        trial.seat(new SeatId("a#0"), new StaffId("anna"));
        assertThat(trial.score().medium()).isEqualTo(before + 100);
        assertThat(trial.results()).anySatisfy(result -> {
            assertThat(result.id()).isEqualTo("core.missing-adult");
            assertThat(result.penalty()).isEqualTo(1);
        });
    }
}
