package dk.grundskema.domain.time;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.ValidationCodes;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IsoWeekTest {
    @ParameterizedTest
    @CsvSource({
        "2026-W01, MONDAY, 2025-12-29",
        "2026-W01, SUNDAY, 2026-01-04",
        "2026-W37, MONDAY, 2026-09-07",
        "2026-W53, MONDAY, 2026-12-28",
        "2026-W53, FRIDAY, 2027-01-01",
        "2027-W01, MONDAY, 2027-01-04",
        "2020-W53, SUNDAY, 2021-01-03",
        "2024-W01, MONDAY, 2024-01-01",
        "2024-W09, THURSDAY, 2024-02-29",
    })
    void weekAndDateAreConvertedAlsoOverNewYear(String week, DayOfWeek weekday, LocalDate date) {
        assertThat(IsoWeek.parse(week).date(weekday)).isEqualTo(date);
        assertThat(IsoWeek.of(date)).hasToString(week);
    }

    @ParameterizedTest
    @CsvSource({
        "2000-01-02, false",
        "2000-01-03, true",
        "2100-01-03, true",
        "2100-01-04, false",
        "-999999999-01-01, false",
        "+999999999-12-31, false",
    })
    void weeksExistForDatesFrom2000To2099(LocalDate date, boolean isThere) {
        assertThat(IsoWeek.isSupported(date)).isEqualTo(isThere);
    }

    @Test
    void weekOfEachDateIsThatOfTheIsoCalendar() {
        LocalDate.of(2000, 1, 3).datesUntil(LocalDate.of(2100, 1, 4)).forEach(date -> {
            IsoWeek week = IsoWeek.of(date);

            assertThat(week.year()).isEqualTo(date.get(IsoFields.WEEK_BASED_YEAR));
            assertThat(week.week()).isEqualTo(date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            assertThat(week.date(date.getDayOfWeek())).isEqualTo(date);
        });
    }

    @Test
    void weekAfterThe53rdIsTheFirstOfTheNextYear() {
        assertThat(new IsoWeek(2026, 53).plus(1)).isEqualTo(new IsoWeek(2027, 1));
        assertThat(new IsoWeek(2027, 1).plus(-1)).isEqualTo(new IsoWeek(2026, 53));
        assertThat(new IsoWeek(2025, 52).plus(1)).isEqualTo(new IsoWeek(2026, 1));
        assertThat(new IsoWeek(2026, 50).until(new IsoWeek(2027, 2))).isEqualTo(5);
        assertThat(new IsoWeek(2027, 2).until(new IsoWeek(2026, 50))).isEqualTo(-5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-W53", "2026-W54", "2026-W00", "1999-W52", "2100-W01"})
    void weekThatTheYearDoesNotHaveIsRefused(String week) {
        assertThat(ValidationCodes.of(() -> IsoWeek.parse(week))).containsExactly("week.none-such");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-37", "2026-W7", "2026W37", "26-W37", "2026-w37", " 2026-W37", "2026-W37 "})
    void malformedWeekIsRefused(String week) {
        assertThat(ValidationCodes.of(() -> IsoWeek.parse(week))).containsExactly("week.malformed");
    }

    @Test
    void weeksAreSortedByTime() {
        assertThat(new IsoWeek(2026, 53)).isLessThan(new IsoWeek(2027, 1));
        assertThat(new IsoWeek(2027, 1)).isGreaterThan(new IsoWeek(2026, 53));
        assertThat(new IsoWeek(2027, 1)).isEqualByComparingTo(new IsoWeek(2027, 1));
    }
}
