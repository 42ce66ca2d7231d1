package dk.grundskema.api.imports.systems.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeOfDayParserTest {
    @ParameterizedTest
    @CsvSource({"8:00,08:00", "08.05,08:05", "0800,08:00", "945,09:45", "8h30,08:30", "23:59,23:59", "0:00,00:00"})
    void timesAreRead(String text, LocalTime time) {
        assertThat(TimeOfDayParser.parseTime(text)).contains(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"24:00", "2400", "8:60", "0860", "8", "otte", ""})
    void noTimesAreRefused(String text) {
        assertThat(TimeOfDayParser.parseTime(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "8:00-8:45,08:00,08:45",
        "1. lektion (08.00 til 08.45),08:00,08:45",
        "8:00 – 8:01,08:00,08:01",
        "22:00 bis 23:59,22:00,23:59"
    })
    void spansAreReadWithWordsAboutThem(String text, LocalTime start, LocalTime end) {
        assertThat(TimeOfDayParser.parseSpan(text)).contains(new TimeOfDayParser.Span(start, end));
    }

    @ParameterizedTest
    @ValueSource(strings = {"8:00", "8:45-8:00", "8:00-8:00", "8:00-24:00", "8:60-9:00", "1-2"})
    void spansThatAreNoneAreRefused(String text) {
        assertThat(TimeOfDayParser.parseSpan(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"100,true", "101,false"})
    void namesOfUpToAHundredLettersAreLookedAt(int letters, boolean isRead) {
        String span = "08:00-08:45";

        assertThat(TimeOfDayParser.parseSpan("x".repeat(letters - span.length()) + span)
                        .isPresent())
                .isEqualTo(isRead);
    }
}
