package dk.grundskema.solver.engine;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Measures a solve from its start against its limits. Thread-safe. */
final class SolveLimitWatch {
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

    /** Returns the number of steps of the next round: the usual one, or fewer if fewer are left. */
    long stepsOfRound(long usual) {
        return limits.steps() == null ? usual : Math.min(usual, limits.steps() - steps.get());
    }

    /**
     * Divides the remaining time among the turns of a round.
     *
     * @param searches number of turns at the same time
     * @param turns number of turns of the round
     * @param reserved time at the end that is not divided
     * @return at least 1 ms; {@code null} if time is not limited
     */
    @Nullable
    Duration timeOfTurn(int searches, int turns, Duration reserved) {
        if (limits.time() == null) {
            return null;
        }
        Duration left = limits.time()
                .minus(reserved)
                .minus(elapsed())
                .multipliedBy(searches)
                .dividedBy(turns);
        return left.toMillis() > 0 ? Duration.ofMillis(left.toMillis()) : Duration.ofMillis(1);
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
