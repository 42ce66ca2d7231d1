package dk.grundskema.solver.engine;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Limits of a solve, which ends when the first limit is reached.
 *
 * @param time maximum duration; {@code null} means no limit
 * @param steps maximum steps of each search, 1 or more; a step is ten tried moves; {@code null} means no limit. Only a
 * solve that is limited by steps alone gives the same timetable for the same seed, byte for byte
 * @param unimproved maximum duration without a better plan; {@code null} means no limit
 */
public record SolveLimits(
        @Nullable Duration time,
        @Nullable Long steps,
        @Nullable Duration unimproved) {
    /** @throws IllegalArgumentException if there is no limit, or one is not positive */
    public SolveLimits {
        if (time == null && steps == null && unimproved == null) {
            throw new IllegalArgumentException("A solve without any limit never ends.\nMaybe give it some seconds?");
        }
        if ((steps != null && steps < 1) || isNotPositive(time) || isNotPositive(unimproved)) {
            throw new IllegalArgumentException("The limits (time %s, steps %s, unimproved %s) must be positive."
                    .formatted(time, steps, unimproved));
        }
    }

    /** Limits the duration. */
    public static SolveLimits of(Duration time) {
        return new SolveLimits(time, null, null);
    }

    /** Limits the steps of each search. */
    public static SolveLimits ofSteps(long steps) {
        return new SolveLimits(null, steps, null);
    }

    private static boolean isNotPositive(@Nullable Duration duration) {
        return duration != null && !duration.isPositive();
    }
}
