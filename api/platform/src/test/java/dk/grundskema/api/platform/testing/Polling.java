package dk.grundskema.api.platform.testing;

import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Polls for effects of real processes, with a generous timeout. */
public final class Polling {
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final long SHORTEST_MILLIS = 5;
    private static final long LONGEST_MILLIS = 100;

    private Polling() {}

    /** Repeats a request until the response is as expected. */
    public static <T> T until(Supplier<T> asking, Predicate<T> expected) {
        long end = System.nanoTime() + LONGEST.toNanos();
        for (long millis = SHORTEST_MILLIS; true; millis = Math.min(2 * millis, LONGEST_MILLIS)) {
            T answer = asking.get();
            if (expected.test(answer)) {
                return answer;
            }
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("It never came; last: " + answer);
            }
            try {
                Thread.sleep(millis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Nobody waits any more.", e);
            }
        }
    }

    /**
     * Polls until a condition holds.
     *
     * @param what description for the failure message
     */
    public static void until(String what, BooleanSupplier isSo) {
        until(() -> isSo.getAsBoolean() ? "so" : what, "so"::equals);
    }

    /** Returns whether a solve has ended, successfully or not. */
    public static boolean hasEnded(Answer solve) {
        return Set.of("DONE", "FAILED").contains(String.valueOf(solve.at("/state")));
    }

    /** Whether the best timetable of a solve is no worse than that of another, or of itself before. */
    public static boolean isAtLeastAsGood(Answer one, Answer other) {
        for (String level : List.of("hard", "medium", "soft")) {
            int difference = Long.compare(level(one, level), level(other, level));
            if (difference != 0) {
                return difference > 0;
            }
        }
        return true;
    }

    private static long level(Answer solve, String level) {
        return Long.parseLong(String.valueOf(solve.at("/score/" + level)));
    }
}
