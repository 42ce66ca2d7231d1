package dk.grundskema.solver.rules;

import static dk.grundskema.solver.fixture.MeetingBuilder.aMeeting;
import static dk.grundskema.solver.fixture.Scenario.aScenario;
import static dk.grundskema.solver.rules.RuleTrials.*;
import static dk.grundskema.solver.testkit.LessonBuilder.aLesson;
import static dk.grundskema.solver.testkit.MeetingTimes.inWeeks;
import static dk.grundskema.solver.testkit.MeetingTimes.time;
import static dk.grundskema.solver.testkit.StaffBuilder.aStaffMember;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.solver.fixture.Scenario;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HoursRulesTest {
    private static final String DAY = "core.daily-hours";
    private static final String WEEK = "core.weekly-hours";
    private static final String AVERAGE = "core.average-hours";

    private static WorkRules hours(Integer aDay, Integer aWeek, int average, int weeks) {
        return new WorkRules(11, 35, null, aDay, aWeek, average, weeks, LocalTime.of(17, 0));
    }

    private static Scenario working(WorkRules rules, String... times) {
        var scenario = aScenario().work(rules);
        for (int i = 0; i < times.length; i++) {
            scenario.meeting(aMeeting("m" + i).at(times[i]).by("anna"));
        }
        return scenario;
    }

    @Test
    void dayOfExactlyTheLimitCostsNothingAndEachMinuteMoreCostsOne() {
        var limit = hours(8, null, 168, 52);
        assertThat(charges(DAY, working(limit, "2026-09-07 08:00-12:00", "2026-09-07 14:00-18:00")))
                .isEmpty();
        assertThat(charges(DAY, working(limit, "2026-09-07 08:00-12:00", "2026-09-07 14:00-18:01")))
                .containsExactly(charge(1, staff("anna"), date("2026-09-07")));
    }

    @Test
    void limitsHaveMinutes() {
        var scenario = working(WorkRules.defaults(), "2026-09-07 08:00-15:25", "2026-09-08 08:00-15:24")
                .hours("7.4", "14.75");

        assertThat(charges(DAY, scenario)).containsExactly(charge(1, staff("anna"), date("2026-09-07")));
        assertThat(charges(WEEK, scenario)).containsExactly(charge(4, staff("anna"), week("2026-W37")));
    }

    @Test
    void withoutLimitsNoDayOrWeekCosts() {
        String[] long_ = {"2026-09-07 04:00-20:00", "2026-09-08 04:00-20:00"};
        assertThat(charges(DAY, working(hours(null, null, 168, 52), long_))).isEmpty();
        assertThat(charges(WEEK, working(hours(null, null, 168, 52), long_))).isEmpty();
    }

    @Test
    void preparationCountsForEachSeatAndStandbyDoesNot() {
        var scenario = aScenario()
                .work(hours(2, null, 168, 52))
                .meeting(aMeeting("a").preparation(25).by("anna"))
                .meeting(aMeeting("b").at("2026-09-07 12:00-20:00").work(false).by("anna"));
        assertThat(charges(DAY, scenario)).containsExactly(charge(25, staff("anna"), date("2026-09-07")));
    }

    @Test
    void creditedShareIsRoundedDownAndPreparationCountsInFull() {
        var night = aMeeting("a").at("2026-09-07 22:00-07:01").preparation(10).credit(33);
        assertThat(charges(DAY, aScenario().work(hours(3, null, 168, 52)).meeting(night.by("anna"))))
                .containsExactly(charge(8, staff("anna"), date("2026-09-07"))); // 178 of 541 minutes, and 10
    }

    @Test
    void aNightBelongsToTheDateAndTheWeekOnWhichItStarts() {
        var night = working(hours(8, 8, 168, 52), "2026-09-13 22:00-07:00", "2026-09-14 08:00-12:00");
        assertThat(charges(DAY, night)).containsExactly(charge(60, staff("anna"), date("2026-09-13")));
        assertThat(charges(WEEK, night)).containsExactly(charge(60, staff("anna"), week("2026-W37")));
    }

    @Test
    void elapsedHoursAreCountedWhenClocksChange() {
        var limit = hours(8, null, 168, 52);
        assertThat(charges(DAY, working(limit, "2026-10-24 22:00-06:00").horizon("2026-W43", 1)))
                .containsExactly(charge(60, staff("anna"), date("2026-10-24")));
        assertThat(charges(DAY, working(limit, "2027-03-27 22:00-07:00").horizon("2027-W12", 1)))
                .isEmpty();
    }

    @Test
    void lessonsCountButAloneCostNothing() {
        var scenario = aScenario()
                .work(hours(3, 5, 168, 52))
                .lesson(aLesson("l1").at("2026-09-07 08:00-12:00").by("anna").by("anna"))
                .lesson(aLesson("l2").at("2026-09-08 08:00-10:00").by("anna"));
        assertThat(charges(DAY, scenario)).isEmpty();
        assertThat(charges(WEEK, scenario)).isEmpty();
        scenario.meeting(aMeeting("a").at("2026-09-07 13:00-13:30").by("anna"))
                .meeting(aMeeting("b").at("2026-09-08 13:00-14:30").by("anna"));
        assertThat(charges(DAY, scenario))
                .containsExactlyInAnyOrder(
                        charge(30, staff("anna"), date("2026-09-07")), charge(30, staff("anna"), date("2026-09-08")));
        assertThat(charges(WEEK, scenario)).containsExactly(charge(120, staff("anna"), week("2026-W37")));
    }

    @Test
    void weekOfExactlyTheLimitCostsNothingAndEachMinuteMoreCostsOne() {
        var limit = hours(null, 6, 168, 52);
        assertThat(charges(WEEK, working(limit, "2026-09-07 08:00-11:00", "2026-09-13 08:00-11:00")))
                .isEmpty();
        assertThat(charges(WEEK, working(limit, "2026-09-07 08:00-11:00", "2026-09-13 08:00-11:01")))
                .containsExactly(charge(1, staff("anna"), week("2026-W37")));
    }

    @Test
    void aMeetingOfSeveralWeeksCountsInEach() {
        var weekly = inWeeks(time("2026-09-07 08:00-11:00"), "2026-W37", "2026-W39");
        var scenario = aScenario()
                .work(hours(2, 2, 168, 52))
                .meeting(aMeeting("a").at(weekly).by("anna"));
        assertThat(charges(DAY, scenario))
                .containsExactlyInAnyOrder(
                        charge(60, staff("anna"), date("2026-09-07")), charge(60, staff("anna"), date("2026-09-21")));
        assertThat(charges(WEEK, scenario))
                .containsExactlyInAnyOrder(
                        charge(60, staff("anna"), week("2026-W37")), charge(60, staff("anna"), week("2026-W39")));
    }

    @Test
    void averageCountsHoursAlreadyWorked() {
        var rules = hours(null, null, 5, 2); // 10 h in the reference period
        assertThat(charges(
                        AVERAGE,
                        working(rules, "2026-09-07 08:00-10:00")
                                .staff(aStaffMember("anna").alreadyWorked(8))))
                .isEmpty();
        assertThat(charges(
                        AVERAGE,
                        working(rules, "2026-09-07 08:00-10:00", "2026-09-20 08:00-08:01")
                                .staff(aStaffMember("anna").alreadyWorked(8))))
                .containsExactly(charge(1, staff("anna"), date("2026-09-07")));
    }

    @Test
    void aPlanLongerThanAReferencePeriodHasSeveralAndHoursBeforeItCountInTheFirst() {
        var rules = hours(null, null, 5, 2); // 10 h in each reference period
        var first = aStaffMember("anna").alreadyWorked(8);
        assertThat(charges(
                        AVERAGE,
                        working(rules, "2026-09-20 08:00-10:00", "2026-09-21 08:00-18:00")
                                .staff(first)))
                .isEmpty();
        assertThat(charges(
                        AVERAGE,
                        working(rules, "2026-09-20 08:00-10:00", "2026-09-21 08:00-18:01")
                                .staff(first)))
                .containsExactly(charge(1, staff("anna"), date("2026-09-21")));
    }

    @Test
    void hoursAlreadyWorkedAndLessonsAloneCostNothing() {
        var rules = hours(null, null, 5, 2);
        var scenario = aScenario()
                .work(rules)
                .staff(aStaffMember("anna").alreadyWorked(9))
                .lesson(aLesson("l").at("2026-09-07 08:00-10:00").by("anna"));
        assertThat(charges(AVERAGE, scenario)).isEmpty();
        assertThat(charges(
                        AVERAGE,
                        scenario.meeting(
                                aMeeting("a").at("2026-09-08 08:00-08:30").by("anna"))))
                .containsExactly(charge(30, staff("anna"), date("2026-09-07")));
        assertThat(charges(
                        AVERAGE,
                        working(rules, "2026-09-07 08:00-08:20")
                                .staff(aStaffMember("anna").alreadyWorked(20))))
                .containsExactly(charge(20, staff("anna"), date("2026-09-07")));
    }

    @Test
    void personalLimitsOverrideOthersForThatPersonOnly() {
        var scenario = working(hours(1, null, 168, 52), "2026-09-07 08:00-10:00")
                .staff(aStaffMember("anna").work(hours(null, null, 168, 52)))
                .meeting(aMeeting("b").by("bo"));
        assertThat(charges(DAY, scenario)).containsExactly(charge(60, staff("bo"), date("2026-09-07")));
    }

    @Test
    void lowestLimitsOfSeveralInterventionsApply() {
        for (var both : List.of(
                List.of(hours(1, null, 168, 52), hours(2, 1, 1, 1)),
                List.of(hours(2, 1, 1, 1), hours(1, null, 168, 52)),
                List.of(hours(null, 1, 168, 1), hours(1, 2, 1, 2)))) {
            var scenario = working(hours(null, null, 168, 52), "2026-09-07 08:00-10:00")
                    .demandedWork("anna", both.get(0))
                    .otherIntervention(new Demand(
                            List.of(), List.of(), List.of(), List.of(), List.of(), Map.of(staff("anna"), both.get(1))));
            assertThat(charges(DAY, scenario)).containsExactly(charge(60, staff("anna"), date("2026-09-07")));
            assertThat(charges(WEEK, scenario)).containsExactly(charge(60, staff("anna"), week("2026-W37")));
            assertThat(charges(AVERAGE, scenario)).containsExactly(charge(60, staff("anna"), date("2026-09-07")));
        }
    }
}
