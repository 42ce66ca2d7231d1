package dk.grundskema.domain.time;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.ValidationCodes;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AvailabilityTest {
    private static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");
    private static final Horizon WEEK_37 = new Horizon(new IsoWeek(2026, 37), 1, COPENHAGEN, new TreeSet<>());

    @Test
    void emptyAvailabilityMeansAlways() {
        assertThat(Availability.always().unavailableIntervals(WEEK_37)).isEmpty();
    }

    @Test
    void overlappingAndAdjacentExceptionsAreMerged() {
        var except = new Availability(
                List.of(),
                List.of(
                        day(9, "12:00", "14:00"),
                        day(9, "08:00", "10:00"),
                        day(9, "10:00", "11:00"),
                        day(9, "13:00", "15:00")));
        assertThat(except.unavailableIntervals(WEEK_37))
                .containsExactly(
                        at("2026-09-09T08:00", "2026-09-09T11:00"), at("2026-09-09T12:00", "2026-09-09T15:00"));
    }

    @Test
    void timeOutsideTheOnlyTimesIsUnavailableFromTheDayBeforeToTheDayAfter() {
        var only = new Availability(List.of(day(9, "08:00", "16:00"), day(10, "08:00", "12:00")), List.of());
        assertThat(only.unavailableIntervals(WEEK_37))
                .containsExactly(
                        at("2026-09-06T00:00", "2026-09-09T08:00"),
                        at("2026-09-09T16:00", "2026-09-10T08:00"),
                        at("2026-09-10T12:00", "2026-09-15T00:00"));
    }

    @Test
    void exceptionsApplyWithinTheOnlyTimes() {
        var both = new Availability(List.of(period(null, null, null, null)), List.of(day(9, "08:00", "09:00")));
        assertThat(both.unavailableIntervals(WEEK_37)).containsExactly(at("2026-09-09T08:00", "2026-09-09T09:00"));
    }

    @Test
    void periodPastMidnightReachesIntoTheNextDay() {
        var nights = new Availability(List.of(), List.of(period(null, null, "22:00", "06:00", DayOfWeek.SUNDAY)));
        assertThat(nights.unavailableIntervals(WEEK_37))
                .containsExactly(
                        at("2026-09-06T22:00", "2026-09-07T06:00"), at("2026-09-13T22:00", "2026-09-14T06:00"));
    }

    @Test
    void absentPartsOfAPeriodDoNotRestrictIt() {
        assertThat(period(null, null, null, "10:00", DayOfWeek.MONDAY).intervals(WEEK_37))
                .containsExactly(
                        at("2026-09-07T00:00", "2026-09-07T10:00"), at("2026-09-14T00:00", "2026-09-14T10:00"));
        assertThat(period(null, "2026-09-06", "20:00", null).intervals(WEEK_37))
                .containsExactly(at("2026-09-06T20:00", "2026-09-07T00:00"));
        assertThat(period("2026-09-14", null, null, null).intervals(WEEK_37))
                .containsExactly(at("2026-09-14T00:00", "2026-09-15T00:00"));
    }

    @Test
    void wholeDayHasItsElapsedLengthWhenClocksChange() {
        assertThat(Period.wholeDay(LocalDate.of(2026, 3, 29))
                        .intervalOn(LocalDate.of(2026, 3, 29), COPENHAGEN)
                        .minutes())
                .isEqualTo(23 * 60);
        assertThat(Period.wholeDay(LocalDate.of(2026, 10, 25))
                        .intervalOn(LocalDate.of(2026, 10, 25), COPENHAGEN)
                        .minutes())
                .isEqualTo(25 * 60);
    }

    @Test
    void periodIncludesItsFirstAndLastDay() {
        var period = period("2026-09-08", "2026-09-10", null, null, DayOfWeek.TUESDAY, DayOfWeek.THURSDAY);
        assertThat(List.of(7, 8, 9, 10, 11).stream().filter(day -> period.beginsOn(LocalDate.of(2026, 9, day))))
                .containsExactly(8, 10);
    }

    @Test
    void periodMayLastOneDayButNotEndBeforeItsStart() {
        assertThat(ValidationCodes.of(() -> period("2026-09-08", "2026-09-08", null, null)))
                .isEmpty();
        assertThat(ValidationCodes.of(() -> period("2026-09-08", "2026-09-07", "08:00", "08:00")))
                .containsExactly("date.end-before-start /until", "time.no-duration /end");
        assertThat(ValidationCodes.of(() -> new DateSpan(LocalDate.of(2026, 9, 8), LocalDate.of(2026, 9, 7))))
                .containsExactly("date.end-before-start /until");
    }

    private static Period day(int day, String start, String end) {
        String date = "2026-09-%02d".formatted(day);
        return period(date, date, start, end);
    }

    private static Period period(
            @Nullable String from,
            @Nullable String until,
            @Nullable String start,
            @Nullable String end,
            DayOfWeek... weekdays) {
        return new Period(
                from == null ? null : LocalDate.parse(from),
                until == null ? null : LocalDate.parse(until),
                new TreeSet<>(Arrays.asList(weekdays)),
                start == null ? null : LocalTime.parse(start),
                end == null ? null : LocalTime.parse(end));
    }

    private static Interval at(String start, String end) {
        return Interval.between(LocalDateTime.parse(start), LocalDateTime.parse(end), COPENHAGEN);
    }
}
