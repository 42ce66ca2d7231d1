package dk.grundskema.api.imports.table.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.imports.source.SourceDays.WeekPattern;
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
}
