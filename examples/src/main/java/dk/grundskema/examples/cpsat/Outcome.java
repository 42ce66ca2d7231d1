package dk.grundskema.examples.cpsat;

import dk.grundskema.domain.timetable.Timetable;
import java.util.List;
import java.util.Optional;

/**
 * How a solve with CP-SAT ended.
 *
 * @param found  plans that were asked for, in order; empty means that there was none
 * @param proved whether the last is proved to be the best
 * @param bound  what every plan costs at least, in the unit of {@link Found#objective}
 */
public record Outcome(List<Found> found, boolean proved, long bound) {
    /** Copies the list. */
    public Outcome {
        found = List.copyOf(found);
    }

    /** The best plan; empty means none. */
    public Optional<Timetable> best() {
        return found.isEmpty() ? Optional.empty() : Optional.of(found.getLast().timetable());
    }
}
