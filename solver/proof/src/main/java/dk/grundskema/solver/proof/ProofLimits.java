package dk.grundskema.solver.proof;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Limits of proofs and repairs.
 *
 * @param effort limit of each exact search in CP-SAT's deterministic units, one to three seconds each; more than 0
 * @param time   limit of the whole question; {@code null} means none. Only without it is the result the same each time
 */
public record ProofLimits(double effort, @Nullable Duration time) {
    /** @throws IllegalArgumentException if a limit is not positive */
    public ProofLimits {
        if (effort <= 0 || (time != null && !time.isPositive())) {
            throw new IllegalArgumentException("The limits (%s, %s) must be positive.".formatted(effort, time));
        }
    }

    /** Returns limits for questions of a command: 20 units for each search and a minute in all. */
    public static ProofLimits ofCommand() {
        return new ProofLimits(20, Duration.ofMinutes(1));
    }

    Budget start() {
        return start(() -> false);
    }

    /** @param stopped returns whether nobody waits for the answer any more */
    Budget start(BooleanSupplier stopped) {
        return new Budget(effort, time == null ? Long.MAX_VALUE : time.toNanos(), System.nanoTime(), stopped);
    }

    /**
     * What one question may still use.
     *
     * @param effort  limit of each search
     * @param limit   limit of all in nanoseconds; {@code Long.MAX_VALUE} means none
     * @param started when it began
     * @param stopped returns whether nobody waits for the answer any more
     */
    record Budget(double effort, long limit, long started, BooleanSupplier stopped) {
        /** Returns limits with half of the time that is left, so that the other half remains for what follows. */
        Budget half() {
            long used = System.nanoTime() - started;
            return isTimed() ? new Budget(effort, used + Math.max(0, limit - used) / 2, started, stopped) : this;
        }

        /** Returns limits with a tenth of the effort, for what only makes an answer better. */
        Budget tenth() {
            return new Budget(effort / 10, limit, started, stopped);
        }

        boolean isOver() {
            return stopped.getAsBoolean() || System.nanoTime() - started >= limit;
        }

        boolean isTimed() {
            return limit != Long.MAX_VALUE;
        }

        double secondsLeft() {
            return Math.max(0.001, (limit - (System.nanoTime() - started)) / 1e9);
        }
    }
}
