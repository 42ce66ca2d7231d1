package dk.grundskema.api.documents.cell;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.time.Period;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Times, dates and lists as people write them. */
class WordParsersTest {
    @ParameterizedTest
    @CsvSource({
        "mandag, MONDAY",
        "Mandag, MONDAY",
        " tir. , TUESDAY",
        "ons, WEDNESDAY",
        "to, THURSDAY",
        "fredage, FRIDAY",
        "lørdag, SATURDAY",
        "SØN, SUNDAY",
        "Monday, MONDAY",
        "tue, TUESDAY",
        "we, WEDNESDAY",
        "Thursdays, THURSDAY",
        "fri, FRIDAY",
        "sat, SATURDAY",
        "su, SUNDAY",
        "1, MONDAY",
        "7, SUNDAY",
        "tirs, TUESDAY",
        "Tors., THURSDAY",
        "TUES, TUESDAY",
        "thur, THURSDAY",
        "thurs, THURSDAY"
    })
    void weekdays(String text, DayOfWeek day) {
        assertThat(WeekdayParser.parse(text)).contains(day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tirsd", "0", "8", "11", "ma..", "mand", "dag", "mandagen"})
    void noWeekdays(String text) {
        assertThat(WeekdayParser.parse(text)).isEmpty();
    }

    @Test
    void aNumberIsADayButNotTheNameOfOne() {
        assertThat(WeekdayParser.parseName("1")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "tirsd, tirsdag",
        "Torsd, torsdag",
        "mandga, mandag",
        "thursd, Thursday",
        "onsdg, onsdag",
        "Wedn, Wednesday"
    })
    void weekdaysThatWereMeant(String text, String meant) {
        assertThat(WeekdayParser.suggest(text)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "t", "xyzæøå", "2026"})
    void nothingWasMeant(String text) {
        assertThat(WeekdayParser.suggest(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "8, 08:00",
        "08, 08:00",
        "8.00, 08:00",
        "08:05, 08:05",
        "8.3, 08:30",
        "0800, 08:00",
        "830, 08:30",
        "kl. 8.45, 08:45",
        "Kl 9, 09:00",
        "at 10:15, 10:15",
        "23:59, 23:59",
        "0:00, 00:00",
        "08:00:00, 08:00",
        "0.354167, 08:30",
        "8.5, 08:50"
    })
    void times(String text, LocalTime time) {
        assertThat(TimeOfDayCellParser.parseTime(text)).contains(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "24", "24:00", "8.60", "2460", "otte", "8.00.0", "-1", "12345", "8:"})
    void noTimes(String text) {
        assertThat(TimeOfDayCellParser.parseTime(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "8.00-8.45, 08:00, 08:45",
        "08:00 - 08:45, 08:00, 08:45",
        "8-8.45, 08:00, 08:45",
        "0800–0845, 08:00, 08:45",
        "8 til 9, 08:00, 09:00",
        "kl. 8.00 to 9:15, 08:00, 09:15"
    })
    void spans(String text, LocalTime start, LocalTime end) {
        assertThat(TimeOfDayCellParser.parseSpan(text)).contains(new TimeOfDayCellParser.Span(start, end));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "8.00", "8-9-10", "a-b", "8-", "8.00-25.00"})
    void noSpans(String text) {
        assertThat(TimeOfDayCellParser.parseSpan(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7/9-2026",
                "7.9.2026",
                "07-09-2026",
                "7/9/26",
                "7. september 2026",
                "7 sep 2026",
                "7th September, 2026",
                "September 7, 2026",
                "2026-09-07",
                "2026-9-7",
                "2026-09-07 08:00",
                "mandag den 7/9-2026",
                "Monday 7 September 2026",
                "46272",
                "7.9 2026"
            })
    void dates(String text) {
        assertThat(DateParser.parseDate(text)).contains(LocalDate.of(2026, 9, 7));
    }

    @ParameterizedTest
    @CsvSource({
        "1. maj 2027, 2027-05-01",
        "3 May 2027, 2027-05-03",
        "31/10-2026, 2026-10-31",
        "31 okt. 2026, 2026-10-31"
    })
    void monthsOfBothLanguages(String text, LocalDate date) {
        assertThat(DateParser.parseDate(text)).contains(date);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "7/9", "31/2-2026", "7/13-2026", "mandag", "7. foo 2026", "12345678", "00000", "x 7/9-2026"})
    void noDates(String text) {
        assertThat(DateParser.parseDate(text)).isEmpty();
    }

    @Test
    void severalNamesInACell() {
        assertThat(WordSplitter.splitNames("MH, LK/JP + SN;AB og CD\nEF & MH"))
                .containsExactly("MH", "LK", "JP", "SN", "AB", "CD", "EF");
        assertThat(WordSplitter.splitItems("N/T; DAN,MAT")).containsExactly("N/T", "DAN", "MAT");
        assertThat(WordSplitter.splitNames("  ")).isEmpty();
    }

    private static Period weekly(DayOfWeek day, LocalTime start, LocalTime end) {
        return new Period(null, null, new TreeSet<>(List.of(day)), start, end);
    }

    @Test
    void whenSomebodyCannot() {
        var eight = LocalTime.of(8, 0);
        var noon = LocalTime.NOON;
        assertThat(PeriodParser.parse("mandag 8-12")).contains(weekly(DayOfWeek.MONDAY, eight, noon));
        assertThat(PeriodParser.parse("Friday after 12")).contains(weekly(DayOfWeek.FRIDAY, noon, null));
        assertThat(PeriodParser.parse("fredag fra 8.00-12.00")).contains(weekly(DayOfWeek.FRIDAY, eight, noon));
        assertThat(PeriodParser.parse("ons før 8")).contains(weekly(DayOfWeek.WEDNESDAY, null, eight));
        assertThat(PeriodParser.parse("tirsdag")).contains(weekly(DayOfWeek.TUESDAY, null, null));
        assertThat(PeriodParser.parse("hver dag efter 12"))
                .contains(new Period(null, null, new TreeSet<>(), noon, null));
        assertThat(PeriodParser.parse("man/tir 8-12"))
                .contains(new Period(
                        null, null, new TreeSet<>(List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY)), eight, noon));
    }

    @Test
    void datesOnWhichSomebodyCannot() {
        var monday = LocalDate.of(2026, 9, 7);
        var friday = LocalDate.of(2026, 9, 11);
        assertThat(PeriodParser.parse("7/9-2026")).contains(Period.wholeDay(monday));
        assertThat(PeriodParser.parse("7/9-2026 - 11/9-2026"))
                .contains(new Period(monday, friday, new TreeSet<>(), null, null));
        assertThat(PeriodParser.parse("2026-09-07..2026-09-11"))
                .contains(new Period(monday, friday, new TreeSet<>(), null, null));
        assertThat(PeriodParser.parse("7/9-2026 8-12"))
                .contains(new Period(monday, monday, new TreeSet<>(), LocalTime.of(8, 0), LocalTime.NOON));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "snart",
                "mandag 12-8",
                "mandag 8-8",
                "mandag sent",
                "11/9-2026 - 7/9-2026",
                "man/xyz",
                "man før 0",
                "hver dag x"
            })
    void noTimesAtWhichSomebodyCannot(String text) {
        assertThat(PeriodParser.parse(text)).isEmpty();
    }
}
