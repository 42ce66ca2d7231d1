package dk.grundskema.api.server.solving;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When a solve ends by itself: as soon as one of these is reached, over all times that it ran.
 *
 * @param time       after so much time; {@code null} means no limit of its own
 * @param steps      after so many steps of each search; {@code null} means no limit
 * @param unimproved after so much time without a better plan; {@code null} means no limit
 */
record SolveEnd(
        @Nullable Duration time,
        @Nullable Long steps,
        @Nullable Duration unimproved) {
    /** No solve goes on for longer, whatever was asked. */
    static final Duration LONGEST = Duration.ofHours(24);

    /** What is left of it after what was done; nothing is left of what has been reached. */
    SolveEnd after(Duration elapsed, long made) {
        return new SolveEnd(
                time == null ? null : longer(time.minus(elapsed), Duration.ZERO),
                steps == null ? null : Math.max(0, steps - made),
                unimproved);
    }

    /** The same end, so much later. */
    SolveEnd plus(Duration elapsed, long made) {
        return new SolveEnd(time == null ? null : time.plus(elapsed), steps == null ? null : steps + made, unimproved);
    }

    /** Whether nothing is left. */
    boolean isReached() {
        return (time != null && !time.isPositive()) || (steps != null && steps <= 0);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
