package dk.grundskema.api.imports.mappingfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LessonKeyTest {
    private static LessonKey key(String subject, String teachers) {
        return new LessonKey("1A", DayOfWeek.MONDAY, LocalTime.of(8, 0), subject, teachers);
    }

    @ParameterizedTest
    @CsvSource({
        "NAT, Bo Holm, NAT (Bo Holm)",
        "NAT, '', NAT",
        "FIL (hold 1), Bo Holm, FIL (hold 1) (Bo Holm)",
        "FIL (hold 1), '', FIL (hold 1) ()",
        "NAT, Bo Holm (vikar), NAT (Bo Holm (vikar))",
        "NAT), '', NAT) ()"
    })
    void theLastBracketsAreTheTeachers(String subject, String teachers, String text) {
        assertThat(key(subject, teachers)).hasToString("1A MONDAY 08:00 " + text);
        assertThat(LessonKey.parse("1A MONDAY 08:00 " + text)).contains(key(subject, teachers));
    }

    @Test
    void classesMayBeLeftOutAndOtherTextsAreNoLessons() {
        assertThat(LessonKey.parse("FRIDAY 10:00 NAT"))
                .contains(new LessonKey("", DayOfWeek.FRIDAY, LocalTime.of(10, 0), "NAT", ""));
        assertThat(LessonKey.parse("1A NAT (Bo Holm)")).isEmpty();
    }
}
