package dk.grundskema.solver.rules;

import static dk.grundskema.solver.fixture.MeetingBuilder.aMeeting;
import static dk.grundskema.solver.fixture.Scenario.aScenario;
import static dk.grundskema.solver.rules.RuleTrials.*;
import static dk.grundskema.solver.testkit.LessonBuilder.aLesson;
import static dk.grundskema.solver.testkit.MeetingTimes.inWeeks;
import static dk.grundskema.solver.testkit.MeetingTimes.time;
import static dk.grundskema.solver.testkit.StaffBuilder.aStaffMember;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.solver.engine.TrialPlan;
import dk.grundskema.solver.fixture.Scenario;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class FairnessRulesTest {
    private static final String HOURS = "core.fair-hours";
    private static final String EVENINGS = "core.fair-evenings";
    private static final String NIGHTS = "core.fair-nights";
    private static final String WEEKENDS = "core.fair-weekends";
    private static final String GAPS = "core.gaps";

    /** Meetings that anna or bo may do, all of them done by anna. */
    private static TrialPlan annaDoes(Scenario scenario, String... times) {
        for (int i = 0; i < times.length; i++) {
            scenario.meeting(aMeeting("m" + i).at(times[i]).asking(true).candidates("anna", "bo"));
        }
        TrialPlan trial = emptyTrial(scenario);
        for (int i = 0; i < times.length; i++) {
            trial.seat(seat("m" + i + "#0"), staff("anna"));
        }
        return trial;
    }

    @Test
    void equalLoadCostsNothingAndADeviationTheSquareOfWholeHours() {
        var trial = annaDoes(aScenario(), "2026-09-07 08:00-12:00", "2026-09-08 08:00-12:00");
        assertThat(charges(HOURS, trial)) // 8 hours in all, 4 for each
                .containsExactlyInAnyOrder(charge(16, staff("anna")), charge(16, staff("bo")));
        assertThat(charges(HOURS, trial.seat(seat("m1#0"), staff("bo")))).isEmpty();
    }

    @Test
    void deviationBelowAnHourCostsNothingAndOneHourCostsOne() {
        assertThat(charges(HOURS, annaDoes(aScenario(), "2026-09-07 08:00-09:58")))
                .isEmpty();
        assertThat(charges(HOURS, annaDoes(aScenario(), "2026-09-07 08:00-10:00")))
                .containsExactlyInAnyOrder(charge(1, staff("anna")), charge(1, staff("bo")));
    }

    @Test
    void emptySeatsLeaveEverybodyBelowTheShare() {
        var trial = annaDoes(aScenario(), "2026-09-07 08:00-12:00").seat(seat("m0#0"), null);
        assertThat(charges(HOURS, trial)).containsExactlyInAnyOrder(charge(4, staff("anna")), charge(4, staff("bo")));
    }

    @Test
    void shareIsByContract() {
        var scenario = aScenario()
                .staff(aStaffMember("anna").contract(30))
                .staff(aStaffMember("bo").contract(10));
        assertThat(charges(
                        HOURS,
                        annaDoes(scenario, "2026-09-07 08:00-14:00", "2026-09-08 08:00-10:00")
                                .seat(seat("m1#0"), staff("bo")))) // 6 and 2 of 8
                .isEmpty();
        var none = aScenario()
                .staff(aStaffMember("anna").contract(0))
                .staff(aStaffMember("bo").contract(0));
        assertThat(charges(HOURS, annaDoes(none, "2026-09-07 08:00-12:00")))
                .containsExactlyInAnyOrder(charge(4, staff("anna")), charge(4, staff("bo")));
    }

    @Test
    void optionalSeatsCountForTheLoadButNotForTheShare() {
        var trial = emptyTrial(aScenario()
                .meeting(aMeeting("a").asking(false).candidates("anna", "bo"))
                .meeting(aMeeting("r").at("2026-09-09 08:00-08:30").asking(true).candidates("anna", "bo")));
        assertThat(charges(HOURS, trial)).isEmpty();
        assertThat(charges(HOURS, trial.seat(seat("a#0"), staff("anna")))) // two hours, a quarter is the share
                .containsExactly(charge(3, staff("anna")));
    }

    @Test
    void candidateForOptionalSeatsOnlyHasNoShare() {
        var trial = emptyTrial(aScenario().meeting(aMeeting("a").asking(false).candidates("anna", "bo")));
        assertThat(charges(HOURS, trial.seat(seat("a#0"), staff("anna")))).isEmpty();
    }

    @Test
    void preparationAndEachWeekCountButStandbyDoesNot() {
        var scenario = aScenario()
                .meeting(aMeeting("a")
                        .at(inWeeks(time("2026-09-07 08:00-09:30"), "2026-W37", "2026-W38"))
                        .preparation(30)
                        .asking(true)
                        .candidates("anna", "bo"))
                .meeting(aMeeting("b")
                        .at("2026-09-08 08:00-18:00")
                        .work(false)
                        .asking(true)
                        .candidates("anna", "bo"));
        var trial = emptyTrial(scenario).seat(seat("a#0"), staff("anna")).seat(seat("b#0"), staff("bo"));
        assertThat(charges(HOURS, trial)).containsExactlyInAnyOrder(charge(4, staff("anna")), charge(4, staff("bo")));
    }

    @Test
    void onlyTheCreditedShareOfANightIsPartOfTheLoad() {
        var trial = emptyTrial(aScenario()
                        .meeting(aMeeting("a")
                                .at("2026-09-07 22:00-06:00")
                                .credit(50)
                                .asking(true)
                                .candidates("anna", "bo")))
                .seat(seat("a#0"), staff("anna"));
        assertThat(charges(HOURS, trial)).containsExactlyInAnyOrder(charge(4, staff("anna")), charge(4, staff("bo")));
    }

    @Test
    void lessonsOfCandidatesCount() {
        var scenario = aScenario()
                .staff(aStaffMember("carl"))
                .lesson(aLesson("l1").at("2026-09-09 08:00-12:00").by("bo").by("bo"))
                .lesson(aLesson("l2").at("2026-09-09 08:00-18:00").by("carl"));
        assertThat(charges(HOURS, annaDoes(scenario, "2026-09-07 08:00-12:00"))).isEmpty();
    }

    @Test
    void fewLessonsDoNotRaiseThePersonsShare() {
        var scenario = aScenario()
                .lesson(aLesson("l1").at("2026-09-09 08:00-18:00").by("bo"))
                .lesson(aLesson("l2").at("2026-09-10 08:00-18:00").by("bo"));
        var trial = annaDoes(scenario, "2026-09-07 08:00-12:00"); // 24 hours in all, 20 of them bo's anyway
        assertThat(charges(HOURS, trial)).isEmpty();
        assertThat(charges(HOURS, trial.seat(seat("m0#0"), staff("bo"))))
                .containsExactlyInAnyOrder(charge(16, staff("anna")), charge(16, staff("bo")));
    }

    @Test
    void seatsOfOtherCandidatesAreNoPartOfTheShare() {
        var scenario = aScenario()
                .meeting(aMeeting("a").at("2026-09-09 08:00-18:00").asking(true).candidates("bo", "carl"));
        var trial = annaDoes(scenario, "2026-09-07 08:00-10:00"); // anna could do two hours of twelve
        assertThat(charges(HOURS, trial.seat(seat("a#0"), staff("bo")))) // bo and carl: five each
                .containsExactlyInAnyOrder(charge(25, staff("bo")), charge(25, staff("carl")));
    }

    @Test
    void seatsWithOneCandidateBelongToThatPersonAndTheOthersShareTheRest() {
        var scenario = aScenario()
                .meeting(aMeeting("a").at("2026-09-09 08:00-18:00").asking(true).candidates("anna"));
        var trial = annaDoes(scenario, "2026-09-07 08:00-12:00").seat(seat("a#0"), staff("anna"));
        assertThat(charges(HOURS, trial)) // 14 hours in all: anna ten, bo four
                .containsExactlyInAnyOrder(charge(16, staff("anna")), charge(16, staff("bo")));
        assertThat(charges(HOURS, trial.seat(seat("m0#0"), staff("bo")))).isEmpty();
    }

    @Test
    void personWhoIsNeverACandidateIsNotCompared() {
        var scenario = aScenario().staff(aStaffMember("carl"));
        var trial = annaDoes(scenario, "2026-09-07 08:00-12:00").seat(seat("m0#0"), staff("carl"));
        assertThat(charges(HOURS, trial)).containsExactlyInAnyOrder(charge(4, staff("anna")), charge(4, staff("bo")));
    }

    @Test
    void eveningsAreCountedFromTheirStartUntilTheNight() {
        assertThat(charges(EVENINGS, annaDoes(aScenario(), "2026-09-07 08:00-17:00", "2026-09-08 06:00-09:00")))
                .isEmpty();
        assertThat(charges(EVENINGS, annaDoes(aScenario(), "2026-09-07 15:00-21:00"))) // 4 hours, 2 for each
                .containsExactlyInAnyOrder(charge(4, staff("anna")), charge(4, staff("bo")));
        assertThat(charges(EVENINGS, annaDoes(aScenario(), "2026-09-07 19:00-01:00"))) // until 23:00
                .containsExactlyInAnyOrder(charge(4, staff("anna")), charge(4, staff("bo")));
    }

    @Test
    void nightsAreCountedFromElevenUntilSixWhicheverDayTheDutyStartsOn() {
        assertThat(charges(NIGHTS, annaDoes(aScenario(), "2026-09-07 17:00-23:00", "2026-09-08 06:00-09:00")))
                .isEmpty();
        assertThat(charges(NIGHTS, annaDoes(aScenario(), "2026-09-07 22:00-03:00"))) // 4 hours
                .containsExactlyInAnyOrder(charge(4, staff("anna")), charge(4, staff("bo")));
        assertThat(charges(NIGHTS, annaDoes(aScenario(), "2026-09-07 02:00-08:00"))) // 4 hours of the night before
                .containsExactlyInAnyOrder(charge(4, staff("anna")), charge(4, staff("bo")));
    }

    @Test
    void nightsFollowTheWorkRules() {
        var few = new WorkRules(
                11,
                35,
                null,
                null,
                null,
                48,
                17,
                LocalTime.of(17, 0),
                LocalTime.of(0, 0),
                LocalTime.of(4, 0),
                null,
                null,
                null);
        assertThat(charges(NIGHTS, annaDoes(aScenario().work(few), "2026-09-07 22:00-06:00")))
                .containsExactlyInAnyOrder(charge(4, staff("anna")), charge(4, staff("bo")));
        assertThat(charges(EVENINGS, annaDoes(aScenario().work(few), "2026-09-07 22:00-06:00")))
                .containsExactlyInAnyOrder(charge(1, staff("anna")), charge(1, staff("bo")));
    }

    @Test
    void eveningsFollowTheWorkRulesAndPreparationIsNone() {
        var late = new WorkRules(11, 35, null, 24, null, 48, 17, LocalTime.of(19, 0));
        assertThat(charges(EVENINGS, annaDoes(aScenario().work(late), "2026-09-07 15:00-21:00")))
                .containsExactlyInAnyOrder(charge(1, staff("anna")), charge(1, staff("bo")));
        assertThat(charges(
                        EVENINGS,
                        emptyTrial(aScenario()
                                        .meeting(aMeeting("a")
                                                .preparation(600)
                                                .asking(true)
                                                .candidates("anna", "bo")))
                                .seat(seat("a#0"), staff("anna"))))
                .isEmpty();
    }

    @Test
    void eveningsFollowEachPersonsOwnRules() {
        var late = new WorkRules(11, 35, null, 24, null, 48, 17, LocalTime.of(21, 0));
        var scenario = aScenario().staff(aStaffMember("anna").work(late));
        var trial = annaDoes(scenario, "2026-09-07 15:00-23:00"); // 6 hours by the problem's rules, 2 by anna's
        assertThat(charges(EVENINGS, trial))
                .containsExactlyInAnyOrder(charge(1, staff("anna")), charge(9, staff("bo")));
        assertThat(charges(EVENINGS, trial.seat(seat("m0#0"), staff("bo"))))
                .containsExactlyInAnyOrder(charge(9, staff("anna")), charge(9, staff("bo")));
    }

    @Test
    void eveningsOfSeveralWeeksAddUp() {
        var trial = emptyTrial(aScenario()
                        .meeting(aMeeting("a")
                                .at(inWeeks(time("2026-09-07 17:00-19:00"), "2026-W37", "2026-W38"))
                                .asking(true)
                                .candidates("anna", "bo")))
                .seat(seat("a#0"), staff("anna"));
        assertThat(charges(EVENINGS, trial))
                .containsExactlyInAnyOrder(charge(4, staff("anna")), charge(4, staff("bo")));
    }

    @Test
    void weekendsAreAllOfSaturdayAndSunday() {
        assertThat(charges(WEEKENDS, annaDoes(aScenario(), "2026-09-11 16:00-23:00", "2026-09-14 00:00-08:00")))
                .isEmpty();
        assertThat(charges(WEEKENDS, annaDoes(aScenario(), "2026-09-11 20:00-04:00"))) // 4 hours of Saturday
                .containsExactlyInAnyOrder(charge(4, staff("anna")), charge(4, staff("bo")));
        assertThat(charges(WEEKENDS, annaDoes(aScenario(), "2026-09-13 20:00-04:00"))) // 4 hours of Sunday
                .containsExactlyInAnyOrder(charge(4, staff("anna")), charge(4, staff("bo")));
    }

    @Test
    void weekendsOfSeveralWeeksAddUp() {
        var trial = emptyTrial(aScenario()
                        .meeting(aMeeting("a")
                                .at(inWeeks(time("2026-09-12 08:00-10:00"), "2026-W37", "2026-W38"))
                                .asking(true)
                                .candidates("anna", "bo")))
                .seat(seat("a#0"), staff("anna"));
        assertThat(charges(WEEKENDS, trial))
                .containsExactlyInAnyOrder(charge(4, staff("anna")), charge(4, staff("bo")));
    }

    @Test
    void weightsOfTheProblemReplaceTheDefaults() {
        String saturday = "2026-09-12 08:00-12:00";
        var trial = annaDoes(aScenario(), saturday);
        assertThat(trial.score().soft()).isEqualTo(-(8 + 2 * 8)); // hours, and weekends twice
        assertThat(annaDoes(aScenario().weight(HOURS, 0).weight(WEEKENDS, 7), saturday)
                        .score()
                        .soft())
                .isEqualTo(-7 * 8);
    }

    // Gaps.

    @Test
    void gapUpToAQuarterCostsNothingAndALongerOneItsWholeQuarters() {
        var trial = trialAsHeld(aScenario()
                .meeting(aMeeting("a").at("2026-09-07 08:00-09:00").by("anna"))
                .meeting(aMeeting("b").at("2026-09-07 09:15-10:00").by("anna"))
                .meeting(aMeeting("c").at("2026-09-07 10:16-11:00").by("anna"))
                .meeting(aMeeting("d").at("2026-09-07 11:45-12:00").by("anna"))
                .meeting(aMeeting("e").at("2026-09-08 08:00-12:00").by("anna")));
        assertThat(charges(GAPS, trial))
                .containsExactly(
                        charge(1, staff("anna"), date("2026-09-07")), charge(3, staff("anna"), date("2026-09-07")));
    }

    @Test
    void gapBeginsAtTheLatestEndAndStandbyFillsNone() {
        var trial = trialAsHeld(aScenario()
                .meeting(aMeeting("a").at("2026-09-07 08:00-12:00").by("anna"))
                .meeting(aMeeting("b").at("2026-09-07 09:00-10:00").by("anna"))
                .meeting(aMeeting("standby")
                        .at("2026-09-07 12:00-13:00")
                        .work(false)
                        .by("anna"))
                .meeting(aMeeting("c").at("2026-09-07 13:00-14:00").by("anna")));
        assertThat(charges(GAPS, trial)).containsExactly(charge(4, staff("anna"), date("2026-09-07")));
    }

    @Test
    void gapBetweenLessonsCostsNothingAndOneNextToAMeetingDoes() {
        var scenario = aScenario()
                .lesson(aLesson("l1").at("2026-09-07 08:00-09:00").by("anna"))
                .lesson(aLesson("l2").at("2026-09-07 10:00-11:00").by("anna"));
        assertThat(charges(GAPS, trialAsHeld(scenario))).isEmpty();
        scenario.meeting(aMeeting("a").at("2026-09-07 11:30-12:00").by("anna"))
                .lesson(aLesson("l3").at("2026-09-07 13:00-14:00").by("anna"));
        assertThat(charges(GAPS, trialAsHeld(scenario)))
                .containsExactly(
                        charge(2, staff("anna"), date("2026-09-07")), charge(4, staff("anna"), date("2026-09-07")));
    }

    @Test
    void gapBetweenLessonsAfterAnEarlierMeetingCostsNothing() {
        var scenario = aScenario()
                .lesson(aLesson("l1").at("2026-09-07 08:00-09:00").by("anna"))
                .lesson(aLesson("l2").at("2026-09-07 10:00-11:00").by("anna"));
        assertThat(charges(
                        GAPS,
                        trialAsHeld(scenario.meeting(
                                aMeeting("a").at("2026-09-07 08:15-08:45").by("anna")))))
                .isEmpty();
        assertThat(charges(
                        GAPS,
                        trialAsHeld(scenario.meeting(
                                aMeeting("b").at("2026-09-07 08:30-09:00").by("anna")))))
                .containsExactly(charge(4, staff("anna"), date("2026-09-07")));
    }
}
