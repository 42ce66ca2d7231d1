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
 * @param reference an earlier timetable to start from and to stay close to; {@code null} means that there is none
 * @param start     a timetable of this problem to go on from without staying close to it, such as the best of a search that was cut off; {@code null}
 *     means to begin from the reference, or from nothing
 */
public record SolveRequest(
        Problem problem,
        String hash,
        SolveLimits limits,
        long seed,
        int searches,
        @Nullable Timetable reference,
        @Nullable Timetable start) {
    /** @throws IllegalArgumentException if the number of searches is out of range */
    public SolveRequest {
        if (searches < 1 || searches > 16) {
            throw new IllegalArgumentException("The number of searches (%d) must be 1 to 16.".formatted(searches));
        }
    }

    /** What begins from an earlier timetable or from nothing. */
    public SolveRequest(
            Problem problem, String hash, SolveLimits limits, long seed, int searches, @Nullable Timetable reference) {
        this(problem, hash, limits, seed, searches, reference, null);
    }
}
