package dk.grundskema.solver.check;

import static dk.grundskema.solver.check.CheckerFixture.*;
import static dk.grundskema.solver.fixture.MeetingBuilder.aMeeting;
import static dk.grundskema.solver.fixture.Scenario.aScenario;
import static dk.grundskema.solver.testkit.MeetingTimes.inWeeks;
import static dk.grundskema.solver.testkit.MeetingTimes.time;
import static dk.grundskema.solver.testkit.RoomBuilder.aRoom;
import static dk.grundskema.solver.testkit.StaffBuilder.aStaffMember;
import static dk.grundskema.solver.testkit.StudentBuilder.aStudent;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.problem.SeatLock;
import dk.grundskema.domain.problem.SessionLock;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.time.Period;
import dk.grundskema.solver.fixture.MeetingBuilder;
import dk.grundskema.solver.fixture.Scenario;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class LockCheckTest {
    private static final String RULE = "core.lock-kept";

    private static SessionLock onTime(String id, MeetingTime time) {
        return new SessionLock(session(id), time, null, null, List.of());
    }

    private static SessionLock onSeats(SeatLock... seats) {
        return new SessionLock(session("m"), null, null, null, Arrays.asList(seats));
    }

    private static SeatLock seat(int position, String person) {
        return new SeatLock(position, person == null ? null : staff(person));
    }

    private static Scenario scenario(MeetingBuilder meeting, SessionLock lock) {
        return aScenario().meeting(meeting).lock(lock);
    }

    @Test
    void decisionsAsLockedAreNoFault() {
        assertThat(faults(scenario(
                        aMeeting("m").room("r").subject("danish").by("anna"),
                        new SessionLock(
                                session("m"),
                                time("2026-09-07 08:00-10:00"),
                                room("r"),
                                "danish",
                                List.of(seat(0, "anna"))))))
                .isEmpty();
    }

    @Test
    void eachDecisionThatDiffersFromItsLockCostsOne() {
        assertThat(faults(scenario(
                                aMeeting("m").room("r").subject("danish").by("anna", "bo"),
                                new SessionLock(
                                        session("m"),
                                        time("2026-09-07 08:00-11:00"),
                                        room("x"),
                                        "maths",
                                        List.of(seat(0, "bo"), seat(1, null))))
                        .room(aRoom("x"))))
                .containsExactly(hard(RULE, 5, session("m")));
    }

    @Test
    void messageNamesWhatThePlanHasAndWhatIsLocked() {
        Scenario scenario = scenario(
                        aMeeting("m").room("r").subject("danish").by("anna"),
                        new SessionLock(
                                session("m"),
                                time("2026-09-08 08:00-11:00"),
                                room("x"),
                                "maths",
                                List.of(seat(0, "bo"))))
                .room(aRoom("x"))
                .staff(aStaffMember("bo"));
        assertThat(sentences(scenario))
                .containsExactly("M is not as it was locked: Monday 08:00–10:00 instead of Tuesday 08:00–11:00,"
                        + " the room r instead of x, the subject danish instead of maths, anna instead of bo.");
        assertThat(sentences(scenario(aMeeting("m"), onTime("m", time("2026-09-14 08:00-10:00")))))
                .containsExactly("M is not as it was locked: Monday 08:00–10:00 in week 2026-W37 instead of"
                        + " Monday 08:00–10:00 in week 2026-W38.");
        assertThat(sentences(scenario(aMeeting("m").notHeld(), onTime("m", time("2026-09-07 08:00-10:00")))))
                .contains("M is not as it was locked: none instead of Monday 08:00–10:00.");
    }

    private static List<String> sentences(Scenario scenario) {
        var texts = new Texts(
                Locale.ENGLISH,
                List.of(
                        ResourceBundle.getBundle("dk.grundskema.solver.registry.messages", Locale.ENGLISH),
                        ResourceBundle.getBundle("dk.grundskema.domain.finding.messages", Locale.ENGLISH)),
                named -> named);
        return CheckerFixture.faultsWithFigures(scenario).stream()
                .filter(fault -> fault.rule().equals(RULE))
                .map(texts::sentenceOf)
                .toList();
    }

    @Test
    void eachPartOfALockedTimeIsCompared() {
        var locked = time("2026-09-07 08:00-10:00");
        for (var other : List.of(
                time("2026-09-07 08:15-10:00"),
                time("2026-09-07 08:00-10:15"),
                time("2026-09-08 08:00-10:00"),
                time("2026-09-14 08:00-10:00"))) {
            assertThat(faults(scenario(aMeeting("m").at(other), onTime("m", locked))))
                    .containsExactly(hard(RULE, 1, session("m")));
        }
    }

    @Test
    void aRoomAloneASubjectAloneOrAPersonAloneCanBeLocked() {
        assertThat(faults(scenario(
                                aMeeting("m").room("r").by("anna"),
                                new SessionLock(session("m"), null, room("x"), null, List.of()))
                        .room(aRoom("x"))))
                .containsExactly(hard(RULE, 1, session("m")));
        assertThat(faults(scenario(
                        aMeeting("m").subject("danish"),
                        new SessionLock(session("m"), null, null, "maths", List.of()))))
                .containsExactly(hard(RULE, 1, session("m")));
        assertThat(faults(scenario(aMeeting("m").by("anna", "bo"), onSeats(seat(1, "anna")))))
                .containsExactly(hard(RULE, 1, session("m")));
    }

    @Test
    void aMeetingWithoutARoomDoesNotKeepALockedOne() {
        assertThat(faults(scenario(aMeeting("m"), new SessionLock(session("m"), null, room("x"), null, List.of()))
                        .room(aRoom("x"))))
                .containsExactly(hard(RULE, 1, session("m")));
    }

    @Test
    void aSeatLockedAsEmptyStaysEmpty() {
        assertThat(faults(scenario(aMeeting("m").asking(false, true).by(null, "bo"), onSeats(seat(0, null)))))
                .isEmpty();
        assertThat(faults(scenario(aMeeting("m").asking(false, true).by("anna", "bo"), onSeats(seat(0, null)))))
                .containsExactly(hard(RULE, 1, session("m")));
    }

    @Test
    void additionalLockedSeatFollowsTheDemandedOnes() {
        var lock = onSeats(seat(5, "carl"));
        assertThat(faults(scenario(aMeeting("m").asking(true).by("anna", "bo", "carl"), lock)))
                .containsExactly(hard("core.more-staff-than-asked", 2, session("m")));
        assertThat(faults(scenario(aMeeting("m").asking(true).by("carl", "bo"), lock)))
                .contains(hard(RULE, 1, session("m")));
        assertThat(faults(scenario(aMeeting("m").asking(true).by("anna"), lock).staff(aStaffMember("carl"))))
                .containsExactly(hard(RULE, 1, session("m")));
    }

    @Test
    void firstAdditionalSeatMayHaveALaterPosition() {
        assertThat(faults(scenario(aMeeting("m").asking(true).by("anna", "bo", "carl"), onSeats(seat(1, "carl")))))
                .containsExactly(hard("core.more-staff-than-asked", 2, session("m")));
    }

    @Test
    void lockConcernsOnlyItsSession() {
        assertThat(faults(scenario(aMeeting("m"), onTime("m", time("2026-09-07 08:00-10:00")))
                        .meeting(aMeeting("n").at("2026-09-08 08:00-10:00"))))
                .isEmpty();
    }

    @Test
    void sessionThatIsNotHeldBreaksItsTimeAndSeatLocks() {
        assertThat(faults(scenario(
                        aMeeting("m").required(false).notHeld().by("anna"),
                        new SessionLock(
                                session("m"), time("2026-09-07 08:00-10:00"), null, null, List.of(seat(0, "anna"))))))
                .containsExactly(hard(RULE, 2, session("m")));
    }

    @Test
    void personAndRoomOfAnOptionalSessionAreLockedOnlyIfItIsHeld() {
        var notHeld = aMeeting("m").required(false).notHeld().by("anna");
        assertThat(faults(scenario(notHeld, onSeats(seat(0, "anna"))))).isEmpty();
        assertThat(faults(scenario(notHeld, new SessionLock(session("m"), null, room("x"), null, List.of()))
                        .room(aRoom("x"))))
                .isEmpty();
    }

    @Test
    void partsOfASplitSessionKeepALockedTimeTogether() {
        var weekly = inWeeks(time("2026-09-07 08:00-10:00"), "2026-W37", "2026-W38");
        var scenario = aScenario()
                .meeting(aMeeting("m").at(weekly).notHeld())
                .meeting(aMeeting("m+1").partOf("m").at(inWeeks(weekly, "2026-W37")))
                .lock(onTime("m", weekly));
        assertThat(faults(scenario)).containsExactly(hard(RULE, 1, session("m")));
        assertThat(faults(scenario.meeting(aMeeting("m+2").partOf("m").at(inWeeks(weekly, "2026-W38")))))
                .isEmpty();
    }

    @Test
    void guestKeepsALockedTimeInOneOfItsHosts() {
        Session guest = Session.builder(
                        new SessionId("g"), new InterventionId("test"), "subject", "danish", new SiteId("home"))
                .subject("danish")
                .hosts(List.of(session("h1"), session("h2")))
                .required(false)
                .build();
        var scenario = aScenario()
                .session(guest)
                .meeting(aMeeting("h1").at("2026-09-07 08:00-10:00"))
                .meeting(aMeeting("h2")
                        .at("2026-09-08 08:00-10:00")
                        .title("danish")
                        .subject("danish"));
        assertThat(faults(scenario.lock(onTime("g", time("2026-09-08 08:00-10:00")))))
                .isEmpty();
    }

    @Test
    void guestInAnotherHostOrInNoneBreaksALockedTime() {
        Session guest = Session.builder(
                        new SessionId("g"), new InterventionId("test"), "subject", "danish", new SiteId("home"))
                .subject("danish")
                .hosts(List.of(session("h1"), session("h2")))
                .required(false)
                .build();
        for (String title : List.of("danish", "other")) {
            assertThat(faults(aScenario()
                            .session(guest)
                            .meeting(aMeeting("h1").at("2026-09-07 08:00-10:00"))
                            .meeting(aMeeting("h2")
                                    .at("2026-09-08 08:00-10:00")
                                    .title(title)
                                    .subject("danish"))
                            .lock(onTime("g", time("2026-09-07 08:00-10:00")))))
                    .containsExactly(hard(RULE, 1, session("g")));
        }
    }

    @Test
    void studentOutsideTheLockedGroupIsAFault() {
        var teams = List.of(
                new Group(group("a"), "A", Group.Kind.TEAM, List.of()),
                new Group(group("b"), "B", Group.Kind.TEAM, List.of()));
        assertThat(faults(
                        aScenario().grouping(0, 3, teams, "s").formed("a", "s").memberLock("s", "a")))
                .isEmpty();
        assertThat(faults(
                        aScenario().grouping(0, 3, teams, "s").formed("a", "s").memberLock("s", "b")))
                .containsExactly(hard(RULE, 1, student("s")));
    }

    @Test
    void studentWhoIsAwayInAllWeeksNeedNotBeInTheLockedGroup() {
        var teams = List.of(new Group(group("a"), "A", Group.Kind.TEAM, List.of()));
        var always = new Period(null, null, new TreeSet<>(), null, null);

        assertThat(faults(aScenario()
                        .student(aStudent("s").except(always))
                        .grouping(0, 3, teams, "s")
                        .memberLock("s", "a")))
                .isEmpty();
        assertThat(faults(aScenario()
                        .student(aStudent("s"))
                        .grouping(0, 3, teams, "s")
                        .memberLock("s", "a")))
                .contains(hard(RULE, 1, student("s")));
    }
}
