package dk.grundskema.examples.cpsat;

import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Collections;
import java.util.SortedSet;

/**
 * A stretch of a weekday in some weeks.
 *
 * @param weekday which day
 * @param start   first minute of the day
 * @param end     minute after the last
 * @param weeks   in which weeks
 */
record Occasion(DayOfWeek weekday, int start, int end, SortedSet<IsoWeek> weeks) {
    static Occasion of(MeetingTime time) {
        if (time.endsNextDay()) {
            throw new IllegalArgumentException("The model doesn't carry nights, such as (%s).".formatted(time));
        }
        return new Occasion(time.weekday(), minute(time.start()), minute(time.end()), time.weeks());
    }

    private static int minute(LocalTime time) {
        return time.toSecondOfDay() / 60;
    }

    /** Whether some minute of some week lies in both. */
    boolean overlaps(Occasion other) {
        return weekday == other.weekday
                && start < other.end
                && other.start < end
                && !Collections.disjoint(weeks, other.weeks);
    }
}
