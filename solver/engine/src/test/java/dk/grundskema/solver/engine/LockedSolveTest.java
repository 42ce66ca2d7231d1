package dk.grundskema.solver.engine;

import static dk.grundskema.solver.fixture.MeetingBuilder.aMeeting;
import static dk.grundskema.solver.fixture.Scenario.aScenario;
import static dk.grundskema.solver.testkit.StaffBuilder.aStaffMember;
import static org.assertj.core.api.Assertions.assertThat;

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
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.check.TimetableChecker;
import dk.grundskema.solver.fixture.FixturePlugin;
import dk.grundskema.solver.fixture.Scenario;
import dk.grundskema.solver.testkit.MeetingTimes;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Locks are kept even if they break rules; rules and checker charge the same. */
class LockedSolveTest {
    private static SessionLock seats(String session, SeatLock... locks) {
        return new SessionLock(new SessionId(session), null, null, null, List.of(locks));
    }

    private static SeatLock seat(int position, @Nullable String person) {
        return new SeatLock(position, person == null ? null : new StaffId(person));
    }

    private static Session.Builder session(String id) {
        return Session.builder(
                new SessionId(id), new InterventionId(Scenario.INTERVENTION), "module", id, new SiteId("home"));
    }

    private static Meeting meeting(Timetable plan, String session) {
        return plan.meetings().stream()
                .filter(one -> one.sessionId().value().equals(session))
                .findFirst()
                .orElseThrow();
    }

    /** Solves and returns the broken rules; rules and checker agree. */
    private static Map<String, Long> faults(Scenario scenario, Timetable plan) {
        var charged = new TreeMap<String, Long>();
        plan.rules().stream()
                .filter(rule -> rule.level() != dk.grundskema.domain.finding.Level.SOFT && rule.penalty() > 0)
                .forEach(rule -> charged.put(rule.id(), rule.penalty()));
        var found = new TreeMap<String, Long>();
        new TimetableChecker(FixturePlugin::byType)
                .checkRules(scenario.problem(), plan)
                .forEach(fault -> found.merge(fault.rule(), fault.amount(), Long::sum));
        assertThat(found).isEqualTo(charged);
        return charged;
    }

    private static Timetable solve(Scenario scenario) throws InterruptedException {
        return StepLimitedSolves.solve(scenario.problem(), 300);
    }

    @Test
    void lockedTimeOutsideTheChoicesIsKept() throws InterruptedException {
        var locked = MeetingTimes.time("2026-09-09 07:00-08:00");
        var scenario = aScenario()
                .meeting(aMeeting("other").at("2026-09-09 07:30-08:30").by("anna"))
                .session(session("talk")
                        .times(List.of(
                                MeetingTimes.time("2026-09-07 09:00-10:00"),
                                MeetingTimes.time("2026-09-08 09:00-10:00")))
                        .build())
                .seat(new dk.grundskema.domain.demand.Seat(
                        new dk.grundskema.domain.demand.SeatId("talk#0"),
                        List.of(new SessionId("talk")),
                        0,
                        "adult",
                        true,
                        List.of(new StaffId("anna"))))
                .lock(new SessionLock(new SessionId("talk"), locked, null, null, List.of(seat(0, "anna"))))
                .lock(seats("other", seat(0, "anna")));

        Timetable plan = solve(scenario);

        assertThat(meeting(plan, "talk").time()).isEqualTo(locked);
        assertThat(meeting(plan, "talk").locked().time()).isTrue();
        assertThat(faults(scenario, plan)).containsExactly(Map.entry("core.person-in-two-places", 30L));
    }

    @Test
    void lockedTimeLeavesTheRoomToBeDecided() throws InterruptedException {
        var scenario = aScenario()
                .meeting(aMeeting("module").asking().rooms("hall", "attic"))
                .lock(new SessionLock(
                        new SessionId("module"), MeetingTimes.time("2026-09-08 09:00-10:00"), null, null, List.of()));

        Timetable plan = solve(scenario);

        assertThat(meeting(plan, "module").roomId()).isNotNull();
        assertThat(meeting(plan, "module").locked().room()).isFalse();
        assertThat(meeting(plan, "module").time()).isEqualTo(MeetingTimes.time("2026-09-08 09:00-10:00"));
        assertThat(faults(scenario, plan)).isEmpty();
    }

