package dk.grundskema.solver.edit;

import static dk.grundskema.solver.fixture.MeetingBuilder.aMeeting;
import static dk.grundskema.solver.fixture.Scenario.aScenario;
import static dk.grundskema.solver.testkit.LessonBuilder.aLesson;
import static dk.grundskema.solver.testkit.RoomBuilder.aRoom;
import static dk.grundskema.solver.testkit.StaffBuilder.aStaffMember;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.Grouping;
import dk.grundskema.domain.demand.LessonId;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.solver.engine.StepLimitedSolves;
import dk.grundskema.solver.fixture.Scenario;
import dk.grundskema.solver.testkit.MeetingTimes;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Impossible changes are rejected, each with its pointer; changes that only break rules are applied. */
class RejectedChangesTest {
    private static final StaffId ANE = new StaffId("ane");
    private static final StaffId NOBODY = new StaffId("nobody");
    private static final SessionId FIRST = new SessionId("first");
    private static final SessionId THIRD = new SessionId("third");
    private static final SessionId PLAIN = new SessionId("plain");
    private static final SessionId JOINED = new SessionId("joined");
    private static final SessionId MATH = new SessionId("guest-math");
    private static final SessionId UNKNOWN = new SessionId("unknown");
    private static final MeetingTime TUESDAY = MeetingTimes.time("2026-09-08 09:00-10:00");

    private static Workbench workbench;

    private static Session guest(String subject, String... hosts) {
        return Session.builder(
                        new SessionId("guest-" + subject),
                        new InterventionId(Scenario.INTERVENTION),
                        "subject",
                        subject,
                        new SiteId("home"))
                .subject(subject)
                .hosts(Arrays.stream(hosts).map(SessionId::new).toList())
                .build();
    }

    private static Group group(String id) {
        return new Group(new GroupId(id), id, Group.Kind.SMALL_GROUP, List.of());
    }

    @BeforeAll
    static void plan() throws InterruptedException {
        MeetingTime weekly = MeetingTimes.inWeeks(MeetingTimes.time("2026-09-07 08:00-08:45"), "2026-W37", "2026-W38");
        var groups = new Grouping(
                new InterventionId(Scenario.INTERVENTION),
                List.of(group("red"), group("blue")),
                List.of(new StudentId("dea"), new StudentId("eli")),
                1,
                2,
                true,
                Map.of(new StudentId("eli"), List.of(new GroupId("red"))),
                Map.of());
        Scenario scenario = aScenario()
                .staff(aStaffMember("ane"))
                .staff(aStaffMember("tove"))
                .room(aRoom("r1"))
                .lesson(aLesson("l1").at(weekly).room("r1").by("tove"))
                .session(Session.builder(
                                JOINED,
                                new InterventionId(Scenario.INTERVENTION),
                                "lesson",
                                "Danish",
                                new SiteId("home"))
                        .form("parallel")
                        .subject("danish")
                        .at(weekly)
                        .lesson(new LessonId("l1"))
                        .build())
                .meeting(
                        aMeeting("first").at("2026-09-07 09:00-10:00").by("ane").candidates("ane"))
                .meeting(aMeeting("second").at("2026-09-07 10:00-11:00"))
                .meeting(aMeeting("third").at("2026-09-07 11:00-12:00"))
                .meeting(aMeeting("plain").at("2026-09-07 12:00-13:00"))
                .session(guest("math", "first", "second"))
                .session(guest("music", "third"))
                .grouping(groups);
        workbench = Workbench.of(
                StepLimitedSolves.registry(), scenario.problem(), StepLimitedSolves.solve(scenario.problem(), 50));
    }

    private static void assertRejected(ManualChange change, String... codesAndPointers) {
        assertThat(workbench.validateChanges(List.of(change)))
                .as("%s", change)
                .extracting(one -> one.code() + " " + one.pointer())
                .containsExactly(codesAndPointers);
    }

    private static void assertApplied(ManualChange change) {
        assertThat(workbench.tryChanges(List.of(change), true))
                .as("%s", change)
                .isInstanceOf(ManualChangeResult.AppliedChanges.class);
    }

    @Test
    void changeOfAnUnknownSessionIsRejected() {
        assertRejected(new ManualChange.SeatChange(UNKNOWN, 0, ANE), "edit.no-such-session /0/sessionId");
        assertRejected(new ManualChange.TimeChange(UNKNOWN, TUESDAY), "edit.no-such-session /0/sessionId");
        assertRejected(new ManualChange.RoomChange(UNKNOWN, null), "edit.no-such-session /0/sessionId");
        assertRejected(new ManualChange.SubjectChange(UNKNOWN, null), "edit.no-such-session /0/sessionId");
        assertRejected(
                new ManualChange.SubjectSwap(UNKNOWN, new SessionId("neither")),
                "edit.no-such-session /0/sessionId",
                "edit.no-such-session /0/otherId");
    }

