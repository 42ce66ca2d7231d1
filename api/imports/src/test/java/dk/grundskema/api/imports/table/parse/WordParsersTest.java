package dk.grundskema.api.imports.table.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.imports.source.SourceDays.WeekPattern;
import dk.grundskema.api.imports.table.parse.WorkloadParser.Unit;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Weeks and lesson numbers as people write them. */
class WordParsersTest {
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
        "2nd period, 2, 1",
        "1. lek, 1, 1",
        "2. lek., 2, 1",
        "Modul 3, 3, 1",
        "1. - 2. lek, 1, 2",
        "1. lek - 2. lek, 1, 2",
        "1.+2. modul, 1, 2",
        "1. & 2. lektion, 1, 2",
        "3.–4. time, 3, 2"
    })
    void lessonNumbers(String text, String first, int count) {
        assertThat(LessonNumberParser.parse(text)).contains(new LessonNumberParser.LessonRun(first, count));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "3-3", "4-2", "123", "1. lektion og mere"})
    void noLessonNumbers(String text) {
        assertThat(LessonNumberParser.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "man|1",
                "tir|2",
                "tirs|2",
                "ons|3",
                "tor|4",
                "Tors.|4",
                "fre|5",
                "ma|1",
                "ti|2",
                "on|3",
                "to|4",
                "fr|5",
                "MANDAG:|1",
                "Mandag d. 17/8|1",
                "Tirsdag den 18. august|2",
                "Onsdag, 19-8|3",
                "Torsdag (20/8)|4",
                "Mandag uge 33|1",
                "Wednesday|3",
                "Thurs|4",
                "Tues|2",
                "Ma/Ti|1 2",
                "ma+to|1 4",
                "Mandag og onsdag|1 3",
                "man-fre|1 2 3 4 5",
                "ti til to|2 3 4",
                "Mon & Wed|1 3",
                "to, fr|4 5"
            })
    void weekdays(String text, String numbers) {
        assertThat(WeekdaysParser.parse(text).stream()
                        .map(day -> String.valueOf(day.getValue()))
                        .collect(Collectors.joining(" ")))
                .isEqualTo(numbers);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "m", "1", "Mandagsmøde", "Onsdag møde", "fre-man", "man-", "/", "DAN/MAT", "17/8"})
    void noWeekdays(String text) {
        assertThat(WeekdaysParser.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "25|25",
                "25 t|25",
                "25 timer|25",
                "25,5 t/uge|25.5",
                "37 t.|37",
                "45 min|0.75",
                "1½ time|1.5",
                "½ time|0.5",
                "32½|32.5",
                "37 timer pr. uge|37",
                "30 timer om ugen|30",
                "37 t ugentligt|37",
                "1 t 30 min|1.5",
                "12 hours|12",
                "90 minutes|1.5",
                "1.250 t|1.25"
            })
    void hours(String text, BigDecimal hours) {
        assertThat(WorkloadParser.parse(text).orElseThrow().hours().orElseThrow())
                .isEqualByComparingTo(hours);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "t", "25 kr", "1680 t/år", "12d", "1e5", "25 t om måneden", "25-30 t", "-5 t"})
    void noHours(String text) {
        assertThat(WorkloadParser.parse(text)).isEmpty();
    }

    @Test
    void lessonsAreNoHours() {
        var lessons = WorkloadParser.parse("25 lektioner").orElseThrow();

        assertThat(lessons).isEqualTo(new WorkloadParser.Workload(BigDecimal.valueOf(25), Unit.LESSONS));
        assertThat(lessons.hours()).isEmpty();
    }
}
