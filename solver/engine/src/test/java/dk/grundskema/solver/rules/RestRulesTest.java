package dk.grundskema.solver.rules;

import static dk.grundskema.solver.fixture.MeetingBuilder.aMeeting;
import static dk.grundskema.solver.fixture.Scenario.aScenario;
import static dk.grundskema.solver.rules.RuleTrials.*;
import static dk.grundskema.solver.testkit.LessonBuilder.aLesson;
import static dk.grundskema.solver.testkit.StaffBuilder.aStaffMember;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.people.AgreedShortRest;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.solver.fixture.MeetingBuilder;
import dk.grundskema.solver.fixture.Scenario;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RestRulesTest {
    private static final String DAILY = "core.daily-rest";
    private static final String WEEKLY = "core.weekly-rest";

    private static WorkRules rest(int daily, int weekly) {
        return new WorkRules(daily, weekly, null, null, null, 168, 52, LocalTime.of(17, 0));
    }

    private static WorkRules agreed(int hours, int timesAWeek) {
        var agreement = new AgreedShortRest(hours, timesAWeek, "The union");
        return new WorkRules(11, 35, agreement, null, null, 168, 52, LocalTime.of(17, 0));
    }

    private static MeetingBuilder duty(int number, String at) {
        return aMeeting("m" + number).at(at).by("anna");
    }

    private static Scenario working(WorkRules rules, String... times) {
        var scenario = aScenario().work(rules);
        for (int i = 0; i < times.length; i++) {
            scenario.meeting(duty(i, times[i]));
        }
        return scenario;
    }

    private static List<Object> run(long amount, String from, String until) {
        return charge(amount, staff("anna"), moment(from), moment(until));
    }

    // The daily rest.

    @Test
    void dutyPeriodOfThirteenHoursCostsNothingAndEachMinuteMoreCostsOne() {
        assertThat(charges(DAILY, working(rest(11, 35), "2026-09-07 08:00-12:00", "2026-09-07 18:00-21:00")))
                .isEmpty();
        assertThat(charges(DAILY, working(rest(11, 35), "2026-09-07 18:00-21:01", "2026-09-07 08:00-12:00")))
                .containsExactly(run(1, "2026-09-07T08:00", "2026-09-07T21:01"));
    }

    @Test
    void elevenHoursOfRestEndADutyPeriodAndAMinuteLessDoesNot() {
        assertThat(charges(DAILY, working(rest(11, 35), "2026-09-07 12:00-23:00", "2026-09-08 10:00-16:00")))
                .isEmpty();
        assertThat(charges(DAILY, working(rest(11, 35), "2026-09-07 12:00-23:00", "2026-09-08 09:59-16:00")))
                .containsExactly(run(15 * 60, "2026-09-07T12:00", "2026-09-08T16:00"));
    }

    @Test
    void eachDutyPeriodIsChargedSeparately() {
        assertThat(charges(DAILY, working(rest(11, 35), "2026-09-07 08:00-22:00", "2026-09-08 10:00-23:30")))
                .containsExactly(
                        run(60, "2026-09-07T08:00", "2026-09-07T22:00"),
                        run(30, "2026-09-08T10:00", "2026-09-08T23:30"));
        assertThat(charges(DAILY, aScenario().staff(aStaffMember("anna")))).isEmpty();
    }

    @Test
    void dutyPeriodContinuesFromTheLatestEnd() {
        assertThat(charges(
                        DAILY,
                        working(rest(11, 35), "2026-09-07 10:00-22:30", "2026-09-08 09:00-10:00")
                                .meeting(duty(9, "2026-09-07 11:00-12:00").within("m0"))))
                .containsExactly(run(11 * 60, "2026-09-07T10:00", "2026-09-08T10:00"));
    }

    @Test
    void standbyIsRest() {
        assertThat(charges(
                        DAILY,
                        working(rest(11, 35), "2026-09-07 08:00-20:00", "2026-09-08 08:00-20:00")
                                .meeting(duty(9, "2026-09-07 20:00-07:00").work(false))))
                .isEmpty();
    }

    @Test
    void lessonsCostNothingUntilAMeetingIsAdded() {
        var lessons = aScenario()
                .work(rest(11, 35))
                .lesson(aLesson("l1").at("2026-09-07 08:00-09:00").by("anna"))
                .lesson(aLesson("l2").at("2026-09-07 18:00-22:00").by("anna"))
                .lesson(aLesson("l3").at("2026-09-10 07:00-21:00").by("anna"));
        assertThat(charges(DAILY, lessons)).isEmpty();
        assertThat(charges(DAILY, lessons.meeting(duty(0, "2026-09-07 11:00-12:00"))))
                .containsExactly(run(60, "2026-09-07T08:00", "2026-09-07T22:00"));
    }

    @Test
    void nightIsLongerOrShorterWhenClocksChange() {
        assertThat(charges(
                        DAILY,
                        working(rest(11, 35), "2026-10-24 20:00-22:00", "2026-10-25 08:00-10:00")
                                .horizon("2026-W43", 2)))
                .isEmpty();
        assertThat(charges(
                        DAILY,
                        working(rest(11, 35), "2027-03-27 20:00-22:00", "2027-03-28 09:00-12:00")
                                .horizon("2027-W12", 2)))
                .containsExactly(run(120, "2027-03-27T20:00", "2027-03-28T12:00"));
    }

    @Test
    void nightOverSundayIsOneDutyPeriodWithMonday() {
        assertThat(charges(DAILY, working(rest(11, 35), "2026-09-13 21:00-07:00", "2026-09-14 12:00-14:00")))
                .containsExactly(run(4 * 60, "2026-09-13T21:00", "2026-09-14T14:00"));
    }

    @Test
    void personalRulesOverrideThoseOfTheInterventionAndTheseThoseOfTheProblem() {
        String[] day = {"2026-09-07 08:00-22:00"};
        assertThat(charges(DAILY, working(rest(11, 35), day).demandedWork("anna", rest(8, 35))))
                .isEmpty();
        assertThat(charges(DAILY, working(rest(8, 35), day).demandedWork("anna", rest(11, 35))))
                .hasSize(1);
        assertThat(charges(
                        DAILY,
                        working(rest(11, 35), day)
                                .demandedWork("anna", rest(11, 35))
                                .staff(aStaffMember("anna").work(rest(8, 35)))))
                .isEmpty();
    }

    // The agreed exception.

    @Test
    void agreedShortRestEndsADutyPeriodIfLongEnough() {
        assertThat(charges(DAILY, working(agreed(8, 2), "2026-09-07 12:00-23:00", "2026-09-08 07:00-15:00")))
                .isEmpty();
        assertThat(charges(DAILY, working(agreed(8, 2), "2026-09-07 12:00-23:01", "2026-09-08 07:00-15:00")))
                .containsExactly(run(14 * 60, "2026-09-07T12:00", "2026-09-08T15:00"));
        assertThat(charges(DAILY, working(agreed(10, 2), "2026-09-07 12:00-23:00", "2026-09-08 08:59-15:00")))
                .hasSize(1);
    }

    @Test
    void fullRestNeedsNoException() {
        assertThat(charges(
                        DAILY,
                        working(
                                agreed(8, 1),
                                "2026-09-07 08:00-20:00",
                                "2026-09-08 07:00-20:00", // 11 h
                                "2026-09-09 04:00-12:00"))) // 8 h: the first use
                .isEmpty();
    }

    @Test
    void exceptionIsNotUsedIfBothDutiesFitIntoOneDutyPeriod() {
        assertThat(charges(
                        DAILY,
                        working(
                                agreed(8, 1),
                                "2026-09-07 08:00-09:00",
                                "2026-09-07 17:00-21:00", // 13 h in all
                                "2026-09-08 05:00-10:00")))
                .isEmpty();
        assertThat(charges(
                        DAILY,
                        working(
                                agreed(8, 1),
                                "2026-09-07 08:00-09:00",
                                "2026-09-07 17:00-21:01",
                                "2026-09-08 05:01-10:00")))
                .containsExactly(run(4 * 60, "2026-09-07T17:00", "2026-09-08T10:00"));
    }

    @Test
    void exceptionDependsOnTheLatestEndOfTheDutyPeriod() {
        assertThat(charges(
                        DAILY,
                        working(
                                agreed(8, 1),
                                "2026-09-07 08:00-20:30",
                                "2026-09-08 04:30-05:00",
                                "2026-09-08 15:00-16:00")))
                .isEmpty();
    }

    @Test
    void exceptionIsUsedAsOftenPerWeekAsAgreed() {
        String[] nights = {
            "2026-09-07 12:00-23:00", "2026-09-08 07:00-12:00", "2026-09-09 12:00-23:00", "2026-09-10 07:00-12:00"
        };
        assertThat(charges(DAILY, working(agreed(8, 2), nights))).isEmpty();
        assertThat(charges(DAILY, working(agreed(8, 1), nights)))
                .containsExactly(run(11 * 60, "2026-09-09T12:00", "2026-09-10T12:00"));
    }

    @Test
    void thirdExceptionOfAWeekIsTooMany() {
        assertThat(charges(
                        DAILY,
                        working(
                                agreed(8, 2),
                                "2026-09-07 12:00-23:00",
                                "2026-09-08 07:00-12:00",
                                "2026-09-09 12:00-23:00",
                                "2026-09-10 07:00-12:00",
                                "2026-09-11 12:00-23:00",
                                "2026-09-12 07:00-12:00")))
                .containsExactly(run(11 * 60, "2026-09-11T12:00", "2026-09-12T12:00"));
    }

    @Test
    void exceptionCountsInTheWeekInWhichItEnds() {
        assertThat(charges(
                        DAILY,
                        working(
                                agreed(8, 1),
                                "2026-09-10 12:00-23:00",
                                "2026-09-11 07:00-12:00",
                                "2026-09-13 12:00-23:00",
                                "2026-09-14 07:00-12:00")))
                .isEmpty();
    }

    @Test
    void exceptionsOfAnotherWeekDoNotCount() {
        assertThat(charges(
                        DAILY,
                        working(
                                agreed(8, 2),
                                "2026-09-07 12:00-23:00",
                                "2026-09-08 07:00-12:00",
                                "2026-09-09 12:00-23:00",
                                "2026-09-10 07:00-12:00", // two in the first week
                                "2026-09-14 12:00-23:00",
                                "2026-09-15 07:00-12:00",
                                "2026-09-16 12:00-23:00",
                                "2026-09-17 07:00-12:00"))) // and two in the second
                .isEmpty();
    }

    @Test
    void noExceptionOnTwoConsecutiveDaysOrTwiceOnOneDay() {
        assertThat(charges(
                        DAILY,
                        working(
                                agreed(8, 2),
                                "2026-09-07 12:00-23:00",
                                "2026-09-08 07:00-19:00",
                                "2026-09-09 03:00-12:00")))
                .containsExactly(run(16 * 60, "2026-09-08T07:00", "2026-09-09T12:00"));
        assertThat(charges(
                        DAILY,
                        working(
                                agreed(8, 2),
                                "2026-09-07 15:00-20:00",
                                "2026-09-08 04:00-14:00",
                                "2026-09-08 22:00-23:30")))
                .containsExactly(run(390, "2026-09-08T04:00", "2026-09-08T23:30"));
    }

    @Test
    void lessonsAloneCostNothingWithAnAgreement() {
        var lessons = aScenario()
                .work(agreed(8, 2))
                .lesson(aLesson("l1").at("2026-09-07 07:00-22:00").by("anna"));
        assertThat(charges(DAILY, lessons)).isEmpty();
        assertThat(charges(
                        DAILY,
                        lessons.meeting(duty(0, "2026-09-07 22:00-23:00"))
                                .meeting(duty(1, "2026-09-08 00:00-06:00").work(false))))
                .containsExactly(run(180, "2026-09-07T07:00", "2026-09-07T23:00"));
    }

    @Test
    void strictestNumbersOfSeveralInterventionsApply() {
        String[] shortNight = {"2026-09-07 12:00-23:00", "2026-09-08 08:00-15:00"}; // 9 h of rest
        for (var both : List.of(List.of(agreed(8, 2), agreed(10, 1)), List.of(agreed(10, 1), agreed(8, 2)))) {
            assertThat(charges(DAILY, asked(both.get(0), both.get(1), shortNight)))
                    .hasSize(1);
        }
        assertThat(charges(DAILY, asked(agreed(8, 2), agreed(9, 2), shortNight)))
                .isEmpty();
        assertThat(charges(DAILY, asked(agreed(8, 2), rest(11, 35), shortNight)))
                .hasSize(1);
        assertThat(charges(DAILY, asked(rest(11, 35), agreed(8, 2), shortNight)))
                .hasSize(1);
        assertThat(charges(DAILY, asked(rest(8, 35), rest(9, 35), "2026-09-07 08:00-23:30")))
                .containsExactly(run(30, "2026-09-07T08:00", "2026-09-07T23:30"));
    }

    @Test
    void smallestNumberOfAgreedExceptionsApplies() {
        String[] nights = {
            "2026-09-07 12:00-23:00", "2026-09-08 07:00-12:00", "2026-09-09 12:00-23:00", "2026-09-10 07:00-12:00"
        };
        assertThat(charges(DAILY, asked(agreed(8, 2), agreed(8, 1), nights))).hasSize(1);
        assertThat(charges(DAILY, asked(agreed(8, 1), agreed(8, 2), nights))).hasSize(1);
        assertThat(charges(DAILY, asked(agreed(8, 2), agreed(8, 2), nights))).isEmpty();
    }

    private static Scenario asked(WorkRules one, WorkRules other, String... times) {
        return working(rest(8, 24), times)
                .demandedWork("anna", one)
                .otherIntervention(new Demand(
                        List.of(), List.of(), List.of(), List.of(), List.of(), Map.of(staff("anna"), other)));
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
    void workPeriodOf133HoursCostsNothingAndEachMinuteMoreCostsOne() {
        assertThat(charges(WEEKLY, working(rest(11, 35), everyDay(6, "08:00", "21:00"))))
                .isEmpty();
        assertThat(charges(WEEKLY, working(rest(11, 35), everyDay(6, "07:58", "20:59"))))
                .containsExactly(run(1, "2026-09-07T07:58", "2026-09-12T20:59"));
    }

    @Test
    void thirtyFiveHoursOfRestEndAWorkPeriodAndAMinuteLessDoesNot() {
        String[] before = {"2026-09-07 08:00-16:00", "2026-09-08 08:00-16:00"};
        String[] after = {"2026-09-11 08:00-16:00", "2026-09-12 08:00-16:00", "2026-09-13 08:00-16:00"};
        assertThat(charges(WEEKLY, week(before, "2026-09-09 08:00-21:00", after)))
                .isEmpty();
        assertThat(charges(WEEKLY, week(before, "2026-09-09 08:01-21:01", after)))
                .containsExactly(run((6 * 24 + 8 - 133) * 60, "2026-09-07T08:00", "2026-09-13T16:00"));
    }

    private static Scenario week(String[] before, String middle, String[] after) {
        var scenario = working(rest(11, 35), before);
        scenario.meeting(duty(50, middle));
        for (int i = 0; i < after.length; i++) {
            scenario.meeting(duty(60 + i, after[i]));
        }
        return scenario;
    }

    @Test
    void longerWeeklyRestShortensTheWorkPeriod() {
        assertThat(charges(WEEKLY, working(rest(11, 48), everyDay(6, "08:00", "08:01"))))
                .containsExactly(run(1, "2026-09-07T08:00", "2026-09-12T08:01"));
    }

    @Test
    void weekOfLessonsCostsNothingUntilAMeetingIsAdded() {
        var scenario = aScenario().work(rest(11, 35));
        String[] times = everyDay(7, "08:00", "16:00");
        for (int i = 0; i < times.length; i++) {
            scenario.lesson(aLesson("l" + i).at(times[i]).by("anna"));
        }
        assertThat(charges(WEEKLY, scenario)).isEmpty();
        assertThat(charges(WEEKLY, scenario.meeting(duty(0, "2026-09-10 17:00-18:00"))))
                .containsExactly(run((6 * 24 + 8 - 133) * 60, "2026-09-07T08:00", "2026-09-13T16:00"));
    }
}
