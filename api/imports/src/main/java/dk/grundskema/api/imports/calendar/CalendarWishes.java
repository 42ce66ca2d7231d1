package dk.grundskema.api.imports.calendar;

import dk.grundskema.domain.finding.Default;
import dk.grundskema.domain.finding.RecordValidator;
import dk.grundskema.domain.time.DateSpan;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Differences of a municipality's or school's calendar from the defaults of {@link SchoolCalendar}.
 *
 * @param firstDay       first school day; {@code null} means the Monday of week 33
 * @param lastDay        last school day; {@code null} means the Friday before the last Saturday of June
 * @param autumnWeek     week of the autumn holiday, 40 to 44; 0 means none
 * @param winterWeek     week of the winter holiday, 5 to 10; 0 means none
 * @param publicHolidays whether Easter, Ascension, Whit Monday, 5 June and Christmas are free as usual
 * @param closed         further days without school; empty means none
 * @param open           school days that would otherwise be free; empty means none
 */
public record CalendarWishes(
        @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay,
        @Default("42") int autumnWeek,
        @Default("7") int winterWeek,
        @Default("true") boolean publicHolidays,
        List<DateSpan> closed,
        List<DateSpan> open) {
    /** @throws dk.grundskema.domain.finding.InvalidValueException if a week is out of range or the last day is before the first */
    public CalendarWishes {
        closed = List.copyOf(closed);
        open = List.copyOf(open);
        var checks = new RecordValidator();
        if (autumnWeek != 0) {
            checks.range("autumnWeek", autumnWeek, 40, 44);
        }
        if (winterWeek != 0) {
            checks.range("winterWeek", winterWeek, 5, 10);
        }
        if (firstDay != null && lastDay != null) {
            checks.require(
                    firstDay.isBefore(lastDay),
                    "lastDay",
                    "date.end-before-start",
                    firstDay.toString(),
                    lastDay.toString());
        }
        checks.throwIfInvalid();
    }

    /** Returns the defaults. */
    public static CalendarWishes defaults() {
        return new CalendarWishes(null, null, 42, 7, true, List.of(), List.of());
    }
}
