package dk.grundskema.solver.precheck;

import dk.grundskema.domain.time.Interval;

/**
 * A time at which one person can fill one seat, of any of the needs at that time.
 *
 * @param interval the time
 * @param least minimum minutes of work
 * @param most maximum minutes of work
 */
record SeatInterval(Interval interval, long least, long most) implements Comparable<SeatInterval> {
    /** Returns the stint extended by another seat at the same time. */
    SeatInterval orMinutes(long minutes) {
        return new SeatInterval(interval, Math.min(least, minutes), Math.max(most, minutes));
    }

    @Override
    public int compareTo(SeatInterval other) {
        return interval.compareTo(other.interval);
    }
}
