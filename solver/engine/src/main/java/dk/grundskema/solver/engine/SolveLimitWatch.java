package dk.grundskema.solver.engine;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Measures a solve from its start against its limits. Thread-safe. */
final class SolveLimitWatch {
    private static final int GROWTH = 10;
    private static final long STEPS_OF_FIRST_ROUND = 60_000;
    private static final long MILLIS_OF_FIRST_ROUND = 6_000;

    private final SolveLimits limits;
    private final LongSupplier nanoTime;
    private final long started;
    private final AtomicLong steps = new AtomicLong();
    private volatile long improvedAt;

    /** @param nanoTime nanoseconds from any origin, see {@link System#nanoTime} */
    SolveLimitWatch(SolveLimits limits, LongSupplier nanoTime) {
        this.limits = limits;
        this.nanoTime = nanoTime;
        this.started = nanoTime.getAsLong();
        this.improvedAt = started;
    }

    /** Returns the time since the start. */
    Duration elapsed() {
        return Duration.ofNanos(nanoTime.getAsLong() - started);
    }

    /** Returns the steps made in each search. */
    long steps() {
        return steps.get();
    }

    /** Counts steps made in each search. */
    void addSteps(long count) {
        steps.addAndGet(count);
    }

    /** Restarts the time without improvement. */
    void recordImprovement() {
        improvedAt = nanoTime.getAsLong();
    }

    /**
     * Returns the number of steps of a round. The first round takes a tenth of the steps, or as many as are usual; each other one ends after ten
     * times as many steps as were made before it, or at the limit.
     *
     * @return 1 or more; {@code null} if steps are not limited
     */
    @Nullable
    Long stepsOfRound() {
        if (limits.steps() == null) {
            return null;
        }
        long made = steps.get();
        long end = made == 0 ? Math.clamp(limits.steps() / GROWTH, 1, STEPS_OF_FIRST_ROUND) : made * GROWTH;
        return (2 * end > limits.steps() ? limits.steps() : end) - made;
    }

    /**
     * Returns the time of a round. The first round takes a tenth of the time, or as much as is usual; each other one ends after ten times as much
     * as had passed before it, or at the limit. If a solve ends after some time without improvement, a
     * round takes less than half of it, so that a whole round fits into it.
     *
     * @param reserved time at the end that rounds do not take
     * @return at least 1 ms; {@code null} if time is not limited
     */
    @Nullable
    Duration timeOfRound(Duration reserved) {
        Duration longest = limits.unimproved() == null
                ? null
                : limits.unimproved().multipliedBy(9).dividedBy(20);
        if (limits.time() == null) {
            return longest;
        }
        long all = limits.time().minus(reserved).toMillis();
        long passed = elapsed().toMillis();
        long end = Math.max(1, Math.min(all / GROWTH, MILLIS_OF_FIRST_ROUND));
        while (end <= passed + end / GROWTH) {
            end *= GROWTH;
        }
        long time = Math.max(1, (2 * end > all ? all : end) - passed);
        return Duration.ofMillis(longest == null ? time : Math.min(time, Math.max(1, longest.toMillis())));
    }

    /** Returns whether a round takes so much of the time limit that it is the only long one; {@code null} is a round without a limit of time. */
    boolean isMostOfTheTime(@Nullable Duration round) {
        return round != null
                && limits.time() != null
                && round.compareTo(limits.time().dividedBy(2)) > 0;
    }

    /**
     * Returns whether the limit of steps, or of time less a part, is reached.
     *
     * @param reserved the part of the time
     */
    boolean isReached(Duration reserved) {
        return (limits.steps() != null && steps.get() >= limits.steps())
                || (limits.time() != null && elapsed().compareTo(limits.time().minus(reserved)) >= 0);
    }

    /** Returns whether the limit of time without improvement is reached. */
    boolean isUnimprovedTooLong() {
        return limits.unimproved() != null
                && nanoTime.getAsLong() - improvedAt >= limits.unimproved().toNanos();
    }
}
