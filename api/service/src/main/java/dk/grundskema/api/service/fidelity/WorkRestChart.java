package dk.grundskema.api.service.fidelity;

import dk.grundskema.domain.time.IsoWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Horizontal chart of a person's work and rests.
 *
 * @param work     working time
 * @param free     weekly rests
 * @param wrong    work without the required rest
 * @param shortest shortest rest; {@code null} if none or in other weeks
 * @param days     number of days on which work begins
 */
public record WorkRestChart(
        List<Span> work,
        List<Span> free,
        List<Span> wrong,
        @Nullable Span shortest,
        long days) {
    /** Copies the lists. */
    public WorkRestChart {
        work = List.copyOf(work);
        free = List.copyOf(free);
        wrong = List.copyOf(wrong);
    }

    /**
     * A horizontal range.
     *
     * @param at    start as a percentage of the width
     * @param width width as a percentage
     */
    public record Span(String at, String width) {
        /** Returns the range of some minutes within a total. */
        public static Span of(long start, long end, long all) {
            return new Span(percent(start, all), percent(end - start, all));
        }
    }

    /**
     * A day.
     *
     * @param date      date
     * @param isWeekend whether it is Saturday or Sunday
     * @param span      its range
     * @param middle    middle of the range
     */
    public record Day(LocalDate date, boolean isWeekend, Span span, String middle) {}

    /**
     * A week.
     *
     * @param week the week
     * @param at   start as a percentage of the width
     */
    public record Week(IsoWeek week, String at) {}

    /**
     * Axis above the strips.
     *
     * @param days     shown days
     * @param weeks    their weeks
     * @param previous first week of the previous section; {@code null} if none
     * @param next     first week of the next section; {@code null} if none
     */
    public record Axis(
            List<Day> days,
            List<Week> weeks,
            @Nullable IsoWeek previous,
            @Nullable IsoWeek next) {
        /** The empty axis. */
        public static final Axis NONE = new Axis(List.of(), List.of(), null, null);

        /** Copies the lists. */
        public Axis {
            days = List.copyOf(days);
            weeks = List.copyOf(weeks);
        }

        /** Returns whether only some weeks are shown. */
        public boolean isPart() {
            return previous != null || next != null;
        }
    }

    /** Returns a fraction as a percentage for SVG and CSS. */
    static String percent(long part, long all) {
        return String.format(Locale.ROOT, "%.2f%%", 100.0 * part / all);
    }
}
