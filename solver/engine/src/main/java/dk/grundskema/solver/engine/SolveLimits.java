package dk.grundskema.solver.engine;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When a solve ends by itself: as soon as one of the limits is reached.
 *
 * @param time       after so much time; {@code null} means no limit
 * @param steps      after so many steps of each search, or ten times as many tries, 1 or more; {@code null} means no limit. Only a solve that ends by
 *     steps alone gives the same timetable for the same seed, byte for byte
 * @param unimproved after so much time without a better plan; {@code null} means no limit
 */
public record SolveLimits(
        @Nullable Duration time,
        @Nullable Long steps,
        @Nullable Duration unimproved) {
    /** @throws IllegalArgumentException if there is no limit at all, or one isn't positive */
    public SolveLimits {
        if (time == null && steps == null && unimproved == null) {
            throw new IllegalArgumentException("A solve without any limit never ends.\nMaybe give it some seconds?");
        }
        if ((steps != null && steps < 1) || isNotPositive(time) || isNotPositive(unimproved)) {
            throw new IllegalArgumentException("The limits (time %s, steps %s, unimproved %s) must be positive."
                    .formatted(time, steps, unimproved));
        }
    }

    /** Ends after so much time. */
    public static SolveLimits of(Duration time) {
        return new SolveLimits(time, null, null);
    }

    /** Ends after so many steps of each search. */
    public static SolveLimits ofSteps(long steps) {
        return new SolveLimits(null, steps, null);
    }

    private static boolean isNotPositive(@Nullable Duration duration) {
        return duration != null && !duration.isPositive();
    }
}