    @Test
    void lockedRoomThatIsTooSmallIsKept() throws InterruptedException {
        var scenario = aScenario()
                .meeting(aMeeting("module").asking().rooms("hall"))
                .meeting(aMeeting("elsewhere")
                        .asking()
                        .at("2026-09-08 08:00-09:00")
                        .rooms("kitchen"))
                .lock(new SessionLock(new SessionId("module"), null, new RoomId("kitchen"), null, List.of()));

        Timetable plan = solve(scenario);

        assertThat(meeting(plan, "module").roomId()).isEqualTo(new RoomId("kitchen"));
        assertThat(faults(scenario, plan)).containsExactly(Map.entry("core.room-kind", 1L));
    }

    @Test
    void lockedPersonWhoIsAbsentAndNoCandidateIsKept() throws InterruptedException {
        var scenario = aScenario()
                .staff(aStaffMember("bo").except(MeetingTimes.period("2026-09-07 09:00-12:00")))
                .meeting(aMeeting("module").asking(true, true).candidates("anna", "cilla"))
                .lock(seats("module", seat(0, "bo")));

        Timetable plan = solve(scenario);

        assertThat(meeting(plan, "module").seats().getFirst().staffId()).isEqualTo(new StaffId("bo"));
        assertThat(meeting(plan, "module").seats().getFirst().locked()).isTrue();
        assertThat(meeting(plan, "module").seats().getLast().staffId()).isIn(new StaffId("anna"), new StaffId("cilla"));
        assertThat(faults(scenario, plan)).containsExactly(Map.entry("core.staff-unavailable", 60L));
    }

    @Test
    void seatLockedAsEmptyStaysEmpty() throws InterruptedException {
        var scenario = aScenario()
                .meeting(aMeeting("module").asking(true, true).candidates("anna", "bo"))
                .lock(seats("module", seat(1, null)));

        Timetable plan = solve(scenario);

        assertThat(meeting(plan, "module").seats().get(1).staffId()).isNull();
        assertThat(meeting(plan, "module").seats().get(0).staffId()).isNotNull();
        assertThat(faults(scenario, plan)).containsExactly(Map.entry("core.missing-adult", 1L));
    }

    @Test
    void lockedAdditionalPersonIsKept() throws InterruptedException {
        var scenario = aScenario()
                .meeting(aMeeting("module").asking(true).candidates("anna", "bo"))
                .lock(seats("module", seat(1, "bo")));

        Timetable plan = solve(scenario);

        assertThat(meeting(plan, "module").seats()).extracting("staffId").contains(new StaffId("bo"));
        assertThat(meeting(plan, "module").seats()).hasSize(2);
        assertThat(faults(scenario, plan)).containsExactly(Map.entry("core.more-staff-than-asked", 1L));
    }

    @Test
    void lockedSubjectStaysInItsModule() throws InterruptedException {
        var scenario = aScenario()
                .meeting(aMeeting("first").asking())
                .meeting(aMeeting("second").asking().at("2026-09-08 08:00-10:00"))
                .meeting(aMeeting("third").asking().at("2026-09-09 08:00-10:00"))
                .lock(new SessionLock(new SessionId("third"), null, null, "danish", List.of()));
        List<SessionId> hosts = List.of(new SessionId("first"), new SessionId("second"), new SessionId("third"));
        for (String guest : List.of("danish", "maths", "music")) {
            scenario.session(
                    session("guest-" + guest).subject(guest).hosts(hosts).build());
        }

        Timetable plan = solve(scenario);

        assertThat(meeting(plan, "third").subject()).isEqualTo("danish");
        assertThat(plan.meetings()).extracting(Meeting::subject).containsExactlyInAnyOrder("danish", "maths", "music");
        assertThat(faults(scenario, plan)).isEmpty();
    }

