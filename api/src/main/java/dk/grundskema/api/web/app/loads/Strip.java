package dk.grundskema.api.web.app.loads;

import dk.grundskema.domain.time.IsoWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * When somebody works and rests, from left to right.
 *
 * @param work     when the person works
 * @param free     weekly rests
 * @param wrong    work without the rest that is owed
 * @param shortest the shortest rest; {@code null} if there is none, or it is in other weeks
 * @param days     on how many days something is begun
 */
public record Strip(
        List<Span> work,
        List<Span> free,
        List<Span> wrong,
        @Nullable Span shortest,
        long days) {
    /** Copies the lists. */
    public Strip {
        work = List.copyOf(work);
        free = List.copyOf(free);
        wrong = List.copyOf(wrong);
    }

    /**
     * From where to where.
     *
     * @param at    where it begins, as a part of the width
     * @param width how wide it is
     */
    public record Span(String at, String width) {
        /** A stretch of so many minutes out of so many. */
        public static Span of(long start, long end, long all) {
            return new Span(percent(start, all), percent(end - start, all));
        }
    }

    /**
     * A day.
     *
     * @param date      which
     * @param isWeekend whether it is Saturday or Sunday
     * @param span      where it is
     * @param middle    where its middle is
     */
    public record Day(LocalDate date, boolean isWeekend, Span span, String middle) {}

    /**
     * A week.
     *
     * @param week which
     * @param at   where it begins
     */
    public record Week(IsoWeek week, String at) {}

    /**
     * What the strips stand below.
     *
     * @param days     the days that are shown
     * @param weeks    their weeks
     * @param previous the week to begin at to see earlier ones; {@code null} if there are none
     * @param next     the week to begin at to see later ones; {@code null} if there are none
     */
    public record Axis(
            List<Day> days,
            List<Week> weeks,
            @Nullable IsoWeek previous,
            @Nullable IsoWeek next) {
        /** Of nothing. */
        public static final Axis NONE = new Axis(List.of(), List.of(), null, null);

        /** Copies the lists. */
        public Axis {
            days = List.copyOf(days);
            weeks = List.copyOf(weeks);
        }

        /** Whether not all weeks are shown at once. */
        public boolean isPart() {
            return previous != null || next != null;
        }
    }

    /** A part of a whole, as drawings write it. */
    static String percent(long part, long all) {
        return String.format(Locale.ROOT, "%.2f%%", 100.0 * part / all);
    }
}
