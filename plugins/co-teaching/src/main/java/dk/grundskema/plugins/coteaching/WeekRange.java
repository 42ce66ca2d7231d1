package dk.grundskema.plugins.coteaching;

import dk.grundskema.domain.finding.RecordValidator;
import dk.grundskema.domain.time.IsoWeek;
import org.jspecify.annotations.Nullable;

/** Helper for ranges of weeks with optional ends. */
final class WeekRange {
    private WeekRange() {}

    /** Reports an error if the last week is before the first. */
    static void check(RecordValidator checks, @Nullable IsoWeek first, @Nullable IsoWeek last) {
        if (first != null && last != null) {
            checks.require(first.compareTo(last) <= 0, "lastWeek", "co-teaching.weeks.turned-round", first, last);
        }
    }

    /** Returns whether the week is in the range; {@code null} means an open end. */
    static boolean contains(@Nullable IsoWeek first, @Nullable IsoWeek last, IsoWeek week) {
        return (first == null || first.compareTo(week) <= 0) && (last == null || week.compareTo(last) <= 0);
    }
}
