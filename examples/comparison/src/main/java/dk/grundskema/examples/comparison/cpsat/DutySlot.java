package dk.grundskema.examples.comparison.cpsat;

import dk.grundskema.domain.time.Interval;
import java.time.LocalDate;

/**
 * A time interval in which one or several blocks are held; nobody can be in two of them.
 *
 * @param interval the interval
 * @param date     date on which it starts
 */
record DutySlot(Interval interval, LocalDate date) implements Comparable<DutySlot> {
    long start() {
        return interval.start();
    }

    long end() {
        return interval.end();
    }

    @Override
    public int compareTo(DutySlot other) {
        return interval.compareTo(other.interval);
    }
}
