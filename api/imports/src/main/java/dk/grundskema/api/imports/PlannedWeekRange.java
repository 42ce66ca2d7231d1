package dk.grundskema.api.imports;

import dk.grundskema.api.imports.calendar.SchoolCalendar;
import dk.grundskema.domain.time.IsoWeek;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The weeks of a school year to plan.
 *
 * @param first first week
 * @param last  last week, not before the first
 */
record PlannedWeekRange(IsoWeek first, IsoWeek last) {
    private static final Pattern FORM =
            Pattern.compile("(?:(\\d{4})-?W)?(\\d{1,2})\\s*(?:-|–|\\.\\.)\\s*(?:(\\d{4})-?W)?(\\d{1,2})");

    /** Returns all weeks of a calendar. */
    static PlannedWeekRange all(SchoolCalendar calendar) {
        return new PlannedWeekRange(IsoWeek.of(calendar.firstDay()), IsoWeek.of(calendar.lastDay()));
    }

    /** Parses a text such as {@code 33-51}, {@code 40-7} or {@code 2026-W33..2026-W51}; empty if it is malformed or a week is not in the calendar. */
    static Optional<PlannedWeekRange> parse(String text, SchoolCalendar calendar) {
        var match = FORM.matcher(text.strip());
        if (!match.matches()) {
            return Optional.empty();
        }
        var first = findWeek(match.group(1), match.group(2), calendar);
        var last = findWeek(match.group(3), match.group(4), calendar);
        return first.flatMap(from ->
                last.filter(until -> from.compareTo(until) <= 0).map(until -> new PlannedWeekRange(from, until)));
    }

    /** Returns the calendar's week with a number, which is unique in a calendar; empty if there is none. */
    static Optional<IsoWeek> findWeek(String number, SchoolCalendar calendar) {
        return number.length() > 2 ? Optional.empty() : findWeek(null, number, calendar);
    }

    private static Optional<IsoWeek> findWeek(
            @org.jspecify.annotations.Nullable String year, String number, SchoolCalendar calendar) {
        int wanted = Integer.parseInt(number);
        PlannedWeekRange all = all(calendar);
        for (IsoWeek week = all.first; week.compareTo(all.last) <= 0; week = week.plus(1)) {
            if (week.week() == wanted && (year == null || week.year() == Integer.parseInt(year))) {
                return Optional.of(week);
            }
        }
        return Optional.empty();
    }
}
