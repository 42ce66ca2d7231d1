package dk.grundskema.solver.engine;

import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import org.jspecify.annotations.Nullable;

/**
 * What is to be solved, and how long.
 *
 * @param problem   the problem; validated without an error
 * @param hash      hash of the problem, written into the timetable
 * @param limits    when it ends
 * @param seed      seed of the search
 * @param searches  how many searches run side by side, each on a thread of its own, 1 to 16; the better plan seeds all again
 * @param reference an earlier timetable to start from and to stay close to; {@code null} means to begin from nothing
 */
public record SolveRequest(
        Problem problem,
        String hash,
        SolveLimits limits,
        long seed,
        int searches,
        @Nullable Timetable reference) {
    /** @throws IllegalArgumentException if the number of searches is out of range */
    public SolveRequest {
        if (searches < 1 || searches > 16) {
            throw new IllegalArgumentException("The number of searches (%d) must be 1 to 16.".formatted(searches));
        }
    }
}
