package dk.grundskema.solver.rules;

import static dk.grundskema.solver.fixture.MeetingBuilder.aMeeting;
import static dk.grundskema.solver.fixture.Scenario.aScenario;
import static dk.grundskema.solver.rules.RuleTrials.*;
import static dk.grundskema.solver.testkit.LessonBuilder.aLesson;
import static dk.grundskema.solver.testkit.MeetingTimes.inWeeks;
import static dk.grundskema.solver.testkit.MeetingTimes.time;
import static dk.grundskema.solver.testkit.RoomBuilder.aRoom;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.solver.fixture.Scenario;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ClashRulesTest {
    private static final String PERSON = "core.person-in-two-places";
    private static final String TRAVEL = "core.travel-time";
    private static final String ROOM = "core.room-in-two-places";
    private static final String STUDENT = "core.student-in-two-places";

    private static Scenario two(String first, String second) {
        return aScenario()
                .meeting(aMeeting("a").at(first).by("anna"))
                .meeting(aMeeting("b").at(second).by("anna"));
    }

    // A person.

    @Test
    void overlappingDutiesCostTheSharedMinutesInBothOrders() {
        var expected = charge(45, staff("anna"), date("2026-09-07"));
        assertThat(charges(PERSON, two("2026-09-07 08:00-10:00", "2026-09-07 09:15-11:00")))
                .containsExactly(expected);
        assertThat(charges(PERSON, two("2026-09-07 09:15-11:00", "2026-09-07 08:00-10:00")))
                .containsExactly(expected);
    }

    @Test
    void adjacentDutiesAreNoClashAndOneMinuteOfOverlapIs() {
        assertThat(charges(PERSON, two("2026-09-07 08:00-10:00", "2026-09-07 10:00-11:00")))
                .isEmpty();
        assertThat(charges(PERSON, two("2026-09-07 08:00-10:01", "2026-09-07 10:00-11:00")))
                .containsExactly(charge(1, staff("anna"), date("2026-09-07")));
    }

    @Test
    void simultaneousDutiesOfDifferentPeopleAreNoClash() {
        assertThat(charges(
                        PERSON,
                        aScenario()
                                .meeting(aMeeting("a").by("anna"))
                                .meeting(aMeeting("b").by("bo"))))
                .isEmpty();
    }

    @Test
    void eachPairOfThreeIsCharged() {
        assertThat(charges(
                        PERSON,
                        two("2026-09-07 08:00-12:00", "2026-09-07 09:00-10:00")
                                .meeting(aMeeting("c")
                                        .at("2026-09-07 09:30-11:00")
                                        .by("anna"))))
                .containsExactlyInAnyOrder(
                        charge(60, staff("anna"), date("2026-09-07")),
                        charge(90, staff("anna"), date("2026-09-07")),
                        charge(30, staff("anna"), date("2026-09-07")));
    }

    @Test
    void twoSeatsOfOneSessionCostItsWholeLength() {
        assertThat(charges(PERSON, aScenario().meeting(aMeeting("a").by("anna", "anna"))))
                .containsExactly(charge(120, staff("anna"), date("2026-09-07")));
    }

    @Test
    void aMeetingHeldWithinAnotherIsNoClashForStudentsWhicheverStartsFirst() {
        for (String outer : List.of("2026-09-07 08:00-10:00", "2026-09-07 09:00-11:00")) {
            assertThat(charges(STUDENT, oneWithinTheOther(outer))).isEmpty();
        }
    }

    @Test
    void aMeetingHeldWithinAnotherIsAClashForStaffAndRoomsWhicheverStartsFirst() {
        assertThat(charges(PERSON, oneWithinTheOther("2026-09-07 08:00-10:00")))
                .containsExactly(charge(60, staff("anna"), date("2026-09-07")));
        assertThat(charges(PERSON, oneWithinTheOther("2026-09-07 09:00-11:00")))
                .containsExactly(charge(30, staff("anna"), date("2026-09-07")));
        assertThat(charges(ROOM, oneWithinTheOther("2026-09-07 08:00-10:00")))
                .containsExactly(charge(60, room("r"), date("2026-09-07")));
    }

    private static Scenario oneWithinTheOther(String outer) {
        return aScenario()
                .meeting(aMeeting("outer").at(outer).by("anna").room("r").student("dea"))
                .meeting(aMeeting("inner")
                        .at("2026-09-07 08:30-09:30")
                        .by("anna")
                        .room("r")
                        .student("dea")
                        .within("outer"));
    }

    @Test
    void lessonClashesWithADutyButNotWithALesson() {
        var lessons = aScenario()
                .lesson(aLesson("l1").at("2026-09-07 08:00-09:00").by("anna"))
                .lesson(aLesson("l2").at("2026-09-07 08:00-09:00").by("anna"));
        assertThat(charges(PERSON, lessons)).isEmpty();
        assertThat(charges(
                        PERSON,
                        lessons.meeting(
                                aMeeting("a").at("2026-09-07 08:40-10:00").by("anna"))))
                .containsExactly(
                        charge(20, staff("anna"), date("2026-09-07")), charge(20, staff("anna"), date("2026-09-07")));
    }

    @Test
    void excuseOfStudentsDoesNotExcuseStaff() {
        assertThat(charges(
                        PERSON,
                        aScenario()
                                .lesson(aLesson("l")
                                        .at("2026-09-07 08:00-09:00")
                                        .by("anna"))
                                .meeting(aMeeting("a").by("anna").excuse())))
                .containsExactly(charge(60, staff("anna"), date("2026-09-07")));
    }

    @Test
    void aNightDutyClashesWithTheMorningAfterAlsoOverSunday() {
        assertThat(charges(PERSON, two("2026-09-13 22:00-07:00", "2026-09-14 06:00-08:00")))
                .containsExactly(charge(60, staff("anna"), date("2026-09-14")));
        assertThat(charges(PERSON, two("2026-09-13 22:00-07:00", "2026-09-13 06:00-08:00")))
                .isEmpty();
    }

    @Test
    void repeatedHourInAutumnIsAClashOfTwoHours() {
        assertThat(charges(
                        PERSON,
                        two("2026-10-25 00:00-04:00", "2026-10-25 01:00-03:00").horizon("2026-W43", 1)))
                .containsExactly(charge(180, staff("anna"), date("2026-10-25")));
    }

    @Test
    void skippedHourInSpringIsNoClash() {
        assertThat(charges(
                        PERSON,
                        two("2027-03-28 00:00-04:00", "2027-03-28 01:00-03:00").horizon("2027-W12", 1)))
                .containsExactly(charge(60, staff("anna"), date("2027-03-28")));
    }

    @Test
    void aMeetingOfSeveralWeeksClashesInEachWeekThatTheOtherHasToo() {
        MeetingTime weekly = inWeeks(time("2026-09-07 09:00-10:00"), "2026-W37", "2026-W38", "2026-W39");
        MeetingTime odd = inWeeks(time("2026-09-07 09:30-11:00"), "2026-W37", "2026-W39");
        assertThat(charges(
                        PERSON,
                        aScenario()
                                .meeting(aMeeting("a").at(weekly).by("anna"))
                                .meeting(aMeeting("b").at(odd).by("anna"))))
                .containsExactly(
                        charge(30, staff("anna"), date("2026-09-07")), charge(30, staff("anna"), date("2026-09-21")));
    }

    @Test
    void bundleIsADutyInEachOfItsSessions() {
        var trial = emptyTrial(aScenario()
                        .meeting(aMeeting("a").at("2026-09-07 08:00-10:00").asking())
                        .meeting(aMeeting("b").at("2026-09-08 08:00-10:00").asking())
                        .meeting(aMeeting("c").at("2026-09-08 09:00-10:00").by("anna"))
                        .seat(new Seat(
                                seat("tutor"),
                                List.of(session("a"), session("b")),
                                0,
                                "tutor",
                                true,
                                List.of(staff("anna")))))
                .seat(seat("c#0"), staff("anna"));
        assertThat(charges(PERSON, trial)).isEmpty();
        assertThat(charges(PERSON, trial.seat(seat("tutor"), staff("anna"))))
                .containsExactly(charge(60, staff("anna"), date("2026-09-08")));
    }

    @Test
    void movableSessionClashesOnlyWhereItIsPlaced() {
        var talk = Session.builder(session("talk"), new InterventionId("test"), "talk", "Talk", new SiteId("home"))
                .times(List.of(time("2026-09-07 09:00-10:00"), time("2026-09-07 10:00-11:00")))
                .build();
        var trial = emptyTrial(aScenario()
                        .meeting(aMeeting("a").by("anna"))
                        .session(talk)
                        .seat(new Seat(seat("talk#0"), List.of(session("talk")), 0, "a", true, List.of(staff("anna")))))
                .seat(seat("a#0"), staff("anna"))
                .seat(seat("talk#0"), staff("anna"));
        assertThat(charges(PERSON, trial)).isEmpty();
        assertThat(charges(PERSON, trial.time(session("talk"), time("2026-09-07 09:00-10:00"))))
                .containsExactly(charge(60, staff("anna"), date("2026-09-07")));
        assertThat(charges(PERSON, trial.time(session("talk"), time("2026-09-07 10:00-11:00"))))
                .isEmpty();
        assertThat(charges(PERSON, trial.time(session("talk"), time("2026-09-07 09:45-10:30"))))
                .containsExactly(charge(15, staff("anna"), date("2026-09-07")));
    }

    // Travel.

    private static Scenario twoSites(String first, String firstSite, String second, String secondSite) {
        return aScenario()
                .travel("home", "away", 30)
                .travel("away", "home", 40)
                .meeting(aMeeting("a").at(first).site(firstSite).by("anna"))
                .meeting(aMeeting("b").at(second).site(secondSite).by("anna"));
    }

    @Test
    void breakAsLongAsTheTravelTimeIsEnoughAndAMinuteLessCostsOne() {
        assertThat(charges(TRAVEL, twoSites("2026-09-07 08:00-09:30", "home", "2026-09-07 10:00-11:00", "away")))
                .isEmpty();
        assertThat(charges(TRAVEL, twoSites("2026-09-07 08:00-09:31", "home", "2026-09-07 10:00-11:00", "away")))
                .containsExactly(charge(1, staff("anna"), date("2026-09-07")));
    }

    @Test
    void travelTimesOfTheTwoDirectionsMayDiffer() {
        assertThat(charges(TRAVEL, twoSites("2026-09-07 10:00-11:00", "home", "2026-09-07 08:00-09:30", "away")))
                .containsExactly(charge(10, staff("anna"), date("2026-09-07")));
    }

    @Test
    void adjacentDutiesLackTheWholeTravelTimeAndOverlappingOnesAreAClash() {
        assertThat(charges(TRAVEL, twoSites("2026-09-07 08:00-10:00", "home", "2026-09-07 10:00-11:00", "away")))
                .containsExactly(charge(30, staff("anna"), date("2026-09-07")));
        assertThat(charges(TRAVEL, twoSites("2026-09-07 08:00-10:01", "home", "2026-09-07 10:00-11:00", "away")))
                .isEmpty();
    }

    @Test
    void travelFromTwoSimultaneousDutiesStartsAtTheSiteListedLater() {
        for (var order : List.of(List.of("home", "away"), List.of("away", "home"))) {
            var both = twoSites("2026-09-07 08:00-10:00", order.getFirst(), "2026-09-07 08:00-10:00", order.getLast());
            assertThat(charges(
                            TRAVEL,
                            both.meeting(
                                    aMeeting("c").at("2026-09-07 10:10-11:00").by("anna"))))
                    .containsExactly(charge(30, staff("anna"), date("2026-09-07")));
        }
    }

    @Test
    void travelFromSimultaneousLessonAndDutyStartsAtTheDuty() {
        assertThat(charges(
                        TRAVEL,
                        aScenario()
                                .travel("home", "away", 30)
                                .lesson(aLesson("l1")
                                        .at("2026-09-07 08:00-10:00")
                                        .site("away")
                                        .by("anna"))
                                .meeting(aMeeting("a")
                                        .at("2026-09-07 08:00-10:00")
                                        .by("anna"))
                                .lesson(aLesson("l2")
                                        .at("2026-09-07 10:00-11:00")
                                        .site("away")
                                        .by("anna"))))
                .containsExactly(charge(30, staff("anna"), date("2026-09-07")));
    }

    @Test
    void noTravelTimeIsNeededWithinASite() {
        assertThat(charges(TRAVEL, twoSites("2026-09-07 08:00-10:00", "away", "2026-09-07 10:00-11:00", "away")))
                .isEmpty();
    }

    @Test
    void travelTimeToOrFromALessonCountsButNotBetweenLessons() {
        var lessons = aScenario()
                .travel("home", "away", 30)
                .lesson(aLesson("l1").at("2026-09-07 08:00-09:00").site("home").by("anna"))
                .lesson(aLesson("l2").at("2026-09-07 09:10-10:00").site("away").by("anna"));
        assertThat(charges(TRAVEL, lessons)).isEmpty();
        assertThat(charges(
                        TRAVEL,
                        lessons.meeting(aMeeting("a")
                                        .at("2026-09-07 10:20-11:00")
                                        .site("home")
                                        .by("anna"))
                                .meeting(aMeeting("b")
                                        .at("2026-09-07 07:00-07:55")
                                        .site("away")
                                        .by("anna"))))
                .containsExactly(
                        charge(25, staff("anna"), date("2026-09-07")), charge(10, staff("anna"), date("2026-09-07")));
    }

    // A room.

    @Test
    void roomUsedTwiceAtOnceCostsTheMinutesOfOverlap() {
        assertThat(charges(
                        ROOM,
                        aScenario()
                                .meeting(aMeeting("a").room("hall"))
                                .meeting(aMeeting("b")
                                        .at("2026-09-07 09:50-11:00")
                                        .room("hall"))))
                .containsExactly(charge(10, room("hall"), date("2026-09-07")));
        assertThat(charges(
                        ROOM,
                        aScenario()
                                .meeting(aMeeting("a").room("hall"))
                                .meeting(aMeeting("b").room("gym"))))
                .isEmpty();
    }

    @Test
    void lessonOccupiesItsRoomAndLessonsAloneCostNothing() {
        var lessons = aScenario()
                .room(aRoom("hall"))
                .lesson(aLesson("l1").at("2026-09-07 08:00-09:00").room("hall"))
                .lesson(aLesson("l2").at("2026-09-07 08:00-09:00").room("hall"));
        assertThat(charges(ROOM, lessons)).isEmpty();
        assertThat(charges(
                        ROOM,
                        lessons.meeting(
                                aMeeting("a").at("2026-09-07 08:55-10:00").room("hall"))))
                .containsExactly(
                        charge(5, room("hall"), date("2026-09-07")), charge(5, room("hall"), date("2026-09-07")));
    }

    // A student.

    @Test
    void studentInTwoPlacesCostsTheMinutesOfOverlap() {
        assertThat(charges(
                        STUDENT,
                        aScenario()
                                .group("class", "dea", "eli")
                                .meeting(aMeeting("a").group("class"))
                                .meeting(aMeeting("b")
                                        .at("2026-09-07 09:50-11:00")
                                        .student("dea"))))
                .containsExactly(charge(10, student("dea"), date("2026-09-07")));
    }

    @Test
    void studentTwiceInOneMeetingIsNoClash() {
        assertThat(charges(
                        STUDENT,
                        aScenario()
                                .group("class", "dea")
                                .group("choir", "dea")
                                .meeting(aMeeting("a").group("class", "choir").student("dea"))))
                .isEmpty();
    }

    @Test
    void memberForSomeWeeksIsBusyOnlyInThese() {
        var member = new GroupMember(new StudentId("dea"), new TreeSet<>(List.of(week("2026-W38"))));
        MeetingTime weekly = inWeeks(time("2026-09-07 08:00-10:00"), "2026-W37", "2026-W38");
        assertThat(charges(
                        STUDENT,
                        aScenario()
                                .group("class", List.of(member))
                                .meeting(aMeeting("a").at(weekly).group("class"))
                                .meeting(aMeeting("b").at(weekly).student("dea"))))
                .containsExactly(charge(120, student("dea"), date("2026-09-14")));
    }

    @Test
    void memberOfTwoGroupsOfAMeetingIsBusyInTheWeeksOfEither() {
        var first = new GroupMember(new StudentId("dea"), new TreeSet<>(List.of(week("2026-W37"))));
        var second = new GroupMember(new StudentId("dea"), new TreeSet<>(List.of(week("2026-W38"))));
        MeetingTime weekly = inWeeks(time("2026-09-07 08:00-10:00"), "2026-W37", "2026-W38");
        assertThat(charges(
                        STUDENT,
                        aScenario()
                                .group("class", List.of(first))
                                .group("choir", List.of(second))
                                .meeting(aMeeting("a").at(weekly).group("class", "choir"))
                                .meeting(aMeeting("b").at(weekly).student("dea"))))
                .containsExactly(
                        charge(120, student("dea"), date("2026-09-07")),
                        charge(120, student("dea"), date("2026-09-14")));
    }

    @Test
    void studentWhoJoinsAGroupAttendsItsSessions() {
        var red = new Group(new GroupId("red"), "Red", Group.Kind.TEAM, List.of());
        var blue = new Group(new GroupId("blue"), "Blue", Group.Kind.TEAM, List.of());
        var trial = emptyTrial(aScenario()
                .grouping(0, 9, List.of(red, blue), "dea")
                .meeting(aMeeting("a").group("red"))
                .meeting(aMeeting("b").at("2026-09-07 09:00-11:00").student("dea")));
        assertThat(charges(STUDENT, trial)).isEmpty();
        assertThat(charges(STUDENT, trial.join(student("dea"), group("red"))))
                .containsExactly(charge(60, student("dea"), date("2026-09-07")));
        assertThat(charges(STUDENT, trial.join(student("dea"), group("blue")))).isEmpty();
    }

    @Test
    void lessonClashesWithASessionUnlessADecisionExcusesTheStudent() {
        var scenario = aScenario()
                .lesson(aLesson("l1").at("2026-09-07 08:00-08:45").student("dea"))
                .lesson(aLesson("l2").at("2026-09-07 08:00-08:45").student("dea"));
        assertThat(charges(STUDENT, scenario)).isEmpty();
        assertThat(charges(
                        STUDENT,
                        scenario.meeting(aMeeting("excused").student("dea").excuse())))
                .isEmpty();
        assertThat(charges(
                        STUDENT,
                        scenario.meeting(aMeeting("a")
                                .at("2026-09-07 08:30-08:50")
                                .student("dea")
                                .within("excused"))))
                .containsExactly(
                        charge(15, student("dea"), date("2026-09-07")), charge(15, student("dea"), date("2026-09-07")));
    }

    @Test
    void excuseFromLessonsDoesNotExcuseFromOtherMeetings() {
        assertThat(charges(
                        STUDENT,
                        aScenario()
                                .meeting(aMeeting("a").student("dea").excuse())
                                .meeting(aMeeting("b").student("dea").excuse())))
                .containsExactly(charge(120, student("dea"), date("2026-09-07")));
    }
}
