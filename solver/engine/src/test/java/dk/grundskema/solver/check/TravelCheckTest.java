package dk.grundskema.solver.check;

import static dk.grundskema.solver.check.CheckerFixture.*;
import static dk.grundskema.solver.fixture.MeetingBuilder.aMeeting;
import static dk.grundskema.solver.fixture.Scenario.aScenario;
import static dk.grundskema.solver.testkit.LessonBuilder.aLesson;
import static dk.grundskema.solver.testkit.RoomBuilder.aRoom;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.solver.fixture.Scenario;
import java.util.List;
import org.junit.jupiter.api.Test;

class TravelCheckTest {
    private static final String RULE = "core.travel-time";

    @Test
    void breakShorterThanTheTravelTimeCostsTheMissingMinutes() {
        assertThat(faults(aScenario()
                        .travel("home", "away", 25)
                        .meeting(aMeeting("m").at("2026-09-07 08:00-10:00").by("anna"))
                        .meeting(aMeeting("n")
                                .at("2026-09-07 10:10-11:00")
                                .site("away")
                                .by("anna"))))
                .containsExactly(hard(RULE, 15, staff("anna"), date("2026-09-07")));
    }

    @Test
    void travelTimeHoldsInBothDirectionsUnlessBothAreGiven() {
        assertThat(faults(fromAwayToHome(aScenario().travel("home", "away", 25))))
                .containsExactly(hard(RULE, 15, staff("anna"), date("2026-09-07")));
        for (var bothGiven : List.of(
                aScenario().travel("home", "away", 25).travel("away", "home", 18),
                aScenario().travel("away", "home", 18).travel("home", "away", 25))) {
            assertThat(faults(fromAwayToHome(bothGiven)))
                    .containsExactly(hard(RULE, 8, staff("anna"), date("2026-09-07")));
        }
    }

    private static Scenario fromAwayToHome(Scenario scenario) {
        return scenario.meeting(aMeeting("n").at("2026-09-07 10:10-11:00").by("anna"))
                .meeting(aMeeting("m").at("2026-09-07 08:00-10:00").site("away").by("anna"));
    }

    @Test
    void adjacentDutiesLackTheWholeTravelTime() {
        assertThat(faults(aScenario()
                        .travel("home", "away", 25)
                        .meeting(aMeeting("m").at("2026-09-07 08:00-10:00").by("anna"))
                        .meeting(aMeeting("n")
                                .at("2026-09-07 10:00-11:00")
                                .site("away")
                                .by("anna"))))
                .containsExactly(hard(RULE, 25, staff("anna"), date("2026-09-07")));
    }

    @Test
    void breakAsLongAsTheTravelTimeIsEnough() {
        assertThat(faults(aScenario()
                        .travel("home", "away", 25)
                        .meeting(aMeeting("m").at("2026-09-07 08:00-10:00").by("anna"))
                        .meeting(aMeeting("n")
                                .at("2026-09-07 10:25-11:00")
                                .site("away")
                                .by("anna"))))
                .isEmpty();
    }

    @Test
    void overlappingDutiesAreAClashAndNoMissingTravelTime() {
        assertThat(faults(aScenario()
                        .travel("home", "away", 25)
                        .meeting(aMeeting("m").at("2026-09-07 08:00-10:00").by("anna"))
                        .meeting(aMeeting("n")
                                .at("2026-09-07 09:59-11:00")
                                .site("away")
                                .by("anna"))))
                .containsExactly(hard("core.person-in-two-places", 1, staff("anna"), date("2026-09-07")));
    }

    @Test
    void onlyConsecutiveDutiesAreCompared() {
        assertThat(faults(aScenario()
                        .travel("home", "away", 25)
                        .meeting(aMeeting("m").at("2026-09-07 08:00-10:00").by("anna"))
                        .meeting(aMeeting("n").at("2026-09-07 10:00-10:10").by("anna"))
                        .meeting(aMeeting("o")
                                .at("2026-09-07 10:15-11:00")
                                .site("away")
                                .by("anna"))))
                .containsExactly(hard(RULE, 20, staff("anna"), date("2026-09-07")));
    }

    @Test
    void travelFromTwoSimultaneousDutiesStartsAtTheSiteListedLater() {
        var here = aMeeting("m").at("2026-09-07 08:00-10:00").by("anna");
        var there = aMeeting("n").at("2026-09-07 08:00-10:00").site("away").by("anna");
        var next = aMeeting("o").at("2026-09-07 10:10-11:00").by("anna");
        for (var order : List.of(List.of(here, there), List.of(there, here))) {
            var scenario = aScenario().travel("home", "away", 25);
            order.forEach(scenario::meeting);
            assertThat(faults(scenario.meeting(next))).contains(hard(RULE, 15, staff("anna"), date("2026-09-07")));
        }
    }

    @Test
    void travelFromSimultaneousLessonAndDutyStartsAtTheDuty() {
        assertThat(faults(aScenario()
                        .travel("home", "away", 25)
                        .lesson(aLesson("l")
                                .at("2026-09-07 08:00-10:00")
                                .site("away")
                                .by("anna"))
                        .meeting(aMeeting("m").at("2026-09-07 08:00-10:00").by("anna"))
                        .lesson(aLesson("l2")
                                .at("2026-09-07 10:00-11:00")
                                .site("away")
                                .by("anna"))))
                .contains(hard(RULE, 25, staff("anna"), date("2026-09-07")));
    }

    @Test
    void lessonsAloneCostNothing() {
        assertThat(faults(aScenario()
                        .travel("home", "away", 25)
                        .lesson(aLesson("l1").at("2026-09-07 08:00-08:45").by("anna"))
                        .lesson(aLesson("l2")
                                .at("2026-09-07 08:45-09:30")
                                .site("away")
                                .by("anna"))))
                .isEmpty();
    }

    @Test
    void siteOfALessonIsThatOfItsRoomUnlessGiven() {
        assertThat(faults(aScenario()
                        .travel("home", "away", 25)
                        .room(aRoom("r").site("away"))
                        .lesson(aLesson("l")
                                .at("2026-09-07 07:00-07:50")
                                .room("r")
                                .by("anna"))
                        .meeting(aMeeting("m").by("anna"))
                        .lesson(aLesson("l2")
                                .at("2026-09-07 10:05-11:00")
                                .room("r")
                                .site("home")
                                .by("anna"))))
                .containsExactly(hard(RULE, 15, staff("anna"), date("2026-09-07")));
    }

    @Test
    void travelFromALessonToAMeetingCounts() {
        assertThat(faults(aScenario()
                        .travel("home", "away", 25)
                        .lesson(aLesson("l")
                                .at("2026-09-07 07:00-07:50")
                                .site("away")
                                .by("anna"))
                        .meeting(aMeeting("m").by("anna"))))
                .containsExactly(hard(RULE, 15, staff("anna"), date("2026-09-07")));
    }
}
