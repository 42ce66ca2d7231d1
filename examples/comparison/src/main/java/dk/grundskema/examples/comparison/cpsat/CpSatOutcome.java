package dk.grundskema.examples.comparison.cpsat;

import dk.grundskema.domain.timetable.Timetable;
import java.util.List;
import java.util.Optional;

/**
 * Result of a solve with CP-SAT.
 *
 * @param found  plans as requested, in order; empty means that none was found
 * @param proved whether the last one is proved optimal
 * @param bound  lower bound of every plan's cost, in the unit of {@link CpSatPlan#objective}
 */
public record CpSatOutcome(List<CpSatPlan> found, boolean proved, long bound) {
    /** Copies the list. */
    public CpSatOutcome {
        found = List.copyOf(found);
    }

    /** Returns the best plan; empty means none. */
    public Optional<Timetable> best() {
        return found.isEmpty() ? Optional.empty() : Optional.of(found.getLast().timetable());
    }
}
