package dk.grundskema.api.imports.table.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.imports.source.SourceDays.WeekPattern;
import dk.grundskema.domain.time.Period;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people write in cells, and what it means. */
class WordParsersTest {
    @ParameterizedTest
    @CsvSource({
        "mandag, MONDAY", "Mandag, MONDAY", " tir. , TUESDAY", "ons, WEDNESDAY", "to, THURSDAY", "fredage, FRIDAY",
        "lørdag, SATURDAY", "SØN, SUNDAY", "Monday, MONDAY", "tue, TUESDAY", "we, WEDNESDAY", "Thursdays, THURSDAY",
        "fri, FRIDAY", "sat, SATURDAY", "su, SUNDAY", "1, MONDAY", "7, SUNDAY"
    })
    void weekdays(String text, DayOfWeek day) {
        assertThat(WeekdayParser.parse(text)).contains(day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tirs", "0", "8", "11", "ma..", "mand", "dag", "mandagen"})
    void noWeekdays(String text) {
        assertThat(WeekdayParser.parse(text)).isEmpty();
    }

    @Test
    void aNumberIsADayButNotTheNameOfOne() {
        assertThat(WeekdayParser.parseName("1")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "tirs, tirsdag",
        "Tors, torsdag",
        "mandga, mandag",
        "thurs, Thursday",
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
        assertThat(ClockTimeParser.parseTime(text)).contains(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "24", "24:00", "8.60", "2460", "otte", "8.00.0", "-1", "12345", "8:"})
    void noTimes(String text) {
        assertThat(ClockTimeParser.parseTime(text)).isEmpty();
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
        assertThat(ClockTimeParser.parseSpan(text)).contains(new ClockTimeParser.Span(start, end));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "8.00", "8-9-10", "a-b", "8-", "8.00-25.00"})
    void noSpans(String text) {
        assertThat(ClockTimeParser.parseSpan(text)).isEmpty();
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "33-35|33 34 35", "uge 33, 35 og 37-38|33 35 37 38", "50-2|1 2 50 51 52 53", "2026-W37|37", "Week 5|5",
                "53|53", "1|1", "lige 33-36|34 36", "ulige uger 33-36|33 35", "odd 1-3|1 3"
            })
    void numbersOfWeeks(String text, String numbers) {
        var expected =
                Arrays.stream(numbers.split(" ")).map(Integer::valueOf).collect(Collectors.toCollection(TreeSet::new));

        assertThat(WeekPatternParser.parse(text)).contains(new WeekPattern.Numbered(expected));
    }

    @Test
    void everyEvenAndOddWeek() {
        assertThat(List.of("", "alle", "hver uge", "every week"))
                .allSatisfy(text -> assertThat(WeekPatternParser.parse(text)).contains(new WeekPattern.All()));
        assertThat(List.of("lige", "Lige uger", "even weeks", "lige:"))
                .allSatisfy(text -> assertThat(WeekPatternParser.parse(text)).contains(new WeekPattern.Even()));
        assertThat(List.of("ulige", "ULIGE UGER", "odd"))
                .allSatisfy(text -> assertThat(WeekPatternParser.parse(text)).contains(new WeekPattern.Odd()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "54", "33-", "1-54", "54-1", "0-3", "nogle", "lige nogle", "ulige 2", "33;;34"})
    void noWeeks(String text) {
        assertThat(WeekPatternParser.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"27|27", "10,5|10.5", "10.5|10.5", "-3|-3", "1.234,5|1234.5", "0|0", "1.234.567,25|1234567.25"})
    void numbers(String text, double number) {
        assertThat(NumberParser.parseNumber(text)).hasValue(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ti", "1,2,3", "1e5", "--1", "5 timer", "1234567890"})
    void noNumbers(String text) {
        assertThat(NumberParser.parseNumber(text)).isEmpty();
    }

    @Test
    void wholeNumbers() {
        assertThat(NumberParser.parseWholeNumber("28")).hasValue(28);
        assertThat(NumberParser.parseWholeNumber("28,0")).hasValue(28);
        assertThat(NumberParser.parseWholeNumber("28,5")).isEmpty();
        assertThat(NumberParser.parseWholeNumber("")).isEmpty();
    }

    @Test
    void yesAndNo() {
        assertThat(List.of("ja", "X", "true", "1", "Yes"))
                .allSatisfy(text -> assertThat(NumberParser.parseYesNo(text)).contains(true));
        assertThat(List.of("nej", "0", "FALSE", "no", "-"))
                .allSatisfy(text -> assertThat(NumberParser.parseYesNo(text)).contains(false));
        assertThat(NumberParser.parseYesNo("måske")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, 1",
        "01, 1, 1",
        "1., 1, 1",
        "1. lektion, 1, 1",
        "Lektion 3, 3, 1",
        "Lesson 10, 10, 1",
        "modul 2, 2, 1",
        "2-3, 2, 2",
        "3. og 4. lektion, 3, 2",
        "2 til 5, 2, 4",
        "2nd period, 2, 1"
    })
    void lessonNumbers(String text, String first, int count) {
        assertThat(LessonNumberParser.parse(text)).contains(new LessonNumberParser.LessonRun(first, count));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "3-3", "4-2", "123", "1. lektion og mere"})
    void noLessonNumbers(String text) {
        assertThat(LessonNumberParser.parse(text)).isEmpty();
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
