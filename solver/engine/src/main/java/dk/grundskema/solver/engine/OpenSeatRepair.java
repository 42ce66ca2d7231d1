package dk.grundskema.solver.engine;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Fills open seats of a timetable that a search has left open. Implementations are thread-safe. */
@FunctionalInterface
public interface OpenSeatRepair {
    /**
     * Returns a timetable with fewer open required seats, or empty. Without a time limit the result is the same each time.
     *
     * @param problem   the problem
     * @param demands   demands of its interventions
     * @param timetable a timetable of the problem
     * @param time      maximum duration; {@code null} means no limit besides the implementation's own
     * @param stopped   returns whether nobody waits for the answer any more; the repair then ends soon
     */
    Optional<Timetable> repair(
            Problem problem,
            List<Demand> demands,
            Timetable timetable,
            @Nullable Duration time,
            BooleanSupplier stopped);
}
