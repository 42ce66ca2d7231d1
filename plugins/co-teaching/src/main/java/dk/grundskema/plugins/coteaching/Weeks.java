package dk.grundskema.plugins.coteaching;

import dk.grundskema.domain.finding.Checks;
import dk.grundskema.domain.time.IsoWeek;
import org.jspecify.annotations.Nullable;

/** Weeks from one to another of which either may be left open. */
final class Weeks {
    private Weeks() {}

    /** The last is not before the first. */
    static void check(Checks checks, @Nullable IsoWeek first, @Nullable IsoWeek last) {
        if (first != null && last != null) {
            checks.that(first.compareTo(last) <= 0, "lastWeek", "co-teaching.weeks.turned-round", first, last);
        }
    }

    /** Whether the week is among them. */
    static boolean holds(@Nullable IsoWeek first, @Nullable IsoWeek last, IsoWeek week) {
        return (first == null || first.compareTo(week) <= 0) && (last == null || week.compareTo(last) <= 0);
    }
}
