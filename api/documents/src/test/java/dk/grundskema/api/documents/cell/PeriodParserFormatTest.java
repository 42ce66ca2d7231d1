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

/** Times are written as they are read. */
final class PeriodParserFormatTest {
    @ParameterizedTest
    @CsvSource({
        "onsdag, onsdag, Wednesday",
        "mandag/tirsdag 8-10, mandag/tirsdag 08.00-10.00, Monday/Tuesday 08:00-10:00",
        "fredag efter 13, fredag efter 13.00, Friday after 13:00",
        "hver dag før 7.45, hver dag før 07.45, every day before 07:45",
        "18/9-2026, 18/9-2026, 18/9-2026",
        "18/9-2026 efter 12, 18/9-2026 efter 12.00, 18/9-2026 after 12:00",
        "7/9-2026 til 11/9-2026, 7/9-2026 - 11/9-2026, 7/9-2026 - 11/9-2026"
    })
    void inBothLanguages(String said, String danish, String english) {
        Period period = PeriodParser.parse(said).orElseThrow();
        assertThat(PeriodParser.format(period, true)).contains(danish);
        assertThat(PeriodParser.format(period, false)).contains(english);
    }

    @Test
    void periodThatCannotBeReadBackIsNotWritten() {
        var weekdaysOfDates = new Period(
                LocalDate.of(2026, 9, 7),
                LocalDate.of(2026, 9, 25),
                new TreeSet<>(List.of(DayOfWeek.MONDAY)),
                LocalTime.NOON,
                null);
        assertThat(PeriodParser.format(weekdaysOfDates, true)).isEmpty();
    }
}
