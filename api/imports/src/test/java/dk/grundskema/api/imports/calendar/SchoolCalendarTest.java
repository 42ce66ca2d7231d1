package dk.grundskema.api.imports.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.grundskema.domain.finding.InvalidValueException;
import dk.grundskema.domain.time.DateSpan;
import dk.grundskema.domain.time.Easter;
import dk.grundskema.domain.time.IsoWeek;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Dates as Danish municipalities have published them. */
class SchoolCalendarTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Copenhagen");

    private static SchoolCalendar usual(int begins) {
        return SchoolCalendar.of(new SchoolYear(begins), CalendarWishes.defaults());
    }

    private static List<LocalDate> days(String... texts) {
        return Stream.of(texts)
                .flatMap(text -> {
                    var ends = text.split("\\.\\.", -1);
                    LocalDate from = LocalDate.parse(ends[0]);
                    return from.datesUntil(
                            LocalDate.parse(ends[ends.length - 1]).plusDays(1));
                })
                .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0)
                .toList();
    }

    @Test
    void theSchoolYear2024IsAsMunicipalitiesHadIt() {
        var calendar = usual(2024);

        assertThat(calendar.firstDay()).isEqualTo("2024-08-12");
        assertThat(calendar.lastDay()).isEqualTo("2025-06-27");
        assertThat(calendar.closed())
                .containsExactlyElementsOf(days(
                        "2024-10-14..2024-10-18",
                        "2024-12-23..2025-01-03",
                        "2025-02-10..2025-02-14",
                        "2025-04-14..2025-04-21",
                        "2025-05-29..2025-05-30",
                        "2025-06-05",
                        "2025-06-09"));
    }

    @Test
    void theSchoolYear2025HasTwoHundredDays() {
        var calendar = usual(2025);

        assertThat(calendar.firstDay()).isEqualTo("2025-08-11");
        assertThat(calendar.lastDay()).isEqualTo("2026-06-26");
        assertThat(calendar.closed())
                .containsExactlyElementsOf(days(
                        "2025-10-13..2025-10-17",
                        "2025-12-22..2026-01-02",
                        "2026-02-09..2026-02-13",
                        "2026-03-30..2026-04-06",
                        "2026-05-14..2026-05-15",
                        "2026-05-25",
                        "2026-06-05"));
        assertThat(calendar.schoolDays()).hasSize(200);
    }

    @Test
    void theSchoolYear2026HasAWeek53AndA5JuneOnASaturday() {
        var calendar = usual(2026);

        assertThat(calendar.firstDay()).isEqualTo("2026-08-10");
        assertThat(calendar.lastDay()).isEqualTo("2027-06-25");
        assertThat(calendar.closed())
                .containsExactlyElementsOf(days(
                        "2026-10-12..2026-10-16",
                        "2026-12-23..2027-01-01",
                        "2027-02-15..2027-02-19",
                        "2027-03-22..2027-03-29",
                        "2027-05-06..2027-05-07",
                        "2027-05-17"));
        var horizon = calendar.horizon(null, null, ZONE);
        assertThat(horizon.firstWeek()).isEqualTo(new IsoWeek(2026, 33));
        assertThat(horizon.allWeeks())
                .hasSize(46)
                .containsSequence(new IsoWeek(2026, 52), new IsoWeek(2026, 53), new IsoWeek(2027, 1));
        assertThat(horizon.closedDays()).isEqualTo(calendar.closed());
    }

    @Test
    void greatPrayerDayWasAHolidayUntil2023() {
        assertThat(usual(2022).isOpen(LocalDate.parse("2023-05-05"))).isFalse();
        assertThat(usual(2023).isOpen(LocalDate.parse("2024-04-26"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2000,2000-04-23",
        "2008,2008-03-23",
        "2011,2011-04-24",
        "2019,2019-04-21",
        "2038,2038-04-25",
        "2076,2076-04-19"
    })
    void easterIsWhenTheChurchHasIt(int year, LocalDate sunday) {
        assertThat(Easter.easterSunday(year)).isEqualTo(sunday);
    }

    @Test
    void aSingleDayBetweenAWeekendAndChristmasIsFreeToo() {
        assertThat(usual(2025).isOpen(LocalDate.parse("2025-12-22"))).isFalse();
        assertThat(usual(2026).isOpen(LocalDate.parse("2026-12-22"))).isTrue();
        assertThat(usual(2024).isOpen(LocalDate.parse("2025-01-03"))).isFalse();
        assertThat(usual(2023).isOpen(LocalDate.parse("2024-01-03"))).isTrue();
    }

    @Test
    void aSchoolCanHaveItOtherwise() {
        var wishes = new CalendarWishes(
                LocalDate.parse("2026-08-12"),
                LocalDate.parse("2027-06-23"),
                43,
                8,
                true,
                List.of(span("2026-11-02", "2026-11-03")),
                List.of(span("2027-05-07", "2027-05-07")));

        var calendar = SchoolCalendar.of(new SchoolYear(2026), wishes);

        assertThat(calendar.closed())
                .contains(LocalDate.parse("2026-08-10"), LocalDate.parse("2026-08-11")) // its first week begins later
                .contains(LocalDate.parse("2027-06-24"), LocalDate.parse("2027-06-25"))
                .containsAll(days("2026-10-19..2026-10-23", "2027-02-22..2027-02-26", "2026-11-02..2026-11-03"))
                .doesNotContain(LocalDate.parse("2026-10-12"), LocalDate.parse("2027-05-07"));
        assertThat(calendar.isOpen(LocalDate.parse("2026-08-12"))).isTrue();
        assertThat(calendar.isOpen(LocalDate.parse("2027-06-24"))).isFalse();
    }

    @Test
    void holidaysCanBeLeftOut() {
        var none = new CalendarWishes(null, null, 0, 0, false, List.of(), List.of());

        assertThat(SchoolCalendar.of(new SchoolYear(2026), none).closed()).isEmpty();
    }

    @Test
    void termsAreWhatLiesBetweenHolidays() {
        assertThat(usual(2026).terms())
                .containsExactly(
                        span("2026-08-10", "2026-10-09"),
                        span("2026-10-19", "2026-12-22"),
                        span("2027-01-04", "2027-02-12"),
                        span("2027-02-22", "2027-03-19"),
                        span("2027-03-30", "2027-05-05"),
                        span("2027-05-10", "2027-05-14"),
                        span("2027-05-18", "2027-06-25"));
    }

    private static DateSpan span(String from, String until) {
        return new DateSpan(LocalDate.parse(from), LocalDate.parse(until));
    }

    @Test
    void someWeeksOfItHaveOnlyTheirOwnClosedDays() {
        var horizon = usual(2026).horizon(new IsoWeek(2026, 51), new IsoWeek(2027, 1), ZONE);

        assertThat(horizon.weeks()).isEqualTo(4);
        assertThat(horizon.closedDays()).containsExactlyElementsOf(days("2026-12-23..2027-01-01"));
    }

    static IntStream schoolYears() {
        return IntStream.rangeClosed(2020, 2090);
    }

    @ParameterizedTest
    @MethodSource("schoolYears")
    void everySchoolYearIsOne(int begins) {
        var calendar = usual(begins);

        assertThat(calendar.firstDay().getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
        assertThat(calendar.lastDay().getDayOfWeek()).isEqualTo(DayOfWeek.FRIDAY);
        assertThat(calendar.lastDay()).isBetween(LocalDate.of(begins + 1, 6, 23), LocalDate.of(begins + 1, 6, 29));
        assertThat(calendar.weeks()).isBetween(45, 47);
        assertThat(calendar.fitsHorizon()).isTrue();
        assertThat(calendar.schoolDays()).hasSizeBetween(194, 209);
        assertThat(calendar.closed()).hasSizeBetween(26, 31);
        assertThat(calendar.horizon(null, null, ZONE).closedDays()).isEqualTo(calendar.closed());
        var inTerms = calendar.terms().stream()
                .flatMap(term -> term.from().datesUntil(term.until().plusDays(1)))
                .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0)
                .toList();
        assertThat(inTerms).isEqualTo(calendar.schoolDays());
    }

    @Test
    void easterIsASundayOfItsTime() {
        for (int year = 2000; year <= 2099; year++) {
            LocalDate easter = Easter.easterSunday(year);

            assertThat(easter.getDayOfWeek()).isEqualTo(DayOfWeek.SUNDAY);
            assertThat(easter).isBetween(LocalDate.of(year, 3, 22), LocalDate.of(year, 4, 25));
        }
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"2026/27,2026", "2026-2027,2026", " 2026/2027 ,2026", "2099/00,-", "2026/28,-", "2026,-", "26/27,-"
            })
    void aSchoolYearIsWrittenInSeveralWays(String text, Integer begins) {
        assertThat(SchoolYear.parse(text).map(SchoolYear::begins).orElse(null)).isEqualTo(begins);
    }

    @Test
    void julyBelongsToTheYearThatHasEnded() {
        assertThat(SchoolYear.of(LocalDate.parse("2026-07-31"))).hasToString("2025/26");
        assertThat(SchoolYear.of(LocalDate.parse("2026-08-01"))).hasToString("2026/27");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-01,2027-07-23,true",
        "2026-05-31,2027-06-25,false",
        "2026-08-10,2027-08-31,true",
        "2026-08-10,2027-09-01,false",
        "2026-06-01,2027-07-26,false"
    })
    void itsDaysLieAroundTheSchoolYearInSixtyWeeksAtMost(LocalDate first, LocalDate last, boolean fits) {
        var wishes = new CalendarWishes(first, last, 42, 7, true, List.of(), List.of());

        assertThat(SchoolCalendar.of(new SchoolYear(2026), wishes).fitsHorizon())
                .isEqualTo(fits);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2026-08-10,2026-08-10,42,7",
                "2027-06-25,2026-08-10,42,7",
                "-,-,39,7",
                "-,-,45,7",
                "-,-,42,4",
                "-,-,42,11"
            })
    void wishesThatCannotBeAreRefused(@Nullable LocalDate first, @Nullable LocalDate last, int autumn, int winter) {
        assertThatThrownBy(() -> new CalendarWishes(first, last, autumn, winter, true, List.of(), List.of()))
                .isInstanceOf(InvalidValueException.class);
    }

    @Test
    void wishesMayNameOneEndAndEachWeekOfTheirRange() {
        var first = LocalDate.parse("2026-08-12");
        assertThat(new CalendarWishes(first, null, 40, 5, true, List.of(), List.of()).firstDay())
                .isEqualTo(first);
        assertThat(new CalendarWishes(null, first, 44, 10, true, List.of(), List.of()).lastDay())
                .isEqualTo(first);
    }

    @Test
    void schoolYearsGoFrom2000To2098() {
        assertThat(new SchoolYear(2000)).hasToString("2000/01");
        assertThat(SchoolYear.parse("2098/99")).contains(new SchoolYear(2098));
        assertThatThrownBy(() -> new SchoolYear(1999)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SchoolYear(2099))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("(2099)");
    }
}
