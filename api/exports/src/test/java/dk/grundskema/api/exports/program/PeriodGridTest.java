package dk.grundskema.api.exports.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PeriodGridTest {
    private static PeriodGrid.Span span(String start, String end) {
        return new PeriodGrid.Span(LocalTime.parse(start), LocalTime.parse(end));
    }

    private static GridPeriod period(int shift, String start, String end) {
        return new GridPeriod(shift, LocalTime.parse(start), LocalTime.parse(end));
    }

    @Test
    void doubleLessonIsTwoPeriodsEvenIfItIsMoreFrequent() {
        var grid = new PeriodGrid(
                Map.of(span("08:00", "08:45"), 1, span("08:45", "09:30"), 1, span("08:00", "09:30"), 9), Map.of());

        assertThat(grid.periods()).containsExactly(period(0, "08:00", "08:45"), period(0, "08:45", "09:30"));
        assertThat(grid.find(span("08:00", "09:30"))).contains(new PeriodGrid.Run(0, 2, false));
    }

    @Test
    void timeWithABreakBetweenPeriodsHasTheBreakInside() {
        var grid = new PeriodGrid(
                Map.of(span("08:00", "08:45"), 3, span("08:50", "09:35"), 3, span("08:00", "09:35"), 1), Map.of());

        assertThat(grid.find(span("08:00", "09:35"))).contains(new PeriodGrid.Run(0, 2, true));
    }

    @Test
    void timesOfOtherClassesAreNumberedAfterTheOrdinaryOnes() {
        var grid = new PeriodGrid(
                Map.of(span("08:00", "08:45"), 9, span("09:00", "09:45"), 9, span("08:30", "09:15"), 2), Map.of());

        assertThat(grid.periods())
                .containsExactly(period(0, "08:00", "08:45"), period(0, "09:00", "09:45"), period(1, "08:30", "09:15"));
        assertThat(grid.periods().getLast().shift()).isPositive();
        assertThat(grid.find(span("08:30", "09:15"))).contains(new PeriodGrid.Run(2, 1, false));
    }

    @Test
    void fifthOfFiveOverlappingTimesFitsNoPeriod() {
        var grid = new PeriodGrid(
                Map.of(
                        span("08:00", "08:45"), 9,
                        span("08:05", "08:50"), 8,
                        span("08:10", "08:55"), 7,
                        span("08:15", "09:00"), 6,
                        span("08:20", "09:05"), 5),
                Map.of());

        assertThat(grid.periods()).hasSize(4);
        assertThat(grid.find(span("08:15", "09:00"))).contains(new PeriodGrid.Run(3, 1, false));
        assertThat(grid.find(span("08:20", "09:05"))).isEmpty();
        assertThat(grid.find(span("08:00", "08:50"))).isEmpty();
    }

    @Test
    void meetingsWithoutAClassDoNotChangeTheNumbersOfLessons() {
        var grid = new PeriodGrid(
                Map.of(span("08:00", "08:45"), 9, span("09:15", "10:00"), 9), Map.of(span("08:45", "09:10"), 4));

        assertThat(grid.periods())
                .containsExactly(period(0, "08:00", "08:45"), period(0, "09:15", "10:00"), period(1, "08:45", "09:10"));
    }

    @Test
    void noMeetingsGiveNoPeriods() {
        assertThat(new PeriodGrid(Map.of(), Map.of()).periods()).isEmpty();
    }
}
