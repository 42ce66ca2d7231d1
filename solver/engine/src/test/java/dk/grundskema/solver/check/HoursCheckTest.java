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
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.solver.fixture.FixturePlugin;
import dk.grundskema.solver.fixture.Scenario;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class HoursCheckTest {
    private static final String DAY = "core.daily-hours";
    private static final String WEEK = "core.weekly-hours";
    private static final String AVERAGE = "core.average-hours";

    private static Scenario withCaps(Integer day, Integer week, int average, int weeks) {
        return aScenario().work(new WorkRules(11, 35, null, day, week, average, weeks, LocalTime.of(17, 0)));
    }

    @Test
    void dayOfExactlyTheAllowedHoursIsNoFault() {
        assertThat(faults(withCaps(4, null, 168, 52)
                        .meeting(aMeeting("m").at("2026-09-07 08:00-10:00").by("anna"))
                        .meeting(aMeeting("n").at("2026-09-07 12:00-14:00").by("anna"))))
                .isEmpty();
    }

    @Test
    void eachMinuteBeyondTheHoursOfADayCostsOne() {
        assertThat(faults(withCaps(4, null, 168, 52)
                        .meeting(aMeeting("m").at("2026-09-07 08:00-10:00").by("anna"))
                        .meeting(aMeeting("n").at("2026-09-07 12:00-14:01").by("anna"))))
                .containsExactly(hard(DAY, 1, staff("anna"), date("2026-09-07")));
    }

    /** Rules charge both seats, and the check of rules must agree with them. */
    @Test
    void personInTwoSeatsOfAMeetingIsReportedAsAClashAlone() {
        var scenario = withCaps(2, 2, 2, 1)
                .meeting(aMeeting("m").at("2026-09-07 08:00-10:00").by("anna", "anna"));
        var checker = new TimetableChecker(FixturePlugin::byType);

        assertThat(faults(scenario)).extracting(RuleViolation::rule).contains(DAY, WEEK, AVERAGE);
        assertThat(checker.check(scenario.problem(), scenario.timetable()))
                .map(CheckerFixture::withoutFigures)
                .containsExactly(hard("core.person-in-two-places", 120, staff("anna"), date("2026-09-07")));
    }

    @Test
    void hoursAreNamedWithTheLimit() {
        var scenario = withCaps(4, 5, 1, 1)
                .meeting(aMeeting("m").at("2026-09-07 08:00-10:00").by("anna"))
                .meeting(aMeeting("n").at("2026-09-07 12:00-16:01").by("anna"));

        assertThat(faultsWithFigures(scenario))
                .containsExactlyInAnyOrder(
                        hard(DAY, 121, staff("anna"), date("2026-09-07"), minutes(361), minutes(240)),
                        hard(WEEK, 61, staff("anna"), week("2026-W37"), minutes(361), minutes(300)),
                        hard(
                                AVERAGE,
                                301,
                                staff("anna"),
                                date("2026-09-07"),
                                minutes(361),
                                minutes(60),
                                new Figure(1),
                                new Figure(1)));
    }

    @Test
    void limitsOfHoursHaveMinutes() {
        assertThat(faults(aScenario()
                        .hours("7.4", "14.75")
                        .meeting(aMeeting("m").at("2026-09-07 08:00-15:25").by("anna"))
                        .meeting(aMeeting("n").at("2026-09-08 08:00-15:24").by("anna"))))
                .containsExactly(
                        hard(DAY, 1, staff("anna"), date("2026-09-07")),
                        hard(WEEK, 4, staff("anna"), week("2026-W37")));
    }

    @Test
    void preparationCountsForEachSeat() {
        assertThat(faults(withCaps(4, null, 168, 52)
                        .meeting(aMeeting("m")
                                .at("2026-09-07 08:00-10:00")
                                .preparation(70)
                                .by("anna"))
                        .meeting(aMeeting("n")
                                .at("2026-09-07 12:00-13:00")
                                .preparation(15)
                                .by("anna"))))
                .containsExactly(hard(DAY, 25, staff("anna"), date("2026-09-07")));
    }

    @Test
    void creditedShareIsRoundedDownAndPreparationCountsInFull() {
        assertThat(faults(withCaps(3, null, 168, 52)
                        .meeting(aMeeting("m")
                                .at("2026-09-07 22:00-07:01")
                                .preparation(10)
                                .credit(33)
                                .by("anna"))))
                .containsExactly(hard(DAY, 8, staff("anna"), date("2026-09-07")));
    }

    @Test
    void standbyDoesNotCount() {
        assertThat(faults(withCaps(4, 5, 168, 52)
                        .meeting(aMeeting("m")
                                .at("2026-09-07 08:00-16:00")
                                .preparation(60)
                                .work(false)
                                .by("anna"))))
                .isEmpty();
    }

    @Test
    void nightCountsOnItsStartDate() {
        assertThat(faults(withCaps(4, null, 168, 52)
                        .meeting(aMeeting("m").at("2026-09-13 22:00-03:00").by("anna"))))
                .containsExactly(hard(DAY, 60, staff("anna"), date("2026-09-13")));
    }

    @Test
    void nightOverSundayCountsInItsStartWeek() {
        assertThat(faults(withCaps(null, 4, 168, 52)
                        .meeting(aMeeting("m").at("2026-09-13 22:00-03:00").by("anna"))))
                .containsExactly(hard(WEEK, 60, staff("anna"), week("2026-W37")));
    }

    @Test
    void elapsedMinutesAreCountedWhenClocksChange() {
        assertThat(faults(withCaps(4, null, 168, 52)
                        .horizon("2026-W43", 1)
                        .meeting(aMeeting("m").at("2026-10-25 00:00-04:00").by("anna"))))
                .containsExactly(hard(DAY, 60, staff("anna"), date("2026-10-25")));
        assertThat(faults(withCaps(4, null, 168, 52)
                        .horizon("2027-W12", 1)
                        .meeting(aMeeting("m").at("2027-03-28 00:00-05:00").by("anna"))))
                .isEmpty();
    }

    @Test
    void lessonsBeyondTheLimitAreNoFaultButAdditionalDutyIs() {
        var scenario = withCaps(4, 4, 168, 52)
                .lesson(aLesson("l").at("2026-09-07 08:00-13:00").by("anna"));
        assertThat(faults(scenario)).isEmpty();
        assertThat(faults(scenario.meeting(aMeeting("m")
                        .at("2026-09-07 14:00-14:20")
                        .preparation(10)
                        .by("anna"))))
                .containsExactly(
                        hard(DAY, 30, staff("anna"), date("2026-09-07")),
                        hard(WEEK, 30, staff("anna"), week("2026-W37")));
    }

    @Test
    void lessonsBelowTheLimitLeaveTheRestForDuty() {
        assertThat(faults(withCaps(4, null, 168, 52)
                        .lesson(aLesson("l").at("2026-09-07 08:00-09:00").by("anna"))
                        .meeting(aMeeting("m").at("2026-09-07 10:00-13:10").by("anna"))))
                .containsExactly(hard(DAY, 10, staff("anna"), date("2026-09-07")));
    }

    @Test
    void lessonThatNamesAPersonTwiceCountsOnce() {
        assertThat(faults(withCaps(4, null, 168, 52)
                        .lesson(aLesson("l")
                                .at("2026-09-07 08:00-09:00")
                                .by("anna")
                                .by("anna"))
                        .meeting(aMeeting("m").at("2026-09-07 10:00-13:00").by("anna"))))
                .isEmpty();
    }

    @Test
    void withoutALimitNothingIsAFault() {
        assertThat(faults(withCaps(null, null, 168, 52)
                        .meeting(aMeeting("m")
                                .at("2026-09-07 08:00-21:00")
                                .preparation(600)
                                .by("anna"))))
                .isEmpty();
    }

    @Test
    void eachDayAndWeekIsChargedSeparately() {
        var monday = time("2026-09-07 08:00-13:00");
        assertThat(faults(withCaps(4, 4, 168, 52)
                        .meeting(aMeeting("m")
                                .at(inWeeks(monday, "2026-W37", "2026-W39"))
                                .by("anna"))))
                .containsExactly(
                        hard(DAY, 60, staff("anna"), date("2026-09-07")),
                        hard(DAY, 60, staff("anna"), date("2026-09-21")),
                        hard(WEEK, 60, staff("anna"), week("2026-W37")),
                        hard(WEEK, 60, staff("anna"), week("2026-W39")));
    }

    @Test
    void weekIsTheSumOfItsDays() {
        assertThat(faults(withCaps(null, 4, 168, 52)
                        .meeting(aMeeting("m").at("2026-09-07 08:00-10:00").by("anna"))
                        .meeting(aMeeting("n").at("2026-09-08 08:00-10:01").by("anna"))))
                .containsExactly(hard(WEEK, 1, staff("anna"), week("2026-W37")));
    }

    @Test
    void averageIsOverTheWholeReferencePeriod() {
        assertThat(faults(withCaps(null, null, 2, 2)
                        .meeting(aMeeting("m").at("2026-09-07 08:00-10:00").by("anna"))
                        .meeting(aMeeting("n").at("2026-09-20 08:00-10:00").by("anna"))))
                .isEmpty();
        assertThat(faults(withCaps(null, null, 2, 2)
                        .meeting(aMeeting("m").at("2026-09-07 08:00-10:00").by("anna"))
                        .meeting(aMeeting("n")
                                .at("2026-09-20 08:00-10:00")
                                .preparation(7)
                                .by("anna"))))
                .containsExactly(hard(AVERAGE, 7, staff("anna"), date("2026-09-07")));
    }

    @Test
    void aPlanLongerThanAReferencePeriodHasSeveralAndHoursBeforeItCountInTheFirst() {
        var scenario = withCaps(null, null, 2, 2)
                .staff(aStaffMember("anna").alreadyWorked(2))
                .meeting(aMeeting("m").at("2026-09-20 08:00-10:00").by("anna"));
        assertThat(faults(scenario.meeting(
                        aMeeting("n").at("2026-09-21 08:00-12:00").by("anna"))))
                .isEmpty();
        assertThat(faults(scenario.meeting(
                        aMeeting("o").at("2026-09-25 08:00-08:01").by("anna"))))
                .containsExactly(hard(AVERAGE, 1, staff("anna"), date("2026-09-21")));
    }

    @Test
    void hoursAlreadyWorkedCountInTheAverage() {
        assertThat(faults(withCaps(null, null, 2, 2)
                        .staff(aStaffMember("anna").alreadyWorked(2.5))
                        .meeting(aMeeting("m").at("2026-09-07 08:00-10:00").by("anna"))))
                .containsExactly(hard(AVERAGE, 30, staff("anna"), date("2026-09-07")));
    }

    @Test
    void earlierHoursAndLessonsBeyondTheAverageAreNoFaultButAdditionalDutyIs() {
        var scenario = withCaps(null, null, 2, 2)
                .staff(aStaffMember("anna").alreadyWorked(3.5))
                .lesson(aLesson("l").at("2026-09-07 08:00-09:00").by("anna"));
        assertThat(faults(scenario)).isEmpty();
        assertThat(faults(scenario.meeting(
                        aMeeting("m").at("2026-09-14 08:00-08:20").by("anna"))))
                .containsExactly(hard(AVERAGE, 20, staff("anna"), date("2026-09-07")));
    }
}
