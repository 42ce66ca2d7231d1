package dk.grundskema.domain.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clocks in Denmark go forward on 29 March 2026 at 02:00 and back on 25 October 2026 at 03:00. */
class IntervalTest {
    private static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");

    @ParameterizedTest
    @CsvSource({
        "2026-09-07T08:45, 2026-09-07T10:30, 105",
        "2026-03-28T22:00, 2026-03-29T07:00, 480",
        "2026-10-24T22:00, 2026-10-25T07:00, 600",
        "2026-03-29T01:30, 2026-03-29T03:30, 60",
        "2026-10-25T01:30, 2026-10-25T03:30, 180",
        "2026-03-29T02:30, 2026-03-29T04:30, 60",
        "2026-10-25T02:30, 2026-10-25T03:00, 90",
        "2026-03-29T02:00, 2026-03-29T03:00, 0",
    })
    void minutesAreElapsedTimeNotClockTime(LocalDateTime start, LocalDateTime end, long minutes) {
        assertThat(Interval.between(start, end, COPENHAGEN).minutes()).isEqualTo(minutes);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-29, 22:00, 07:00, 540", // the night after the change
        "2026-03-28, 22:00, 07:00, 480", // the night of the change, from Saturday over Sunday
        "2026-10-24, 22:00, 07:00, 600",
        "2026-09-13, 22:00, 06:00, 480", // from Sunday into the next week
        "2026-12-31, 20:00, 01:00, 300",
        "2026-09-07, 22:00, 00:00, 120",
    })
    void dutyPastMidnightEndsOnTheNextDay(LocalDate date, LocalTime start, LocalTime end, long minutes) {
        var time = MeetingTime.on(date, start, end);
        assertThat(time.endsNextDay()).isTrue();
        var interval = time.intervals(COPENHAGEN).getFirst();
        assertThat(interval.minutes()).isEqualTo(minutes);
        assertThat(Interval.toLocalDateTime(interval.start(), COPENHAGEN)).isEqualTo(date.atTime(start));
        assertThat(Interval.toLocalDateTime(interval.end(), COPENHAGEN))
                .isEqualTo(date.plusDays(1).atTime(end));
    }

    @Test
    void dutyOverSundayNightBelongsToItsStartWeekAndOverlapsTheNextMonday() {
        var sunday = MeetingTime.on(LocalDate.of(2026, 9, 13), LocalTime.of(22, 0), LocalTime.of(7, 0));
        var monday = MeetingTime.on(LocalDate.of(2026, 9, 14), LocalTime.of(6, 30), LocalTime.of(8, 0));
        assertThat(sunday.weeks()).containsExactly(new IsoWeek(2026, 37));
        assertThat(monday.weeks()).containsExactly(new IsoWeek(2026, 38));
        var night = sunday.intervals(COPENHAGEN).getFirst();
        var morning = monday.intervals(COPENHAGEN).getFirst();
        assertThat(night.overlapMinutes(morning)).isEqualTo(30);
        assertThat(morning.overlapMinutes(night)).isEqualTo(30);
    }

    @Test
    void meetingInSeveralWeeksHasOneIntervalPerWeekAtTheSameClockTime() {
        var time = new MeetingTime(
                new TreeSet<>(List.of(new IsoWeek(2026, 44), new IsoWeek(2026, 43))),
                java.time.DayOfWeek.MONDAY,
                LocalTime.of(8, 0),
                LocalTime.of(9, 0));
        assertThat(time.dates()).containsExactly(LocalDate.of(2026, 10, 19), LocalDate.of(2026, 10, 26));
        var both = time.intervals(COPENHAGEN);
        assertThat(both.get(1).start() - both.get(0).start()).isEqualTo(7 * 24 * 60 + 60);
    }

    @Test
    void adjacentIntervalsDoNotOverlapAndAMinuteMoreDoes() {
        var first = new Interval(0, 60);
        assertThat(first.overlaps(new Interval(60, 90))).isFalse();
        assertThat(new Interval(60, 90).overlaps(first)).isFalse();
        assertThat(first.overlapMinutes(new Interval(60, 90))).isZero();
        assertThat(first.overlaps(new Interval(59, 90))).isTrue();
        assertThat(new Interval(59, 90).overlaps(first)).isTrue();
        assertThat(first.overlapMinutes(new Interval(59, 90))).isEqualTo(1);
        assertThat(first.overlapMinutes(new Interval(10, 20))).isEqualTo(10);
    }

    @Test
    void endBeforeTheStartThrows() {
        assertThat(new Interval(5, 5).minutes()).isZero();
        assertThatThrownBy(() -> new Interval(5, 4)).hasMessageContaining("exchanged");
    }

    @Test
    void intervalsAreSortedByStartThenLength() {
        assertThat(List.of(new Interval(1, 9), new Interval(0, 9), new Interval(1, 5)).stream()
                        .sorted())
                .containsExactly(new Interval(0, 9), new Interval(1, 5), new Interval(1, 9));
    }
}
