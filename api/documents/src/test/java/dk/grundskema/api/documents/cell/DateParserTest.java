package dk.grundskema.api.documents.cell;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.time.DateSpan;
import dk.grundskema.domain.time.Period;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates without a year, dates with a weekday and date ranges, in a camp from 7 to 25 September 2026. */
class DateParserTest {
    private static final YearlessDateResolver CAMP =
            YearlessDateResolver.of(LocalDate.of(2026, 9, 7), LocalDate.of(2026, 9, 25));
    private static final LocalDate FRIDAY = LocalDate.of(2026, 9, 18);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "18/9",
                "18/09",
                "18.9.",
                "18. 9.",
                "d. 18/9",
                "den 18/9",
                "18. september",
                "18. sept",
                "d. 18. sept.",
                "18 sep",
                "fre. 18/9",
                "fredag d. 18. sept",
                "Fredag den 18/9",
                "fr 18/9",
                "Fri 18 September",
                "18th of September",
                "September 18",
                "sept. 18th",
                "fre. 18/9-2026",
                "18. 9. 2026"
            })
    void theYearIsThatOfThePlan(String text) {
        assertThat(DateParser.parseDate(text, CAMP)).contains(FRIDAY);
    }

    @ParameterizedTest
    @CsvSource({
        "1. jan., 2027-01-01", "2 feb, 2027-02-02", "3. mar, 2027-03-03", "3. marts, 2027-03-03", "4. apr, 2027-04-04",
        "5. maj, 2027-05-05", "5 May, 2027-05-05", "6. jun, 2027-06-06", "7. jul, 2027-07-07", "8. aug, 2026-08-08",
        "9. okt, 2026-10-09", "9 oct, 2026-10-09", "10. nov, 2026-11-10", "11. dec, 2026-12-11"
    })
    void outsideThePlanItIsThatOfTheSchoolYear(String text, LocalDate date) {
        assertThat(DateParser.parseDate(text, CAMP)).contains(date);
    }

    @Test
    void aPlanOverTheSummerHasItsOwnDaysFirst() {
        var summer = YearlessDateResolver.of(LocalDate.of(2026, 7, 20), LocalDate.of(2026, 8, 7));
        assertThat(DateParser.parseDate("5/8", summer)).contains(LocalDate.of(2026, 8, 5));
        assertThat(DateParser.parseDate("8/8", summer)).contains(LocalDate.of(2025, 8, 8));
    }

    @Test
    void aDateThatIsTwiceAmongTheDaysOrNeverIsNone() {
        var twoYears = new YearlessDateResolver(
                java.util.List.of(new DateSpan(LocalDate.of(2026, 8, 1), LocalDate.of(2027, 8, 31))));
        assertThat(DateParser.parseDate("15/8", twoYears)).isEmpty();
        assertThat(DateParser.parseDate("15/9", twoYears)).contains(LocalDate.of(2026, 9, 15));
        assertThat(DateParser.parseDate("29/2", CAMP)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "18",
                "18.9",
                "18-9",
                "32/9",
                "18/13",
                "martin 7",
                "uge 37",
                "18. foo",
                "man",
                "tor. 18/9",
                "d. xyz"
            })
    void noDates(String text) {
        assertThat(DateParser.parseDate(text, CAMP)).isEmpty();
    }

    @Test
    void withoutKnownDaysADateNeedsItsYear() {
        assertThat(DateParser.parseDate("18/9")).isEmpty();
        assertThat(DateParser.parseDate("d. 18. sept")).isEmpty();
        assertThat(DateParser.parseDate("d. 18. sept 2026")).contains(FRIDAY);
    }

    @Test
    void theDateOfAnotherWeekdayIsKnown() {
        assertThat(DateParser.findWeekdayMismatch("tor. 18/9", CAMP)).contains(FRIDAY);
        assertThat(DateParser.findWeekdayMismatch("tor. 18/9-2026", CAMP)).contains(FRIDAY);
        assertThat(DateParser.findWeekdayMismatch("fre. 18/9", CAMP)).isEmpty();
        assertThat(DateParser.findWeekdayMismatch("18/9", CAMP)).isEmpty();
        assertThat(DateParser.findWeekdayMismatch("torsdag", CAMP)).isEmpty();
        assertThat(PeriodParser.findWeekdayMismatch("tor. 18/9 efter 12", CAMP)).contains(FRIDAY);
        assertThat(PeriodParser.findWeekdayMismatch("fre. 18/9 sent", CAMP)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "15.-16. september",
                "15-16/9",
                "15.–16. sept",
                "15/9-16/9",
                "15/9 - 16/9",
                "15/9 til 16/9-2026",
                "d. 15.-16. september",
                "15-16 September 2026",
                "tir. 15/9 - ons. 16/9",
                "tirsdag 15.-16. september",
                "2026-09-15..2026-09-16"
            })
    void daysFromOneToAnother(String text) {
        var days = new DateSpan(LocalDate.of(2026, 9, 15), LocalDate.of(2026, 9, 16));
        assertThat(DateParser.parseSpan(text, CAMP)).contains(days);
        assertThat(PeriodParser.parse(text, CAMP))
                .contains(new Period(days.from(), days.until(), new TreeSet<>(), null, null));
    }

    @Test
    void daysOverNewYear() {
        assertThat(DateParser.parseSpan("28/12-3/1", CAMP))
                .contains(new DateSpan(LocalDate.of(2026, 12, 28), LocalDate.of(2027, 1, 3)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "16.-15. september",
                "man 15.-16. september",
                "31.-2. oktober",
                "15.-32. september",
                "8-10",
                "a-b"
            })
    void noDaysFromOneToAnother(String text) {
        assertThat(DateParser.parseSpan(text, CAMP)).isEmpty();
    }

    @Test
    void timesOfDayMayStandBehindDates() {
        var ten = LocalTime.of(10, 0);
        assertThat(PeriodParser.parse("d. 18. sept. før 10", CAMP))
                .contains(new Period(FRIDAY, FRIDAY, new TreeSet<>(), null, ten));
        assertThat(PeriodParser.parse("18. september 10-12", CAMP))
                .contains(new Period(FRIDAY, FRIDAY, new TreeSet<>(), ten, LocalTime.NOON));
        assertThat(PeriodParser.parse("15.-18. september efter 10", CAMP))
                .contains(new Period(LocalDate.of(2026, 9, 15), FRIDAY, new TreeSet<>(), ten, null));
    }

    @Test
    void aCommaBehindAWeekdayIsPartOfItsDate() {
        assertThat(PeriodParser.splitItems("fredag, d. 18. sept; mandag, tirsdag 8-10, ons, den 23/9"))
                .containsExactly("fredag d. 18. sept", "mandag", "tirsdag 8-10", "ons den 23/9");
    }
}
