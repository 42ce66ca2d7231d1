package dk.grundskema.api.server.solving;

import dk.grundskema.api.server.Client.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for what real processes do, for so long that nobody doubts that it didn't come. */
final class Waiting {
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private Waiting() {}

    /** Asks again and again until the answer is the expected one. */
    static <T> T until(Supplier<T> asking, Predicate<T> expected) {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (true) {
            T answer = asking.get();
            if (expected.test(answer)) {
                return answer;
            }
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("It never came; last: " + answer);
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Nobody waits any more.", e);
            }
        }
    }

    static boolean hasEnded(Answer solve) {
        return Set.of("DONE", "FAILED").contains(String.valueOf(solve.at("/state")));
    }

    /** Whether the best timetable of a solve is no worse than that of another, or of itself before. */
    static boolean isAtLeastAsGood(Answer one, Answer other) {
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
