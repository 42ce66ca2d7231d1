package dk.grundskema.domain.time;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.ValidationCodes;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HorizonTest {
    @Test
    void weeksContinueOverNewYear() {
        Horizon horizon = horizon("2026-W52", 3);
        assertThat(horizon.allWeeks().stream().map(IsoWeek::toString))
                .containsExactly("2026-W52", "2026-W53", "2027-W01");
        assertThat(horizon.firstDay()).isEqualTo("2026-12-21");
        assertThat(horizon.lastDay()).isEqualTo("2027-01-10");
    }

    @Test
    void horizonIncludesItsFirstAndLastDayOnly() {
        Horizon horizon = horizon("2026-W37", 1);
        assertThat(Stream.of("2026-09-06", "2026-09-07", "2026-09-13", "2026-09-14")
                        .filter(day -> horizon.contains(LocalDate.parse(day))))
                .containsExactly("2026-09-07", "2026-09-13");
        assertThat(Stream.of("2026-W36", "2026-W37", "2026-W38").filter(week -> horizon.contains(IsoWeek.parse(week))))
                .containsExactly("2026-W37");
    }

    @Test
    void onlyClosedDaysAreClosed() {
        Horizon horizon = horizon("2026-W37", 1, "2026-09-09");
        assertThat(horizon.isClosed(LocalDate.of(2026, 9, 9))).isTrue();
        assertThat(horizon.isClosed(LocalDate.of(2026, 9, 10))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 0", "60, 0", "61, 1"})
    void horizonHasOneToSixtyWeeks(int weeks, int findings) {
        assertThat(ValidationCodes.of(() -> horizon("2026-W37", weeks))).hasSize(findings);
    }

    @Test
    void everyClosedDayOutsideTheHorizonIsReported() {
        assertThat(ValidationCodes.of(
                        () -> horizon("2026-W37", 1, "2026-09-06", "2026-09-07", "2026-09-13", "2026-09-14")))
                .containsExactly("date.outside-horizon /closedDays/0", "date.outside-horizon /closedDays/3");
    }

    @Test
    void horizonMayEndInTheLastKnownWeekButNotLater() {
        assertThat(horizon("2099-W52", 2).allWeeks()).hasSize(2);
        assertThat(ValidationCodes.of(() -> horizon("2099-W52", 3))).containsExactly("horizon.ends-too-late /weeks");
    }

    @Test
    void meetingNeedsAWeekAndALength() {
        assertThat(ValidationCodes.of(() ->
                        new MeetingTime(new TreeSet<>(), DayOfWeek.MONDAY, LocalTime.of(8, 0), LocalTime.of(8, 0))))
                .containsExactly("value.empty-list /weeks", "time.no-duration /end");
    }

    @Test
    void meetingLastsAtMostSixteenHours() {
        var week = new TreeSet<>(List.of(IsoWeek.parse("2026-W37")));
        LocalTime start = LocalTime.of(16, 0);
        assertThat(new MeetingTime(week, DayOfWeek.MONDAY, start, LocalTime.of(8, 0)).endsNextDay())
                .isTrue();
        assertThat(ValidationCodes.of(() -> new MeetingTime(week, DayOfWeek.MONDAY, start, LocalTime.of(8, 1))))
                .containsExactly("time.end-before-start /end");
    }

    private static Horizon horizon(String week, int weeks, String... closed) {
        return new Horizon(
                IsoWeek.parse(week),
                weeks,
                ZoneId.of("Europe/Copenhagen"),
                new TreeSet<>(List.of(closed).stream().map(LocalDate::parse).toList()));
    }
}
