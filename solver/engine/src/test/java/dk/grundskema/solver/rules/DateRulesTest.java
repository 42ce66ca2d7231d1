package dk.grundskema.solver.rules;

import static dk.grundskema.solver.fixture.MeetingBuilder.aMeeting;
import static dk.grundskema.solver.fixture.Scenario.aScenario;
import static dk.grundskema.solver.rules.RuleTrials.*;
import static dk.grundskema.solver.testkit.LessonBuilder.aLesson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dk.grundskema.domain.finding.Figure;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.people.DutyLimit;
import dk.grundskema.domain.people.FreeDates;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.domain.timetable.RuleResult;
import dk.grundskema.solver.fixture.Scenario;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateRulesTest {
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

    private static Scenario working(WorkRules rules, String... times) {
        var scenario = aScenario().work(rules);
        for (int i = 0; i < times.length; i++) {
            scenario.meeting(aMeeting("m" + i).at(times[i]).by("anna"));
        }
        return scenario;
    }

    @Test
    void dayThatTakesTheMostMinutesCostsNothingAndEachMinuteMoreCostsOne() {
        assertThat(chargesWithFigures(
                        "core.long-day",
                        working(longestDay(480, Level.HARD), "2026-09-07 08:00-09:00", "2026-09-07 14:00-16:00")))
                .isEmpty();
        assertThat(chargesWithFigures(
                        "core.long-day",
                        working(longestDay(480, Level.HARD), "2026-09-07 14:00-16:03", "2026-09-07 08:00-09:00")))
                .containsExactly(
                        charge(3, staff("anna"), date("2026-09-07"), Figure.ofMinutes(483), Figure.ofMinutes(480)));
    }

    @Test
    void nightBelongsToTheDayOnWhichItStarts() {
        assertThat(chargesWithFigures(
                        "core.long-day",
                        working(longestDay(600, Level.HARD), "2026-09-07 22:00-06:00", "2026-09-08 07:00-17:00")))
                .isEmpty();
        assertThat(chargesWithFigures(
                        "core.long-day",
                        working(longestDay(600, Level.HARD), "2026-09-07 19:00-20:00", "2026-09-07 22:00-06:00")))
                .containsExactly(
                        charge(60, staff("anna"), date("2026-09-07"), Figure.ofMinutes(660), Figure.ofMinutes(600)));
    }

    @Test
    void shortDutyWithinALongOneEndsNoDay() {
        assertThat(chargesWithFigures(
                        "core.long-day",
                        working(longestDay(480, Level.HARD), "2026-09-07 08:00-17:00")
                                .meeting(aMeeting("w")
                                        .at("2026-09-07 09:00-10:00")
                                        .by("anna")
                                        .within("m0"))))
                .containsExactly(
                        charge(60, staff("anna"), date("2026-09-07"), Figure.ofMinutes(540), Figure.ofMinutes(480)));
    }

    @Test
    void standbyIsNoPartOfTheDay() {
        assertThat(chargesWithFigures(
                        "core.long-day",
                        working(longestDay(480, Level.HARD), "2026-09-07 08:00-16:00")
                                .meeting(aMeeting("s")
                                        .at("2026-09-07 20:00-23:00")
                                        .by("anna")
                                        .work(false))))
                .isEmpty();
    }

    @Test
    void lessonsThatTakeLongerCostNothingAndOnlyMinutesBeyondThemCost() {
        assertThat(chargesWithFigures(
                        "core.long-day",
                        aScenario()
                                .work(longestDay(480, Level.HARD))
                                .lesson(aLesson("l1")
                                        .at("2026-09-07 08:00-09:00")
                                        .by("anna"))
                                .lesson(aLesson("l2")
                                        .at("2026-09-07 17:00-18:00")
                                        .by("anna"))))
                .isEmpty();
        assertThat(chargesWithFigures(
                        "core.long-day",
                        aScenario()
                                .work(longestDay(480, Level.HARD))
                                .lesson(aLesson("l1")
                                        .at("2026-09-07 08:00-09:00")
                                        .by("anna"))
                                .lesson(aLesson("l2")
                                        .at("2026-09-07 17:00-18:00")
                                        .by("anna"))
                                .meeting(aMeeting("m")
                                        .at("2026-09-07 10:00-18:00")
                                        .by("anna"))))
                .isEmpty();
        assertThat(chargesWithFigures(
                        "core.long-day",
                        aScenario()
                                .work(longestDay(480, Level.HARD))
                                .lesson(aLesson("l1")
                                        .at("2026-09-07 08:00-09:00")
                                        .by("anna"))
                                .lesson(aLesson("l2")
                                        .at("2026-09-07 17:00-18:00")
                                        .by("anna"))
                                .meeting(aMeeting("m")
                                        .at("2026-09-07 18:00-18:20")
                                        .by("anna"))))
                .containsExactly(
                        charge(20, staff("anna"), date("2026-09-07"), Figure.ofMinutes(620), Figure.ofMinutes(480)));
    }

    @Test
    void nightUntilSevenAndAMorningFromAQuarterPastAreTooClose() {
        assertThat(chargesWithFigures(
                        "core.rest-between-dates",
                        working(restBetweenDates(660, Level.HARD), "2026-09-08 07:15-09:00", "2026-09-07 22:45-07:00")))
                .containsExactly(charge(
                        645,
                        staff("anna"),
                        date("2026-09-08"),
                        Figure.ofMinutes(15),
                        Figure.ofMinutes(660),
                        Figure.ofMinutes(645)));
    }

    @Test
    void restOfTheMinutesAskedForCostsNothingAndAMinuteLessCostsOne() {
        assertThat(chargesWithFigures(
                        "core.rest-between-dates",
                        working(restBetweenDates(660, Level.HARD), "2026-09-07 12:00-21:00", "2026-09-08 08:00-09:00")))
                .isEmpty();
        assertThat(chargesWithFigures(
                        "core.rest-between-dates",
                        working(restBetweenDates(660, Level.HARD), "2026-09-07 12:00-21:00", "2026-09-08 07:59-09:00")))
                .containsExactly(charge(
                        1,
                        staff("anna"),
                        date("2026-09-08"),
                        Figure.ofMinutes(659),
                        Figure.ofMinutes(660),
                        Figure.ofMinutes(1)));
    }

    @Test
    void restWithinADateIsNotAskedFor() {
        assertThat(chargesWithFigures(
                        "core.rest-between-dates",
                        working(restBetweenDates(660, Level.HARD), "2026-09-07 00:30-06:00", "2026-09-07 07:00-12:00")))
                .isEmpty();
    }

    @Test
    void restBeginsAtTheLatestEndOfADateAndSkipsDatesWithoutDuties() {
        assertThat(chargesWithFigures(
                        "core.rest-between-dates",
                        working(
                                restBetweenDates(1440, Level.HARD),
                                "2026-09-07 16:00-08:00",
                                "2026-09-09 06:00-07:00")))
                .containsExactly(charge(
                        120,
                        staff("anna"),
                        date("2026-09-09"),
                        Figure.ofMinutes(1320),
                        Figure.ofMinutes(1440),
                        Figure.ofMinutes(120)));
    }

    @Test
    void restThatLessonsMissCostsNothingAndADutyCostsWhatItTakesFromIt() {
        assertThat(chargesWithFigures(
                        "core.rest-between-dates",
                        aScenario()
                                .work(restBetweenDates(660, Level.HARD))
                                .lesson(aLesson("l1")
                                        .at("2026-09-07 20:00-22:00")
                                        .by("anna"))
                                .lesson(aLesson("l2")
                                        .at("2026-09-08 08:00-09:00")
                                        .by("anna"))))
                .isEmpty();
        assertThat(chargesWithFigures(
                        "core.rest-between-dates",
                        aScenario()
                                .work(restBetweenDates(660, Level.HARD))
                                .lesson(aLesson("l1")
                                        .at("2026-09-07 20:00-22:00")
                                        .by("anna"))
                                .lesson(aLesson("l2")
                                        .at("2026-09-08 08:00-09:00")
                                        .by("anna"))
                                .meeting(aMeeting("m")
                                        .at("2026-09-08 07:30-08:00")
                                        .by("anna"))))
                .containsExactly(charge(
                        30,
                        staff("anna"),
                        date("2026-09-08"),
                        Figure.ofMinutes(570),
                        Figure.ofMinutes(660),
                        Figure.ofMinutes(90)));
    }

    @Test
    void weekWithTheFreeDatesCostsNothingAndEachDateLessCostsOne() {
        assertThat(chargesWithFigures(
                        "core.free-dates",
                        working(
                                freeDates(2, Level.HARD),
                                "2026-09-07 08:00-12:00",
                                "2026-09-08 08:00-12:00",
                                "2026-09-09 08:00-12:00",
                                "2026-09-10 08:00-12:00",
                                "2026-09-11 08:00-12:00")))
                .isEmpty();
        assertThat(chargesWithFigures(
                        "core.free-dates",
                        working(
                                freeDates(2, Level.HARD),
                                "2026-09-07 08:00-12:00",
                                "2026-09-08 08:00-12:00",
                                "2026-09-09 08:00-12:00",
                                "2026-09-10 08:00-12:00",
                                "2026-09-11 08:00-12:00",
                                "2026-09-12 08:00-09:00")))
                .containsExactly(charge(1, staff("anna"), week("2026-W37"), new Figure(2)));
        assertThat(chargesWithFigures(
                        "core.free-dates",
                        working(
                                freeDates(2, Level.HARD),
                                "2026-09-07 08:00-12:00",
                                "2026-09-08 08:00-12:00",
                                "2026-09-09 08:00-12:00",
                                "2026-09-10 08:00-12:00",
                                "2026-09-11 08:00-12:00",
                                "2026-09-13 08:00-09:00",
                                "2026-09-12 08:00-09:00")))
                .containsExactly(charge(2, staff("anna"), week("2026-W37"), new Figure(2)));
    }

    @Test
    void nightTakesBothItsDatesUnlessItEndsAtMidnight() {
        assertThat(chargesWithFigures(
                        "core.free-dates",
                        working(
                                freeDates(2, Level.HARD),
                                "2026-09-07 08:00-12:00",
                                "2026-09-08 08:00-12:00",
                                "2026-09-09 08:00-12:00",
                                "2026-09-10 08:00-12:00",
                                "2026-09-11 08:00-12:00",
                                "2026-09-11 22:00-07:00")))
                .containsExactly(charge(1, staff("anna"), week("2026-W37"), new Figure(2)));
        assertThat(chargesWithFigures(
                        "core.free-dates",
                        working(
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
        assertThat(chargesWithFigures(
                        "core.free-dates",
                        working(freeDates(6, Level.HARD), "2026-09-13 22:00-07:00", "2026-09-15 08:00-09:00")
                                .horizon("2026-W37", 2)))
                .containsExactly(charge(1, staff("anna"), week("2026-W38"), new Figure(6)));
    }

    @Test
    void datesThatLessonsTakeAreNotMissing() {
        assertThat(chargesWithFigures(
                        "core.free-dates",
                        aScenario()
                                .work(freeDates(2, Level.HARD))
                                .lesson(aLesson("l0")
                                        .at("2026-09-07 08:00-09:00")
                                        .by("anna"))
                                .lesson(aLesson("l1")
                                        .at("2026-09-08 08:00-09:00")
                                        .by("anna"))
                                .lesson(aLesson("l2")
                                        .at("2026-09-09 08:00-09:00")
                                        .by("anna"))
                                .lesson(aLesson("l3")
                                        .at("2026-09-10 08:00-09:00")
                                        .by("anna"))
                                .lesson(aLesson("l4")
                                        .at("2026-09-11 08:00-09:00")
                                        .by("anna"))
                                .lesson(aLesson("l5")
                                        .at("2026-09-12 08:00-09:00")
                                        .by("anna"))
                                .meeting(aMeeting("m")
                                        .at("2026-09-12 10:00-11:00")
                                        .by("anna"))))
                .isEmpty();
        assertThat(chargesWithFigures(
                        "core.free-dates",
                        aScenario()
                                .work(freeDates(2, Level.HARD))
                                .lesson(aLesson("l0")
                                        .at("2026-09-07 08:00-09:00")
                                        .by("anna"))
                                .lesson(aLesson("l1")
                                        .at("2026-09-08 08:00-09:00")
                                        .by("anna"))
                                .lesson(aLesson("l2")
                                        .at("2026-09-09 08:00-09:00")
                                        .by("anna"))
                                .lesson(aLesson("l3")
                                        .at("2026-09-10 08:00-09:00")
                                        .by("anna"))
                                .lesson(aLesson("l4")
                                        .at("2026-09-11 08:00-09:00")
                                        .by("anna"))
                                .lesson(aLesson("l5")
                                        .at("2026-09-12 08:00-09:00")
                                        .by("anna"))
                                .meeting(aMeeting("m")
                                        .at("2026-09-13 10:00-11:00")
                                        .by("anna"))))
                .containsExactly(charge(1, staff("anna"), week("2026-W37"), new Figure(2)));
    }

    @ParameterizedTest
    @CsvSource({"HARD, ''", "MEDIUM, -guideline", "SOFT, -wish"})
    void eachLimitIsARuleOfItsLevelAndOfNoOther(Level level, String suffix) {
        var rules = FREE.withDateLimits(new DutyLimit(60, level), new DutyLimit(1440, level), new FreeDates(6, level));
        Scenario scenario = working(rules, "2026-09-07 08:00-10:00", "2026-09-08 08:00-08:30");

        assertThat(resultsOfLimits(scenario))
                .extracting(RuleResult::id, RuleResult::level, RuleResult::count)
                .containsExactlyInAnyOrder(
                        tuple("core.long-day" + suffix, level, 1),
                        tuple("core.rest-between-dates" + suffix, level, 1),
                        tuple("core.free-dates" + suffix, level, 1));
    }

    @Test
    void planWithoutSuchLimitsHasNoneOfTheRules() {
        assertThat(resultsOfLimits(working(FREE, "2026-09-07 08:00-10:00"))).isEmpty();
    }

    private static List<RuleResult> resultsOfLimits(Scenario scenario) {
        return trialAsHeld(scenario).results().stream()
                .filter(result -> LIMITS.stream().anyMatch(result.id()::startsWith))
                .toList();
    }
}
