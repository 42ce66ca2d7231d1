package dk.grundskema.examples.cpsat;

import dk.grundskema.domain.time.Interval;
import java.time.LocalDate;

/**
 * A stretch of time in which one or several blocks are held; nobody can be in two of them.
 *
 * @param interval the stretch
 * @param date     on which it starts
 */
record Slot(Interval interval, LocalDate date) implements Comparable<Slot> {
    long start() {
        return interval.start();
    }

    long end() {
        return interval.end();
    }

    @Override
    public int compareTo(Slot other) {
        return interval.compareTo(other.interval);
    }
}
