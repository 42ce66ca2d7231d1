package dk.grundskema.plugins.camp;

import static dk.grundskema.plugins.camp.CampBuilder.MONDAY;
import static dk.grundskema.plugins.camp.CampBuilder.TUESDAY;
import static dk.grundskema.plugins.camp.CampBuilder.WEEK;
import static dk.grundskema.plugins.camp.CampBuilder.bench;
import static dk.grundskema.plugins.camp.CampBuilder.block;
import static dk.grundskema.plugins.camp.CampBuilder.day;
import static dk.grundskema.plugins.camp.CampBuilder.module;
import static dk.grundskema.plugins.camp.CampBuilder.smallCamp;
import static dk.grundskema.plugins.camp.CampReportFixture.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.fidelity.Ask.Status;
import dk.grundskema.domain.fidelity.Shortfall;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.testkit.RuleBench;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The camp's frame and habits: length, base timetable, from morning to evening, rituals, meals, sleep, logbook. */
class StructureFidelityTest {
    /** Returns an ask of a plan in which somebody is in each seat. */
    private static Ask ask(RuleBench bench, String name) {
        return CampReportFixture.ask(bench, seated(bench.timetable()), name);
    }

    private static Ask ask(RuleBench bench, Timetable timetable, String name) {
        return CampReportFixture.ask(bench, seated(timetable), name);
    }

    private static RuleBench weeks(int count) {
        return bench(smallCamp().horizonWeeks(count).weeks(count));
    }

    @ParameterizedTest
    @CsvSource({"2, SHORT, 3, 1", "3, MET, 3, 0", "4, MET, 3, 0", "5, SHORT, 4, 1"})
    void lengthOfThreeOrFourWeeksIsAsked(int weeks, Status status, long asked, long shortBy) {
        assertThat(ask(weeks(weeks), "length"))
                .extracting(Ask::status, Ask::asked, Ask::given, Ask::shortBy)
                .containsExactly(status, asked, (long) weeks, shortBy);
    }

    @Test
    void shortCampIsShortOfTheWholeCamp() {
        assertThat(ask(weeks(1), "length").places())
                .containsExactly(new Shortfall(List.of(new InterventionId("camp")), 2, because("shorter", 1)));
    }

    @Test
    void sizeIsInformationalAndNeverShort() {
        assertThat(ask(weeks(1), "size"))
                .extracting(Ask::status, Ask::asked, Ask::given, Ask::shortBy)
                .containsExactly(Status.NOTED, 20L, 6L, 0L);
    }

    @Test
    void daysByTheBaseTimetableMeetTheAsk() {
        assertThat(ask(weeks(1), "base-timetable"))
                .extracting(Ask::status, Ask::asked, Ask::given)
                .containsExactly(Status.MET, 2L, 2L);
    }

    @Test
    void dayThatLacksABlockIsShortAndTheBlockNamed() {
        var bench = weeks(1);
        var cut = without(bench.timetable(), "camp/all/2026-09-08/lunch");

        assertThat(ask(bench, cut, "base-timetable").places())
                .containsExactly(at(because("block-missing", "Lunch", LocalTime.of(12, 0)), TUESDAY));
    }

    @Test
    void lockIsTheReasonForABlockLockedElsewhere() {
        var bench = bench(smallCamp().lockTime(MONDAY_1, MONDAY, "09:15", "10:30"));

        assertThat(ask(bench, "base-timetable").places())
                .containsExactly(at(because("block-locked-elsewhere", "Module 1", LocalTime.of(9, 0)), MONDAY));
    }

    @Test
    void blockMissingInTheBaseTimetableIsShort() {
        var bench = bench(smallCamp().lockTime(MONDAY_1, TUESDAY, "15:00", "16:30"));

        assertThat(ask(bench, "base-timetable").places())
                .extracting(
                        place -> place.where().getFirst(), place -> place.why().code())
                .containsExactly(
                        tuple(MONDAY, "camp.why.block-locked-elsewhere"), tuple(TUESDAY, "camp.why.block-extra"));
    }

    private static Ask morningToEvening(String start, String end) {
        return ask(
                bench(smallCamp()
                        .days(day(
                                "day",
                                "1 2",
                                module("module-1", start, "10:30"),
                                block("evening", Block.Kind.EVENING, "16:00", end)))),
                "morning-to-evening");
    }

    @Test
    void dayBeginsByNineAndLastsUntilSix() {
        assertThat(morningToEvening("09:00", "18:00"))
                .extracting(Ask::status, Ask::asked)
                .containsExactly(Status.MET, 2L);
    }

    @Test
    void dayThatBeginsAMinuteLaterIsShort() {
        assertThat(morningToEvening("09:01", "18:00").places())
                .containsExactly(
                        at(because("begins-late", LocalTime.of(9, 1)), MONDAY),
                        at(because("begins-late", LocalTime.of(9, 1)), TUESDAY));
    }

