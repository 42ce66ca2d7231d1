package dk.grundskema.solver.engine;

import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import org.jspecify.annotations.Nullable;

/**
 * A request to solve a problem.
 *
 * @param problem the problem; validated without an error
 * @param hash hash of the problem, written into the timetable
 * @param limits when the solve ends
 * @param seed seed of the search
 * @param searches number of parallel searches, each on its own thread, 1 to 16; after each round all continue from the
 * best plan
 * @param reference an earlier timetable to start from and to stay close to; {@code null} means none
 * @param start a timetable of this problem to continue without staying close to it, such as the best one of an
 * interrupted solve; {@code null} means to start from the reference, or from nothing
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

    /** Creates a request that starts from the reference, or from nothing. */
    public SolveRequest(
            Problem problem, String hash, SolveLimits limits, long seed, int searches, @Nullable Timetable reference) {
        this(problem, hash, limits, seed, searches, reference, null);
    }
}
