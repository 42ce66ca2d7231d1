package dk.grundskema.solver.check;

import static dk.grundskema.solver.check.CheckerFixture.*;
import static dk.grundskema.solver.fixture.MeetingBuilder.aMeeting;
import static dk.grundskema.solver.fixture.Scenario.aScenario;
import static dk.grundskema.solver.testkit.LessonBuilder.aLesson;
import static dk.grundskema.solver.testkit.MeetingTimes.inWeeks;
import static dk.grundskema.solver.testkit.MeetingTimes.time;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.finding.Figure;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.solver.fixture.MeetingBuilder;
import dk.grundskema.solver.fixture.Scenario;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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
    void personRoomAndStudentInTwoPlacesCostTheMinutesOfOverlap(Scenario scenario) {
        assertThat(faults(scenario))
                .containsExactly(
                        hard(PERSON, 15, staff("anna"), date("2026-09-07")),
                        hard(ROOM, 15, room("r"), date("2026-09-07")),
                        hard(STUDENT, 15, student("s"), date("2026-09-07")));
    }

    @Test
    void adjacentDutiesAreNoClash() {
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
    void everyPairOfThreeIsCharged() {
        assertThat(faults(aScenario()
                        .meeting(aMeeting("a").at("2026-09-07 08:00-12:00").by("anna"))
                        .meeting(aMeeting("b").at("2026-09-07 09:00-10:00").by("anna"))
                        .meeting(aMeeting("c").at("2026-09-07 11:30-12:30").by("anna"))))
                .containsExactly(
                        hard(PERSON, 60, staff("anna"), date("2026-09-07")),
                        hard(PERSON, 30, staff("anna"), date("2026-09-07")));
    }

    @Test
    void twoSeatsOfOneSessionCostItsWholeLength() {
        assertThat(faults(aScenario()
                        .meeting(aMeeting("a").at("2026-09-07 08:00-10:00").by("anna", "anna"))))
                .containsExactly(hard(PERSON, 120, staff("anna"), date("2026-09-07")));
    }

    @Test
    void aMeetingAndALessonAtOnceAreAClash() {
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
    void lessonsAloneCostNothing() {
        assertThat(faults(aScenario()
                        .lesson(aLesson("l1").by("anna").room("r").student("s"))
                        .lesson(aLesson("l2").by("anna").room("r").student("s"))))
                .isEmpty();
    }

    @Test
    void standbyDutyClashesToo() {
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
    void meetingWithinAnotherClashesForStaffAndRoomsButNotForStudents(Scenario scenario) {
        assertThat(faults(scenario))
                .containsExactlyInAnyOrder(
                        hard(PERSON, 30, staff("anna"), date("2026-09-07")),
                        hard(ROOM, 30, room("r"), date("2026-09-07")));
    }

    @Test
    void meetingWithinAPartOfASplitSessionIsNoClashForStudents() {
        assertThat(faults(aScenario()
                        .meeting(aMeeting("quiet").notHeld().required(false))
                        .meeting(aMeeting("quiet+1").partOf("quiet").student("s"))
                        .meeting(aMeeting("talk").within("quiet").student("s"))))
                .extracting("rule")
                .doesNotContain(STUDENT);
    }

    @Test
    void meetingWithinAThirdSessionStillClashes() {
        assertThat(faults(aScenario()
                        .meeting(aMeeting("talk")
                                .at("2026-09-07 08:00-09:00")
                                .within("elsewhere")
                                .student("s"))
                        .meeting(aMeeting("quiet").student("s"))))
                .containsExactly(hard(STUDENT, 60, student("s"), date("2026-09-07")));
    }

    @Test
    void withinOfTheTimetableIsIgnoredUnlessDemanded() {
        assertThat(faults(aScenario()
                        .meeting(aMeeting("talk")
                                .at("2026-09-07 08:00-09:00")
                                .claimingWithin("quiet")
                                .student("s"))
                        .meeting(aMeeting("quiet").student("s"))))
                .containsExactly(hard(STUDENT, 60, student("s"), date("2026-09-07")));
    }

    @Test
    void anExcusedStudentMayMissALesson() {
        assertThat(faults(aScenario()
                        .lesson(aLesson("l").student("s"))
                        .meeting(aMeeting("m").student("s").excuse().excused("s"))))
                .isEmpty();
    }

    @Test
    void studentWithoutExcuseIsInTwoPlaces() {
        assertThat(faults(aScenario()
                        .lesson(aLesson("l").student("s").student("t"))
                        .meeting(aMeeting("m").student("s", "t").excuse().excused("t"))))
                .containsExactly(hard(STUDENT, 45, student("s"), date("2026-09-07")));
    }

    @Test
    void excuseWithoutADecisionIsIgnored() {
        assertThat(faults(aScenario()
                        .lesson(aLesson("l").student("s"))
                        .meeting(aMeeting("m").student("s").excused("s"))))
                .containsExactly(hard(STUDENT, 45, student("s"), date("2026-09-07")));
    }

    @Test
    void anExcuseDoesNotAllowTwoMeetingsAtOnce() {
        assertThat(faults(aScenario()
                        .meeting(aMeeting("m").student("s").excuse().excused("s"))
                        .meeting(aMeeting("n").student("s").excuse().excused("s"))))
                .containsExactly(hard(STUDENT, 120, student("s"), date("2026-09-07")));
    }

    @Test
    void studentsOfGivenAndFormedGroupsTakePart() {
        assertThat(faults(aScenario()
                        .group("class", "s")
                        .formed("team", "s")
                        .lesson(aLesson("l").group("class"))
                        .meeting(aMeeting("m").group("team"))))
                .containsExactly(hard(STUDENT, 45, student("s"), date("2026-09-07")));
    }

    @Test
    void studentNamedTwiceInASessionCountsOnce() {
        assertThat(faults(aScenario()
                        .group("class", "s")
                        .meeting(aMeeting("m").group("class").student("s"))))
                .isEmpty();
    }

    @Test
    void memberForSomeWeeksIsBusyOnlyInThese() {
        var second = new GroupMember(student("s"), new TreeSet<>(List.of(week("2026-W38"))));
        var threeWeeks = inWeeks(time("2026-09-07 08:00-10:00"), "2026-W37", "2026-W38", "2026-W39");
        assertThat(faults(aScenario()
                        .formed("team", List.of(second))
                        .meeting(aMeeting("m").at(threeWeeks).group("team"))
                        .meeting(aMeeting("n").at(threeWeeks).student("s"))))
                .containsExactly(hard(STUDENT, 120, student("s"), date("2026-09-14")));
    }

    @Test
    void weeksOfAGivenMemberComeFromTheProblem() {
        var second = new GroupMember(student("s"), new TreeSet<>(List.of(week("2026-W38"))));
        var scenario = aScenario()
                .group("team", List.of(second))
                .meeting(aMeeting("m").group("team"))
                .meeting(aMeeting("n").student("s"));
        assertThat(faults(scenario)).isEmpty();
    }

    @Test
    void meetingsOfSeveralWeeksClashInEachWeekThatTheyShare() {
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
    void aDutyPastMidnightOnSundayReachesIntoTheNextWeek() {
        assertThat(faults(aScenario()
                        .meeting(aMeeting("night").at("2026-09-13 22:00-07:00").by("anna"))
                        .meeting(
                                aMeeting("morning").at("2026-09-14 06:30-07:30").by("anna"))))
                .containsExactly(hard(PERSON, 30, staff("anna"), date("2026-09-14")));
    }

    @Test
    void repeatedHourInOctoberCountsTwice() {
        assertThat(faults(aScenario()
                        .horizon("2026-W43", 1)
                        .meeting(aMeeting("m").at("2026-10-25 01:00-04:00").by("anna"))
                        .meeting(aMeeting("n").at("2026-10-25 00:00-03:00").by("anna"))))
                .containsExactly(hard(PERSON, 180, staff("anna"), date("2026-10-25")));
    }

    @Test
    void skippedHourInMarchCountsNothing() {
        assertThat(faults(aScenario()
                        .horizon("2027-W12", 1)
                        .meeting(aMeeting("m").at("2027-03-28 01:00-04:00").by("anna"))
                        .meeting(aMeeting("n").at("2027-03-28 00:00-03:00").by("anna"))))
                .containsExactly(hard(PERSON, 60, staff("anna"), date("2027-03-28")));
    }

    @Test
    void extraRoomsAreInUseAndARoomNamedTwiceCountsOnce() {
        assertThat(faults(aScenario()
                        .meeting(aMeeting("m").room("r").extraRoom("r").extraRoom("x"))
                        .meeting(aMeeting("n").at("2026-09-07 09:00-11:00").room("x"))))
                .containsExactly(hard(ROOM, 60, room("x"), date("2026-09-07")));
    }

    @Test
    void bothOfTwoMeetingsAtOnceAreNamedInTheOrderOfTheirTimes() {
        var names = List.of(new Figure(session("z")), new Figure(session("a")));
        var early =
                aMeeting("z").at("2026-09-07 08:00-10:00").by("anna").room("r").student("s");
        var late =
                aMeeting("a").at("2026-09-07 09:00-11:00").by("anna").room("r").student("s");
        for (Scenario each : List.of(
                aScenario().meeting(early).meeting(late),
                aScenario().meeting(late).meeting(early))) {
            assertThat(CheckerFixture.faultsWithFigures(each))
                    .extracting(fault -> fault.arguments().subList(2, 4))
                    .hasSize(3)
                    .containsOnly(List.copyOf(names));
        }
    }

    @Test
    void ofTwoMeetingsAtTheSameTimeTheOneWithTheLowerIdIsNamedFirst() {
        var one = aMeeting("b").at("2026-09-07 08:00-10:00").student("s");
        var other = aMeeting("a").at("2026-09-07 08:00-10:00").student("s");
        assertThat(CheckerFixture.faultsWithFigures(aScenario().meeting(one).meeting(other)))
                .extracting(fault -> fault.arguments().subList(2, 4))
                .containsExactly(List.of(new Figure(session("a")), new Figure(session("b"))));
    }
}