    @Test
    void dayThatEndsAMinuteEarlierIsShort() {
        assertThat(morningToEvening("09:00", "17:59").places())
                .containsExactly(at(because("ends-early", LocalTime.of(17, 59)), MONDAY));
    }

    @Test
    void evenADayIntoTheNightLastsUntilEvening() {
        assertThat(morningToEvening("09:00", "01:00").status()).isEqualTo(Status.MET);
    }

    @Test
    void ritualOnEachDayIsAsked() {
        var camp = smallCamp()
                .days(
                        day("with", "1", block("assembly", Block.Kind.RITUAL, "08:00", "08:30")),
                        day("without", "2", module("module-1", "09:00", "10:30")));

        assertThat(ask(bench(camp), "rituals"))
                .extracting(Ask::asked, Ask::given, Ask::places)
                .containsExactly(2L, 1L, List.of(at(because("not-in-base-timetable", "without"), TUESDAY)));
    }

    @Test
    void ritualMissingOnOneDayIsReported() {
        var bench = bench(smallCamp().blocks(block("assembly", Block.Kind.RITUAL, "08:00", "08:30")));
        var cut = without(bench.timetable(), "camp/all/2026-09-07/assembly");

        assertThat(ask(bench, cut, "rituals").places()).containsExactly(at(because("dropped"), MONDAY));
    }

    @Test
    void moduleOfBodyAndMovementCountsAsMovementOfItsTeam() {
        var camp = smallCamp().subjects(CampBuilder.subject("movement", 1, 1, ""));
        var bench = bench(camp).host("camp/camp-team-1/2026-W37/movement/1", MONDAY_1);

        assertThat(ask(bench, "movement")).extracting(Ask::asked, Ask::given).containsExactly(2L, 1L);
        assertThat(ask(bench, "movement").places())
                .extracting(place -> place.where().getFirst())
                .containsExactly(TUESDAY);
    }

    @Test
    void twoMealsOnEachDayAreAsked() {
        assertThat(ask(weeks(1), "meals").shortBy()).isEqualTo(2);
        assertThat(ask(
                                bench(smallCamp()
                                        .blocks(
                                                CampBuilder.lunch(),
                                                block("dinner", Block.Kind.MEAL, "17:00", "18:00"))),
                                "meals")
                        .status())
                .isEqualTo(Status.MET);
    }

    private static Ask sleep(String until) {
        return ask(bench(smallCamp().blocks(block("night", Block.Kind.NIGHT, "23:00", until))), "sleep");
    }

    @Test
    void eightHoursOfSleepAreTheFewest() {
        assertThat(sleep("07:00")).extracting(Ask::status, Ask::asked).containsExactly(Status.MET, 2L);
        assertThat(sleep("06:59").places())
                .containsExactly(at(because("short-night", 479L), MONDAY), at(because("short-night", 479L), TUESDAY));
    }

    @Test
    void sleepIsNotApplicableToADayCamp() {
        assertThat(ask(weeks(1), "sleep").status()).isEqualTo(Status.NOT_APPLICABLE);
    }

    private static Ask logbook(String quietDays) {
        var module = module("module-1", "09:00", "10:30");
        return ask(
                bench(smallCamp()
                        .days(
                                day(
                                        "quiet",
                                        quietDays,
                                        module,
                                        block("quiet", Block.Kind.QUIET_HOUR, "16:00", "17:00")),
                                day("loud", "4 5", module))),
                "logbook");
    }

    @Test
    void threeDaysAWeekHaveTimeForTheLogbook() {
        assertThat(logbook("1 2 3")).extracting(Ask::status, Ask::asked).containsExactly(Status.MET, 3L);
        assertThat(logbook("1 2").places())
                .containsExactly(new Shortfall(List.of(WEEK), 1, because("no-quiet-hour", 2L)));
    }

    @Test
    void weekWithFewerDaysIsAskedForFewer() {
        assertThat(ask(weeks(1), "logbook")).extracting(Ask::asked, Ask::given).containsExactly(2L, 0L);
    }

    @Test
    void closedDayIsNoDayOfTheCamp() {
        var bench = bench(smallCamp().closed("2026-09-08"));

        assertThat(ask(bench, "base-timetable").asked()).isEqualTo(1);
    }

    @Test
    void overnightCampOfTheDefaultsHasItsFrame() {
        var bench = bench(smallCamp()
                .overnight()
                .horizonWeeks(3)
                .weeks(3)
                .firstDay("2026-09-07")
                .lastDay("2026-09-25"));

        for (String name : List.of(
                "length", "base-timetable", "morning-to-evening", "rituals", "movement", "meals", "sleep", "logbook")) {
            assertThat(ask(bench, name).status()).as(name).isEqualTo(Status.MET);
        }
        assertThat(ask(bench, "base-timetable").asked()).isEqualTo(19);
        assertThat(ask(bench, "sleep").asked()).isEqualTo(18);
    }
}
