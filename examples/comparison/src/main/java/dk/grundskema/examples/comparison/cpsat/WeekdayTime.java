package dk.grundskema.examples.comparison.cpsat;

import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Collections;
import java.util.SortedSet;

/**
 * A time interval on a weekday in some weeks.
 *
 * @param weekday the weekday
 * @param start   first minute of the day
 * @param end     last minute of the day, exclusive
 * @param weeks   the weeks
 */
record WeekdayTime(DayOfWeek weekday, int start, int end, SortedSet<IsoWeek> weeks) {
    static WeekdayTime of(MeetingTime time) {
        if (time.endsNextDay()) {
            throw new IllegalArgumentException("The model does not support nights, such as (%s).".formatted(time));
        }
        return new WeekdayTime(time.weekday(), minuteOfDay(time.start()), minuteOfDay(time.end()), time.weeks());
    }

    private static int minuteOfDay(LocalTime time) {
        return time.toSecondOfDay() / 60;
    }

    /** Returns whether both contain a common minute in a common week. */
    boolean overlaps(WeekdayTime other) {
        return weekday == other.weekday
                && start < other.end
                && other.start < end
                && !Collections.disjoint(weeks, other.weeks);
    }
}
