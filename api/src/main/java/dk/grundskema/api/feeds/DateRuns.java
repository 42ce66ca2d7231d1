package dk.grundskema.api.feeds;

import dk.grundskema.domain.time.DateSpan;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.function.BiPredicate;

/** Dates that belong together, as spans. */
final class DateRuns {
    private DateRuns() {}

    /** One after the other; a weekend between two of them belongs to both. */
    static List<DateSpan> overWeekends(SortedSet<LocalDate> dates) {
        return runs(dates, (last, next) -> last.plusDays(1).datesUntil(next).allMatch(DateRuns::isWeekend));
    }

    /** Those that are no more than so many days from the next. */
    static List<DateSpan> apart(SortedSet<LocalDate> dates, int days) {
        return runs(dates, (last, next) -> !next.isAfter(last.plusDays(days)));
    }

    private static List<DateSpan> runs(SortedSet<LocalDate> dates, BiPredicate<LocalDate, LocalDate> isSame) {
        var runs = new ArrayList<DateSpan>();
        for (LocalDate date : dates) {
            DateSpan last = runs.isEmpty() ? null : runs.getLast();
            if (last != null && isSame.test(last.until(), date)) {
                runs.set(runs.size() - 1, new DateSpan(last.from(), date));
            } else {
                runs.add(new DateSpan(date, date));
            }
        }
        return runs;
    }

    static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
    }
}
