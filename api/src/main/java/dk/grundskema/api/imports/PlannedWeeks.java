package dk.grundskema.api.imports;

import dk.grundskema.api.imports.calendar.SchoolCalendar;
import dk.grundskema.domain.time.IsoWeek;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The weeks of a school year that are to be planned.
 *
 * @param first first week
 * @param last  last week, not before the first
 */
record PlannedWeeks(IsoWeek first, IsoWeek last) {
    private static final Pattern FORM =
            Pattern.compile("(?:(\\d{4})-?W)?(\\d{1,2})\\s*(?:-|–|\\.\\.)\\s*(?:(\\d{4})-?W)?(\\d{1,2})");

    /** All weeks of a calendar. */
    static PlannedWeeks all(SchoolCalendar calendar) {
        return new PlannedWeeks(IsoWeek.of(calendar.firstDay()), IsoWeek.of(calendar.lastDay()));
    }

    /**
     * The weeks that a text such as {@code 33-51}, {@code 40-7} or {@code 2026-W33..2026-W51} names, as far as a calendar has them; empty if it
     * names none of them.
     */
    static Optional<PlannedWeeks> parse(String text, SchoolCalendar calendar) {
        var match = FORM.matcher(text.strip());
        if (!match.matches()) {
            return Optional.empty();
        }
        var first = week(match.group(1), match.group(2), calendar);
        var last = week(match.group(3), match.group(4), calendar);
        return first.flatMap(
                from -> last.filter(until -> from.compareTo(until) <= 0).map(until -> new PlannedWeeks(from, until)));
    }

    /** A week of the calendar by its number; in one calendar each number comes once. */
    static Optional<IsoWeek> week(String number, SchoolCalendar calendar) {
        return number.length() > 2 ? Optional.empty() : week(null, number, calendar);
    }

    private static Optional<IsoWeek> week(
            @org.jspecify.annotations.Nullable String year, String number, SchoolCalendar calendar) {
        int wanted = Integer.parseInt(number);
        PlannedWeeks all = all(calendar);
        for (IsoWeek week = all.first; week.compareTo(all.last) <= 0; week = week.plus(1)) {
            if (week.week() == wanted && (year == null || week.year() == Integer.parseInt(year))) {
                return Optional.of(week);
            }
        }
        return Optional.empty();
    }
}
