package dk.grundskema.solver.check;

import static dk.grundskema.solver.check.CheckerFixture.*;
import static dk.grundskema.solver.fixture.MeetingBuilder.aMeeting;
import static dk.grundskema.solver.fixture.Scenario.aScenario;
import static dk.grundskema.solver.testkit.LessonBuilder.aLesson;
import static dk.grundskema.solver.testkit.MeetingTimes.inWeeks;
import static dk.grundskema.solver.testkit.MeetingTimes.time;
import static dk.grundskema.solver.testkit.StaffBuilder.aStaffMember;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.finding.Figure;
import dk.grundskema.domain.people.AgreedShortRest;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.solver.fixture.MeetingBuilder;
import dk.grundskema.solver.fixture.Scenario;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class RestCheckTest {
    private static final String DAILY = "core.daily-rest";
    private static final String WEEKLY = "core.weekly-rest";

    @Test
    void aRestThatIsOneMinuteTooShortIsReportedAsOneMinute() {
        assertThat(faultsWithFigures(workingAt(restAlone(), "2026-09-07 08:00-21:00", "2026-09-08 07:59-12:00")))
                .singleElement()
                .satisfies(fault -> assertThat(fault.arguments())
                        .endsWith(Figure.ofMinutes(11 * 60 - 1), Figure.ofMinutes(11 * 60), Figure.ofMinutes(1)));
    }

    /** From 21:00 to 07:45 are 10 h 45 min, whatever the pauses of the day are. */
    @Test
    void restAfterALongDayCountsEvenIfAllPausesOfTheDayAreShort() {
        assertThat(faultsWithFigures(workingAt(restAlone(), "2026-09-07 07:45-12:00", "2026-09-07 14:45-21:00")))
                .singleElement()
                .satisfies(fault -> assertThat(fault.arguments()).endsWith(Figure.ofMinutes(15)));
    }

    /** Work from Monday 08:00 to Saturday 22:00 leaves 34 of the 35 hours of the week before; the longest rest meanwhile has 24. */
    @Test
    void restAfterALongWeekCountsEvenIfAllRestsOfTheWeekAreShort() {
        var scenario = workingAt(
                restAlone(),
                "2026-09-07 08:00-12:00",
                "2026-09-08 08:00-12:00",
                "2026-09-09 08:00-12:00",
                "2026-09-10 08:00-12:00",
                "2026-09-11 08:00-12:00",
                "2026-09-12 12:00-22:00");

        assertThat(faultsWithFigures(scenario)).singleElement().satisfies(fault -> {
            assertThat(fault.rule()).isEqualTo(WEEKLY);
            assertThat(fault.arguments())
                    .endsWith(Figure.ofMinutes(34 * 60), Figure.ofMinutes(35 * 60), Figure.ofMinutes(60));
        });
    }

    @Test
    void missingRestIsReportedAndNotTheLengthOfTheRunThatARuleCharges() {
        assertThat(faultsWithFigures(workingAt(restAlone(), "2026-09-07 10:00-23:00", "2026-09-08 09:59-16:00")))
                .singleElement()
                .satisfies(fault -> assertThat(fault.amount()).isEqualTo(17 * 60))
                .satisfies(fault -> assertThat(ReportedAmount.of(fault)).isEqualTo(1));
        assertThat(ReportedAmount.of(hard("core.daily-hours", 7, staff("anna"), minutes(487), minutes(480))))
                .isEqualTo(7);
    }

    /** Of the rests of 10 and 5 hours, the 24 hours until Wednesday 08:00 have the latter only. */
    @Test
    void missingRestIsThatOfTheDayWithTheLeast() {
        var scenario =
                workingAt(restAlone(), "2026-09-07 08:00-21:00", "2026-09-08 07:00-20:00", "2026-09-09 01:00-08:00");

        assertThat(faultsWithFigures(scenario))
                .singleElement()
                .satisfies(fault -> assertThat(fault.arguments())
                        .endsWith(Figure.ofMinutes(5 * 60), Figure.ofMinutes(11 * 60), Figure.ofMinutes(6 * 60)));
    }

    private static WorkRules restAlone() {
        return new WorkRules(11, 35, null, null, null, 168, 52, LocalTime.of(17, 0));
    }

    private static WorkRules agreed(int hours, int timesAWeek) {
        return new WorkRules(
                11, 35, new AgreedShortRest(hours, timesAWeek, "The union"), null, null, 168, 52, LocalTime.of(17, 0));
    }

    private static Scenario workingAt(WorkRules rules, String... times) {
        var scenario = aScenario().work(rules);
        for (int i = 0; i < times.length; i++) {
            scenario.meeting(duty(i, times[i]));
        }
        return scenario;
    }

    private static MeetingBuilder duty(int number, String at) {
        return aMeeting("m" + number).at(at).by("anna");
    }

    @Test
    void dutyPeriodOfThirteenHoursIsNoFault() {
        assertThat(faults(workingAt(restAlone(), "2026-09-07 08:00-12:00", "2026-09-07 18:00-21:00")))
                .isEmpty();
    }

    @Test
    void eachMinuteOfADutyPeriodBeyondThirteenHoursCostsOne() {
        assertThat(faults(workingAt(restAlone(), "2026-09-07 08:00-12:00", "2026-09-07 18:00-21:01")))
                .containsExactly(hard(DAILY, 1, staff("anna"), moment("2026-09-07T08:00"), moment("2026-09-07T21:01")));
    }

    @Test
    void elevenHoursOfRestEndADutyPeriod() {
        assertThat(faults(workingAt(restAlone(), "2026-09-07 10:00-23:00", "2026-09-08 10:00-16:00")))
                .isEmpty();
    }

    @Test
    void restAMinuteShortOfElevenHoursJoinsTwoDays() {
        assertThat(faults(workingAt(restAlone(), "2026-09-08 09:59-16:00", "2026-09-07 10:00-23:00")))
                .containsExactly(
                        hard(DAILY, 17 * 60, staff("anna"), moment("2026-09-07T10:00"), moment("2026-09-08T16:00")));
    }

    @Test
    void eachDutyPeriodIsChargedSeparately() {
        assertThat(faults(workingAt(restAlone(), "2026-09-07 08:00-22:00", "2026-09-08 10:00-23:30")))
                .containsExactly(
                        hard(DAILY, 60, staff("anna"), moment("2026-09-07T08:00"), moment("2026-09-07T22:00")),
                        hard(DAILY, 30, staff("anna"), moment("2026-09-08T10:00"), moment("2026-09-08T23:30")));
    }

    @Test
    void restBeginsAtTheLatestEndNotAtTheEndOfTheLastDuty() {
        assertThat(faults(aScenario()
                        .work(restAlone())
                        .meeting(duty(0, "2026-09-07 10:00-22:30"))
                        .meeting(duty(1, "2026-09-07 11:00-12:00").within("m0"))
                        .meeting(duty(2, "2026-09-08 09:00-10:00"))))
                .containsExactly(
                        hard("core.person-in-two-places", 60, staff("anna"), date("2026-09-07")),
                        hard(DAILY, 11 * 60, staff("anna"), moment("2026-09-07T10:00"), moment("2026-09-08T10:00")));
    }

    @Test
    void standbyIsRest() {
        assertThat(faults(aScenario()
                        .work(restAlone())
                        .meeting(duty(0, "2026-09-07 08:00-20:00"))
                        .meeting(duty(1, "2026-09-07 20:00-07:00").work(false))
                        .meeting(duty(2, "2026-09-08 08:00-20:00"))))
                .isEmpty();
    }

    @Test
    void aLessonCountsAgainstRest() {
        assertThat(faults(aScenario()
                        .work(restAlone())
                        .lesson(aLesson("l").at("2026-09-07 08:00-09:00").by("anna"))
                        .meeting(duty(0, "2026-09-07 18:00-22:00"))))
                .containsExactly(
                        hard(DAILY, 60, staff("anna"), moment("2026-09-07T08:00"), moment("2026-09-07T22:00")));
    }

    @Test
    void lessonsAloneCostNothing() {
        assertThat(faults(aScenario()
                        .work(restAlone())
                        .lesson(aLesson("l1").at("2026-09-07 08:00-09:00").by("anna"))
                        .lesson(aLesson("l2").at("2026-09-07 18:00-22:00").by("anna"))
                        .lesson(aLesson("l3")
                                .at(inWeeks(time("2026-09-07 08:00-09:00"), "2026-W38"))
                                .by("anna"))))
                .isEmpty();
    }

    @Test
    void theNightWhenClocksGoBackIsAnHourLonger() {
        assertThat(faults(workingAt(restAlone(), "2026-10-24 20:00-22:00", "2026-10-25 08:00-10:00")
                        .horizon("2026-W43", 2)))
                .isEmpty();
    }

    @Test
    void theNightWhenClocksGoForwardIsAnHourShorter() {
        assertThat(faults(workingAt(restAlone(), "2027-03-27 20:00-22:00", "2027-03-28 09:00-12:00")
                        .horizon("2027-W12", 2)))
                .containsExactly(
                        hard(DAILY, 120, staff("anna"), moment("2027-03-27T20:00"), moment("2027-03-28T12:00")));
    }

    @Test
    void aDutyOverTheLongNightIsAnHourLonger() {
        assertThat(faults(workingAt(restAlone(), "2026-10-24 20:00-08:30").horizon("2026-W43", 2)))
                .containsExactly(
                        hard(DAILY, 30, staff("anna"), moment("2026-10-24T20:00"), moment("2026-10-25T08:30")));
    }

    @Test
    void nightDutyOverSundayIsOneDutyPeriodWithMonday() {
        assertThat(faults(workingAt(restAlone(), "2026-09-13 21:00-07:00", "2026-09-14 12:00-14:00")))
                .containsExactly(
                        hard(DAILY, 4 * 60, staff("anna"), moment("2026-09-13T21:00"), moment("2026-09-14T14:00")));
    }

    @Test
    void rulesOfAPersonOverrideThoseOfTheProblem() {
        var scenario = workingAt(restAlone(), "2026-09-07 08:00-22:00")
                .staff(aStaffMember("anna").work(new WorkRules(8, 35, null, null, null, 168, 52, LocalTime.NOON)))
                .demandedWork("anna", restAlone());
        assertThat(faults(scenario)).isEmpty();
    }

    @Test
    void rulesOfAnInterventionOverrideThoseOfTheProblem() {
        var scenario = workingAt(restAlone(), "2026-09-07 08:00-22:00")
                .demandedWork("anna", new WorkRules(8, 35, null, null, null, 168, 52, LocalTime.NOON));
        assertThat(faults(scenario)).isEmpty();
    }

    // The agreed exception: a rest of eight hours, sometimes.

    @Test
    void agreedShortRestEndsADutyPeriod() {
        assertThat(faults(workingAt(agreed(8, 2), "2026-09-07 12:00-23:00", "2026-09-08 07:00-15:00")))
                .isEmpty();
    }

    @Test
    void restShorterThanAgreedEndsNoDutyPeriod() {
        assertThat(faults(workingAt(agreed(8, 2), "2026-09-07 12:00-23:01", "2026-09-08 07:00-15:00")))
                .containsExactly(
                        hard(DAILY, 14 * 60, staff("anna"), moment("2026-09-07T12:00"), moment("2026-09-08T15:00")));
    }

    @Test
    void agreedRestOfExactlyTheAgreedLengthIsEnough() {
        assertThat(faults(workingAt(agreed(10, 2), "2026-09-07 12:00-23:00", "2026-09-08 08:59-15:00")))
                .hasSize(1);
        assertThat(faults(workingAt(agreed(10, 2), "2026-09-07 12:00-23:00", "2026-09-08 09:00-15:00")))
                .isEmpty();
    }

    @Test
    void exceptionIsNotUsedIfBothDutiesFitIntoOneDutyPeriod() {
        assertThat(faults(workingAt(
                        agreed(8, 1),
                        "2026-09-07 08:00-09:00",
                        "2026-09-07 17:00-21:00", // 13 h in all: no exception needed
                        "2026-09-08 05:00-10:00"))) // so it is still free for this short night
                .isEmpty();
    }

    @Test
    void exceptionIsUsedIfOneDutyPeriodWouldBeAMinuteTooLong() {
        assertThat(faults(workingAt(
                        agreed(8, 1), "2026-09-07 08:00-09:00", "2026-09-07 17:00-21:01", "2026-09-08 05:01-10:00")))
                .containsExactly(
                        hard(DAILY, 4 * 60, staff("anna"), moment("2026-09-07T17:00"), moment("2026-09-08T10:00")));
    }

    @Test
    void secondShortRestOfAWeekIsAFaultWhereOneIsAgreed() {
        assertThat(faults(workingAt(
                        agreed(8, 1),
                        "2026-09-07 12:00-23:00",
                        "2026-09-08 07:00-12:00",
                        "2026-09-09 12:00-23:00",
                        "2026-09-10 07:00-12:00")))
                .containsExactly(
                        hard(DAILY, 11 * 60, staff("anna"), moment("2026-09-09T12:00"), moment("2026-09-10T12:00")));
    }

    @Test
    void thirdShortRestOfAWeekIsAFaultWhereTwoAreAgreed() {
        assertThat(faults(workingAt(
                        agreed(8, 2),
                        "2026-09-07 12:00-23:00",
                        "2026-09-08 07:00-12:00",
                        "2026-09-09 12:00-23:00",
                        "2026-09-10 07:00-12:00")))
                .isEmpty();
    }

    @Test
    void shortRestCountsInTheWeekInWhichItEnds() {
        assertThat(faults(workingAt(
                        agreed(8, 1),
                        "2026-09-10 12:00-23:00",
                        "2026-09-11 07:00-12:00", // Friday: the one of this week
                        "2026-09-13 12:00-23:00",
                        "2026-09-14 07:00-12:00"))) // Monday: the one of the next
                .isEmpty();
    }

    @Test
    void noShortRestOnTwoConsecutiveDays() {
        assertThat(faults(workingAt(
                        agreed(8, 2), "2026-09-07 12:00-23:00", "2026-09-08 07:00-19:00", "2026-09-09 03:00-12:00")))
                .containsExactly(
                        hard(DAILY, 16 * 60, staff("anna"), moment("2026-09-08T07:00"), moment("2026-09-09T12:00")));
    }

    @Test
    void noTwoShortRestsOnOneDay() {
        assertThat(faults(workingAt(
                        agreed(8, 2),
                        "2026-09-07 15:00-20:00",
                        "2026-09-08 04:00-14:00", // 8 h
                        "2026-09-08 22:00-23:30"))) // 8 h again, on the same date
                .containsExactly(
                        hard(DAILY, 390, staff("anna"), moment("2026-09-08T04:00"), moment("2026-09-08T23:30")));
    }

    @Test
    void strictestRulesOfSeveralInterventionsApply() {
        var withException = agreed(8, 2);
        var without = restAlone();
        for (var rules : List.of(List.of(withException, without), List.of(without, withException))) {
            var scenario = workingAt(withException, "2026-09-07 12:00-23:00", "2026-09-08 07:00-15:00")
                    .demandedWork("anna", rules.get(0))
                    .otherIntervention(StrictestWorkRulesTest.demandOf("anna", rules.get(1)));
            assertThat(faults(scenario)).extracting("rule").containsExactly(DAILY);
        }
    }

    // The weekly rest.

    private static String[] everyDay(int days, String firstStart, String lastEnd) {
        var times = new String[days];
        for (int day = 0; day < days; day++) {
            String start = day == 0 ? firstStart : "08:00";
            String end = day == days - 1 ? lastEnd : "16:00";
            times[day] = date("2026-09-07").plusDays(day) + " " + start + "-" + end;
        }
        return times;
    }

    @Test
    void workPeriodOf133HoursIsNoFault() {
        assertThat(faults(workingAt(restAlone(), everyDay(6, "08:00", "21:00"))))
                .isEmpty();
    }

    @Test
    void eachMinuteOfAWorkPeriodBeyond133HoursCostsOne() {
        assertThat(faults(workingAt(restAlone(), everyDay(6, "07:58", "20:59"))))
                .containsExactly(
                        hard(WEEKLY, 1, staff("anna"), moment("2026-09-07T07:58"), moment("2026-09-12T20:59")));
    }

    @Test
    void sevenDaysWithoutADayOffCostTheMissingRest() {
        assertThat(faults(workingAt(restAlone(), everyDay(7, "08:00", "16:00"))))
                .containsExactly(hard(
                        WEEKLY,
                        (6 * 24 + 8 - 133) * 60,
                        staff("anna"),
                        moment("2026-09-07T08:00"),
                        moment("2026-09-13T16:00")));
    }

    @Test
    void thirtyFiveHoursOfRestEndAWorkPeriod() {
        assertThat(faults(workingAt(
                        restAlone(),
                        "2026-09-07 08:00-16:00",
                        "2026-09-08 08:00-16:00",
                        "2026-09-09 08:00-21:00",
                        "2026-09-11 08:00-16:00",
                        "2026-09-12 08:00-16:00",
                        "2026-09-13 08:00-16:00",
                        "2026-09-14 08:00-16:00")))
                .isEmpty();
    }

    @Test
    void restAMinuteShortOfThirtyFiveHoursEndsNoWorkPeriod() {
        assertThat(faults(workingAt(
                        restAlone(),
                        "2026-09-07 08:00-16:00",
                        "2026-09-08 08:00-16:00",
                        "2026-09-09 08:01-21:01",
                        "2026-09-11 08:00-16:00",
                        "2026-09-12 08:00-16:00",
                        "2026-09-13 08:00-16:00")))
                .containsExactly(hard(
                        WEEKLY,
                        (6 * 24 + 8 - 133) * 60,
                        staff("anna"),
                        moment("2026-09-07T08:00"),
                        moment("2026-09-13T16:00")));
    }

    @Test
    void weekOfLessonsCostsNothingUntilAMeetingIsAdded() {
        var scenario = aScenario().work(restAlone());
        String[] times = everyDay(7, "08:00", "16:00");
        for (int i = 0; i < times.length; i++) {
            scenario.lesson(aLesson("l" + i).at(times[i]).by("anna"));
        }
        assertThat(faults(scenario)).isEmpty();
        assertThat(faults(scenario.meeting(duty(0, "2026-09-10 17:00-18:00"))))
                .extracting("rule")
                .containsExactly(WEEKLY);
    }

    @Test
    void theWeekWhenClocksGoBackIsAnHourLonger() {
        // Tuesday 08:00 to Sunday 20:00 are 132 hours on the wall and 133 in truth.
        var scenario = aScenario().work(restAlone()).horizon("2026-W43", 1);
        for (int day = 20; day <= 24; day++) {
            scenario.meeting(duty(day, "2026-10-" + day + " 08:00-16:00"));
        }
        assertThat(faults(scenario.meeting(duty(25, "2026-10-25 12:00-20:01"))))
                .containsExactly(
                        hard(WEEKLY, 1, staff("anna"), moment("2026-10-20T08:00"), moment("2026-10-25T20:01")));
    }
}
