package dk.grundskema.api.exports.feed;

import dk.grundskema.domain.time.DateSpan;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.function.BiPredicate;

/** Groups dates to spans. */
final class DateSpanGrouper {
    private DateSpanGrouper() {}

    /** Groups consecutive dates; a weekend between two dates belongs to the span. */
    static List<DateSpan> groupOverWeekends(SortedSet<LocalDate> dates) {
        return group(dates, (last, next) -> last.plusDays(1).datesUntil(next).allMatch(DateSpanGrouper::isWeekend));
    }

    /** Groups dates that are at most this many days from the next. */
    static List<DateSpan> groupWithinDays(SortedSet<LocalDate> dates, int days) {
        return group(dates, (last, next) -> !next.isAfter(last.plusDays(days)));
    }

    private static List<DateSpan> group(SortedSet<LocalDate> dates, BiPredicate<LocalDate, LocalDate> isSame) {
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
