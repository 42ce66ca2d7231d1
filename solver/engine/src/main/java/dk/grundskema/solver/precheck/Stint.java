package dk.grundskema.solver.precheck;

import dk.grundskema.domain.time.Interval;

/**
 * A time at which one person can fill one seat, whichever of those that are needed then.
 *
 * @param interval when
 * @param least    fewest minutes of work that it takes
 * @param most     most minutes of work that it takes
 */
record Stint(Interval interval, long least, long most) implements Comparable<Stint> {
    /** The same with one more seat at the same time. */
    Stint or(long minutes) {
        return new Stint(interval, Math.min(least, minutes), Math.max(most, minutes));
    }

    @Override
    public int compareTo(Stint other) {
        return interval.compareTo(other.interval);
    }
}
