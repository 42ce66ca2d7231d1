package dk.grundskema.plugins.coteaching;

import dk.grundskema.domain.finding.RecordValidator;
import dk.grundskema.domain.time.IsoWeek;
import org.jspecify.annotations.Nullable;

/** Validates ranges of weeks with optional ends. */
final class WeekRangeValidator {
    private WeekRangeValidator() {}

    /** Reports an error if the last week is before the first. */
    static void validate(RecordValidator checks, @Nullable IsoWeek first, @Nullable IsoWeek last) {
        if (first != null && last != null) {
            checks.require(first.compareTo(last) <= 0, "lastWeek", "co-teaching.weeks.turned-round", first, last);
        }
    }
}
