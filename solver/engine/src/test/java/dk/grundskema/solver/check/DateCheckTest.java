package dk.grundskema.solver.check;

import static dk.grundskema.solver.check.CheckerFixture.*;
import static dk.grundskema.solver.fixture.MeetingBuilder.aMeeting;
import static dk.grundskema.solver.fixture.Scenario.aScenario;
import static dk.grundskema.solver.testkit.LessonBuilder.aLesson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dk.grundskema.domain.finding.Figure;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.people.DutyLimit;
import dk.grundskema.domain.people.FreeDates;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.solver.fixture.Scenario;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class DateCheckTest {
    private static final List<String> LIMITS = List.of("core.long-day", "core.rest-between-dates", "core.free-dates");
    private static final WorkRules FREE = new WorkRules(8, 24, null, null, null, 168, 52, LocalTime.of(17, 0));

    private static WorkRules longestDay(int minutes, Level level) {
        return FREE.withDateLimits(new DutyLimit(minutes, level), null, null);
    }

    private static WorkRules restBetweenDates(int minutes, Level level) {
        return FREE.withDateLimits(null, new DutyLimit(minutes, level), null);
    }

    private static WorkRules freeDates(int perWeek, Level level) {
        return FREE.withDateLimits(null, null, new FreeDates(perWeek, level));
    }

    /** The violations of limits of dates only; some plans break the law's rests as well. */
    private static List<RuleViolation> broken(Scenario scenario) {
        return faultsWithFigures(scenario).stream()
                .filter(fault -> LIMITS.stream().anyMatch(fault.rule()::startsWith))
                .toList();
    }

    private static Scenario working(WorkRules rules, String... times) {
        var scenario = aScenario().work(rules);
        for (int i = 0; i < times.length; i++) {
            scenario.meeting(aMeeting("m" + i).at(times[i]).by("anna"));
        }
        return scenario;
    }

    @Test
    void dayThatTakesTheMostMinutesCostsNothingAndEachMinuteMoreCostsOne() {
        assertThat(broken(working(longestDay(480, Level.HARD), "2026-09-07 08:00-09:00", "2026-09-07 14:00-16:00")))
                .isEmpty();
        assertThat(broken(working(longestDay(480, Level.HARD), "2026-09-07 14:00-16:03", "2026-09-07 08:00-09:00")))
                .containsExactly(hard(
                        "core.long-day",
                        3,
                        staff("anna"),
                        date("2026-09-07"),
                        Figure.ofMinutes(483),
                        Figure.ofMinutes(480)));
    }

    @Test
    void nightBelongsToTheDayOnWhichItStarts() {
        assertThat(broken(working(longestDay(600, Level.HARD), "2026-09-07 22:00-06:00", "2026-09-08 07:00-17:00")))
                .isEmpty();
        assertThat(broken(working(longestDay(600, Level.HARD), "2026-09-07 19:00-20:00", "2026-09-07 22:00-06:00")))
                .containsExactly(hard(
                        "core.long-day",
                        60,
                        staff("anna"),
                        date("2026-09-07"),
                        Figure.ofMinutes(660),
                        Figure.ofMinutes(600)));
    }

    @Test
    void shortDutyWithinALongOneEndsNoDay() {
        assertThat(broken(working(longestDay(480, Level.HARD), "2026-09-07 08:00-17:00")
                        .meeting(aMeeting("w")
                                .at("2026-09-07 09:00-10:00")
                                .by("anna")
                                .within("m0"))))
                .containsExactly(hard(
                        "core.long-day",
                        60,
                        staff("anna"),
                        date("2026-09-07"),
                        Figure.ofMinutes(540),
                        Figure.ofMinutes(480)));
    }

    @Test
    void standbyIsNoPartOfTheDay() {
        assertThat(broken(working(longestDay(480, Level.HARD), "2026-09-07 08:00-16:00")
                        .meeting(aMeeting("s")
                                .at("2026-09-07 20:00-23:00")
                                .by("anna")
                                .work(false))))
                .isEmpty();
    }

    @Test
    void lessonsThatTakeLongerCostNothingAndOnlyMinutesBeyondThemCost() {
        assertThat(broken(aScenario()
                        .work(longestDay(480, Level.HARD))
                        .lesson(aLesson("l1").at("2026-09-07 08:00-09:00").by("anna"))
                        .lesson(aLesson("l2").at("2026-09-07 17:00-18:00").by("anna"))))
                .isEmpty();
        assertThat(broken(aScenario()
                        .work(longestDay(480, Level.HARD))
                        .lesson(aLesson("l1").at("2026-09-07 08:00-09:00").by("anna"))
                        .lesson(aLesson("l2").at("2026-09-07 17:00-18:00").by("anna"))
                        .meeting(aMeeting("m").at("2026-09-07 10:00-17:00").by("anna"))))
                .isEmpty();
        assertThat(broken(aScenario()
                        .work(longestDay(480, Level.HARD))
                        .lesson(aLesson("l1").at("2026-09-07 08:00-09:00").by("anna"))
                        .lesson(aLesson("l2").at("2026-09-07 17:00-18:00").by("anna"))
                        .meeting(aMeeting("m").at("2026-09-07 18:00-18:20").by("anna"))))
                .containsExactly(hard(
                        "core.long-day",
                        20,
                        staff("anna"),
                        date("2026-09-07"),
                        Figure.ofMinutes(620),
                        Figure.ofMinutes(480)));
    }

    @Test
    void nightUntilSevenAndAMorningFromAQuarterPastAreTooClose() {
        assertThat(broken(
                        working(restBetweenDates(660, Level.HARD), "2026-09-08 07:15-09:00", "2026-09-07 22:45-07:00")))
                .containsExactly(hard(
                        "core.rest-between-dates",
                        645,
                        staff("anna"),
                        date("2026-09-08"),
                        Figure.ofMinutes(15),
                        Figure.ofMinutes(660),
                        Figure.ofMinutes(645)));
    }

    @Test
    void restOfTheMinutesAskedForCostsNothingAndAMinuteLessCostsOne() {
        assertThat(broken(
                        working(restBetweenDates(660, Level.HARD), "2026-09-07 12:00-21:00", "2026-09-08 08:00-09:00")))
                .isEmpty();
        assertThat(broken(
                        working(restBetweenDates(660, Level.HARD), "2026-09-07 12:00-21:00", "2026-09-08 07:59-09:00")))
                .containsExactly(hard(
                        "core.rest-between-dates",
                        1,
                        staff("anna"),
                        date("2026-09-08"),
                        Figure.ofMinutes(659),
                        Figure.ofMinutes(660),
                        Figure.ofMinutes(1)));
    }

    @Test
    void restWithinADateIsNotAskedFor() {
        assertThat(broken(
                        working(restBetweenDates(660, Level.HARD), "2026-09-07 00:30-06:00", "2026-09-07 07:00-12:00")))
                .isEmpty();
    }

    @Test
    void restBeginsAtTheLatestEndOfADateAndSkipsDatesWithoutDuties() {
        assertThat(broken(working(
                        restBetweenDates(1440, Level.HARD), "2026-09-07 16:00-08:00", "2026-09-09 06:00-07:00")))
                .containsExactly(hard(
                        "core.rest-between-dates",
                        120,
                        staff("anna"),
                        date("2026-09-09"),
                        Figure.ofMinutes(1320),
                        Figure.ofMinutes(1440),
                        Figure.ofMinutes(120)));
    }

    @Test
    void restThatLessonsMissCostsNothingAndADutyCostsWhatItTakesFromIt() {
        assertThat(broken(aScenario()
                        .work(restBetweenDates(660, Level.HARD))
                        .lesson(aLesson("l1").at("2026-09-07 20:00-22:00").by("anna"))
                        .lesson(aLesson("l2").at("2026-09-08 08:00-09:00").by("anna"))))
                .isEmpty();
        assertThat(broken(aScenario()
                        .work(restBetweenDates(660, Level.HARD))
                        .lesson(aLesson("l1").at("2026-09-07 20:00-22:00").by("anna"))
                        .lesson(aLesson("l2").at("2026-09-08 08:00-09:00").by("anna"))
                        .meeting(aMeeting("m").at("2026-09-08 07:30-08:00").by("anna"))))
                .containsExactly(hard(
                        "core.rest-between-dates",
                        30,
                        staff("anna"),
                        date("2026-09-08"),
                        Figure.ofMinutes(570),
                        Figure.ofMinutes(660),
                        Figure.ofMinutes(90)));
    }

    @Test
    void weekWithTheFreeDatesCostsNothingAndEachDateLessCostsOne() {
        assertThat(broken(working(
                        freeDates(2, Level.HARD),
                        "2026-09-07 08:00-12:00",
                        "2026-09-08 08:00-12:00",
                        "2026-09-09 08:00-12:00",
                        "2026-09-10 08:00-12:00",
                        "2026-09-11 08:00-12:00")))
                .isEmpty();
        assertThat(broken(working(
                        freeDates(2, Level.HARD),
                        "2026-09-07 08:00-12:00",
                        "2026-09-08 08:00-12:00",
                        "2026-09-09 08:00-12:00",
                        "2026-09-10 08:00-12:00",
                        "2026-09-11 08:00-12:00",
                        "2026-09-12 08:00-09:00")))
                .containsExactly(hard("core.free-dates", 1, staff("anna"), week("2026-W37"), new Figure(2)));
        assertThat(broken(working(
                        freeDates(2, Level.HARD),
                        "2026-09-07 08:00-12:00",
                        "2026-09-08 08:00-12:00",
                        "2026-09-09 08:00-12:00",
                        "2026-09-10 08:00-12:00",
                        "2026-09-11 08:00-12:00",
                        "2026-09-13 08:00-09:00",
                        "2026-09-12 08:00-09:00")))
                .containsExactly(hard("core.free-dates", 2, staff("anna"), week("2026-W37"), new Figure(2)));
    }

    @Test
    void nightTakesBothItsDatesUnlessItEndsAtMidnight() {
        assertThat(broken(working(
                        freeDates(2, Level.HARD),
                        "2026-09-07 08:00-12:00",
                        "2026-09-08 08:00-12:00",
                        "2026-09-09 08:00-12:00",
                        "2026-09-10 08:00-12:00",
                        "2026-09-11 08:00-12:00",
                        "2026-09-11 22:00-07:00")))
                .containsExactly(hard("core.free-dates", 1, staff("anna"), week("2026-W37"), new Figure(2)));
        assertThat(broken(working(
                        freeDates(2, Level.HARD),
                        "2026-09-07 08:00-12:00",
                        "2026-09-08 08:00-12:00",
                        "2026-09-09 08:00-12:00",
                        "2026-09-10 08:00-12:00",
                        "2026-09-11 08:00-12:00",
                        "2026-09-11 22:00-00:00")))
                .isEmpty();
    }

    @Test
    void nightOverSundayTakesTheMondayOfTheNextWeek() {
        assertThat(broken(working(freeDates(6, Level.HARD), "2026-09-13 22:00-07:00", "2026-09-15 08:00-09:00")
                        .horizon("2026-W37", 2)))
                .containsExactly(hard("core.free-dates", 1, staff("anna"), week("2026-W38"), new Figure(6)));
    }

    @Test
    void datesThatLessonsTakeAreNotMissing() {
        assertThat(broken(aScenario()
                        .work(freeDates(2, Level.HARD))
                        .lesson(aLesson("l0").at("2026-09-07 08:00-09:00").by("anna"))
                        .lesson(aLesson("l1").at("2026-09-08 08:00-09:00").by("anna"))
                        .lesson(aLesson("l2").at("2026-09-09 08:00-09:00").by("anna"))
                        .lesson(aLesson("l3").at("2026-09-10 08:00-09:00").by("anna"))
                        .lesson(aLesson("l4").at("2026-09-11 08:00-09:00").by("anna"))
                        .lesson(aLesson("l5").at("2026-09-12 08:00-09:00").by("anna"))
                        .meeting(aMeeting("m").at("2026-09-12 10:00-11:00").by("anna"))))
                .isEmpty();
        assertThat(broken(aScenario()
                        .work(freeDates(2, Level.HARD))
                        .lesson(aLesson("l0").at("2026-09-07 08:00-09:00").by("anna"))
                        .lesson(aLesson("l1").at("2026-09-08 08:00-09:00").by("anna"))
                        .lesson(aLesson("l2").at("2026-09-09 08:00-09:00").by("anna"))
                        .lesson(aLesson("l3").at("2026-09-10 08:00-09:00").by("anna"))
                        .lesson(aLesson("l4").at("2026-09-11 08:00-09:00").by("anna"))
                        .lesson(aLesson("l5").at("2026-09-12 08:00-09:00").by("anna"))
                        .meeting(aMeeting("m").at("2026-09-13 10:00-11:00").by("anna"))))
                .containsExactly(hard("core.free-dates", 1, staff("anna"), week("2026-W37"), new Figure(2)));
    }

    @Test
    void guidelinesAreReportedAsSuchAndWishesAreNot() {
        var guideline = FREE.withDateLimits(
                new DutyLimit(60, Level.MEDIUM), new DutyLimit(1440, Level.MEDIUM), new FreeDates(6, Level.MEDIUM));
        String[] times = {"2026-09-07 08:00-10:00", "2026-09-08 08:00-08:30"};
        assertThat(broken(working(guideline, times)))
                .extracting(RuleViolation::rule, RuleViolation::level, RuleViolation::amount)
                .containsExactlyInAnyOrder(
                        tuple("core.long-day-guideline", Level.MEDIUM, 60L),
                        tuple("core.rest-between-dates-guideline", Level.MEDIUM, 120L),
                        tuple("core.free-dates-guideline", Level.MEDIUM, 1L));
        var wish = FREE.withDateLimits(
                new DutyLimit(60, Level.SOFT), new DutyLimit(1440, Level.SOFT), new FreeDates(6, Level.SOFT));
        assertThat(broken(working(wish, times))).isEmpty();
    }
}