    @Test
    void studentStaysInTheLockedGroupDespiteAVeto() throws InterruptedException {
        List<Group> teams = Arrays.asList("red", "blue").stream()
                .map(id -> new Group(new GroupId(id), id, Group.Kind.TEAM, List.of()))
                .toList();
        var scenario = aScenario()
                .student(dk.grundskema.solver.testkit.StudentBuilder.aStudent("ea")
                        .neverWith("bo"))
                .grouping(1, 3, teams, "ea", "bo", "ib", "mo")
                .meeting(aMeeting("module").asking())
                .memberLock("ea", "red")
                .memberLock("bo", "red");

        Timetable plan = solve(scenario);

        var red = plan.groups().stream()
                .filter(group -> group.id().equals(new GroupId("red")))
                .findFirst()
                .orElseThrow();
        assertThat(red.members()).extracting("studentId").contains(new StudentId("ea"), new StudentId("bo"));
        assertThat(faults(scenario, plan)).containsExactly(Map.entry("core.never-together", 1L));
    }

    @Test
    void fullyLockedPlanIsUnchanged() throws InterruptedException {
        var scenario = aScenario()
                .meeting(aMeeting("module")
                        .asking(true, true)
                        .candidates("anna", "bo")
                        .rooms("hall", "attic"))
                .lock(new SessionLock(
                        new SessionId("module"),
                        null,
                        new RoomId("attic"),
                        null,
                        List.of(seat(0, "bo"), seat(1, "anna"))));

        Timetable plan = solve(scenario);

        assertThat(meeting(plan, "module").seats())
                .extracting("staffId")
                .containsExactly(new StaffId("bo"), new StaffId("anna"));
        assertThat(faults(scenario, plan)).isEmpty();
    }

    @Test
    void withoutAvailableStaffAllSeatsAreEmptyAndReported() throws InterruptedException {
        var scenario = aScenario()
                .staff(aStaffMember("anna").except(MeetingTimes.period("2026-09-07 07:00-12:00")))
                .meeting(
                        aMeeting("module").asking(true, true).candidates("anna").student("ea"));

        Timetable plan = solve(scenario);

        assertThat(meeting(plan, "module").seats()).extracting("staffId").containsOnlyNulls();
        assertThat(faults(scenario, plan)).containsExactly(Map.entry("core.missing-adult", 5L));
    }

    @Test
    void problemWithoutStaffHasAllItsMeetings() throws InterruptedException {
        var scenario = aScenario().meeting(aMeeting("module").asking(true).rooms("hall", "attic"));

        Timetable plan = solve(scenario);

        assertThat(scenario.problem().staff()).isEmpty();
        assertThat(meeting(plan, "module").roomId()).isNotNull();
        assertThat(faults(scenario, plan)).containsExactly(Map.entry("core.missing-adult", 1L));
    }

    @Test
    void sessionWithOwnTimesPeopleAndRoomsGetsAllThree() throws InterruptedException {
        var scenario = aScenario()
                .meeting(aMeeting("module")
                        .at("2026-09-07 09:00-10:00")
                        .asking(true)
                        .candidates("anna")
                        .room("hall"))
                .session(session("talk")
                        .times(List.of(
                                MeetingTimes.time("2026-09-07 09:00-10:00"),
                                MeetingTimes.time("2026-09-08 09:00-10:00")))
                        .rooms(List.of(new RoomId("hall")))
                        .students(List.of())
                        .build())
                .seat(new dk.grundskema.domain.demand.Seat(
                        new dk.grundskema.domain.demand.SeatId("talk#0"),
                        List.of(new SessionId("talk")),
                        0,
                        "adult",
                        true,
                        List.of(new StaffId("anna"))));

        Timetable plan = StepLimitedSolves.solve(scenario.problem(), 1);

        assertThat(meeting(plan, "talk").time()).isEqualTo(MeetingTimes.time("2026-09-08 09:00-10:00"));
        assertThat(meeting(plan, "talk").seats().getFirst().staffId()).isEqualTo(new StaffId("anna"));
        assertThat(faults(scenario, plan)).isEmpty();
    }
}