    @Test
    void changeOfAGuestIsRejectedWithItsHost() {
        assertRejected(new ManualChange.TimeChange(MATH, TUESDAY), "edit.of-guest /0/sessionId");
        assertRejected(new ManualChange.SubjectSwap(FIRST, MATH), "edit.of-guest /0/otherId");
    }

    @Test
    void unknownPersonAndUnknownSeatAreRejected() {
        assertRejected(new ManualChange.SeatChange(FIRST, 0, NOBODY), "edit.no-such-staff /0/staffId");
        assertRejected(
                new ManualChange.SeatChange(UNKNOWN, 0, NOBODY),
                "edit.no-such-session /0/sessionId",
                "edit.no-such-staff /0/staffId");
        assertRejected(new ManualChange.SeatChange(FIRST, 2, ANE), "edit.no-such-seat /0/position");
        assertRejected(new ManualChange.SeatChange(FIRST, -1, ANE), "edit.no-such-seat /0/position");
        assertRejected(new ManualChange.SeatChange(FIRST, 1, null), "edit.no-such-seat /0/position");
        assertApplied(new ManualChange.SeatChange(FIRST, 1, ANE));
        assertApplied(new ManualChange.SeatChange(FIRST, 0, new StaffId("tove")));
    }

    @Test
    void changeOfALessonsTeacherOrTimeIsRejected() {
        assertRejected(new ManualChange.SeatChange(JOINED, 0, ANE), "edit.teacher-stays /0/position");
        assertRejected(new ManualChange.TimeChange(JOINED, TUESDAY), "edit.lesson-stays /0/time");
        assertRejected(new ManualChange.TimeChange(JOINED, null), "edit.lesson-stays /0/time");
    }

    @Test
    void timeOutsideTheHorizonIsRejectedAndARequiredSessionNeedsATime() {
        assertRejected(new ManualChange.TimeChange(PLAIN, null), "edit.has-one-time /0/time");
        assertRejected(
                new ManualChange.TimeChange(PLAIN, MeetingTimes.time("2029-09-04 09:00-10:00")),
                "edit.outside-horizon /0/time");
        assertApplied(new ManualChange.TimeChange(PLAIN, TUESDAY));
    }

    @Test
    void unknownRoomIsRejected() {
        assertRejected(new ManualChange.RoomChange(PLAIN, new RoomId("cellar")), "edit.no-such-room /0/roomId");
        assertApplied(new ManualChange.RoomChange(PLAIN, new RoomId("r1")));
    }

    @Test
    void subjectIsRejectedOutsideItsPossibleModules() {
        assertRejected(new ManualChange.SubjectSwap(FIRST, THIRD), "edit.cannot-swap /0");
        assertRejected(new ManualChange.SubjectSwap(FIRST, PLAIN), "edit.no-module /0/otherId");
        assertRejected(new ManualChange.SubjectChange(PLAIN, "math"), "edit.no-module /0/sessionId");
        assertRejected(new ManualChange.SubjectChange(FIRST, "physics"), "edit.no-such-subject /0/subject");
        assertApplied(new ManualChange.SubjectSwap(FIRST, new SessionId("second")));
        assertApplied(new ManualChange.SubjectChange(THIRD, null));
    }

    @Test
    void studentIsRejectedInAGroupOfAnotherGrouping() {
        assertRejected(
                new ManualChange.GroupChange(new StudentId("nobody"), new GroupId("none")),
                "edit.no-such-student /0/studentId",
                "edit.no-such-group /0/groupId");
        assertRejected(
                new ManualChange.GroupChange(new StudentId("eli"), new GroupId("blue")),
                "edit.no-choice-of-group /0/groupId");
        assertApplied(new ManualChange.GroupChange(new StudentId("dea"), new GroupId("blue")));
    }

    @Test
    void eachRejectionPointsToItsChange() {
        List<Finding> findings = workbench.validateChanges(List.of(
                new ManualChange.SubjectChange(THIRD, null),
                new ManualChange.RoomChange(PLAIN, new RoomId("cellar")),
                new ManualChange.TimeChange(PLAIN, null)));
        assertThat(findings).extracting(Finding::pointer).containsExactly("/1/roomId", "/2/time");
    }
}
