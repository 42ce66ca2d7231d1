package dk.grundskema.api.service.solve;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Limits after which a solve ends: when the first of them is reached, summed over all its runs.
 *
 * @param time       running time; {@code null} means no limit of its own
 * @param steps      steps of each search; {@code null} means no limit
 * @param unimproved time without improvement; {@code null} means no limit
 */
record SolveJobLimits(
        @Nullable Duration time,
        @Nullable Long steps,
        @Nullable Duration unimproved) {
    /** Maximum running time of every solve. */
    static final Duration MAX_DURATION = Duration.ofHours(24);

    /** Returns the remaining limits after some effort. A limit that was reached is 0. */
    SolveJobLimits remainingAfter(Duration elapsed, long made) {
        return new SolveJobLimits(
                time == null ? null : longer(time.minus(elapsed), Duration.ZERO),
                steps == null ? null : Math.max(0, steps - made),
                unimproved);
    }

    /** Returns the limits increased by some effort. */
    SolveJobLimits extendedBy(Duration elapsed, long made) {
        return new SolveJobLimits(
                time == null ? null : time.plus(elapsed), steps == null ? null : steps + made, unimproved);
    }

    /** Returns whether a limit is reached. */
    boolean isReached() {
        return (time != null && !time.isPositive()) || (steps != null && steps <= 0);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
