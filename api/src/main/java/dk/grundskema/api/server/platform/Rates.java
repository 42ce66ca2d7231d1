package dk.grundskema.api.server.platform;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;

/** How many requests a minute each of many has. */
final class Rates {
    private static final int MOST_CALLERS = 100_000;

    private final PlainProblems problems;
    private final int perMinute;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_CALLERS)
            .expireAfterAccess(Duration.ofMinutes(2))
            .build();

    Rates(PlainProblems problems, int perMinute) {
        this.problems = problems;
        this.perMinute = perMinute;
    }

    /** Whether somebody has a request left; otherwise the answer says how long to wait. */
    boolean take(String caller, HttpServletRequest request, HttpServletResponse response) throws IOException {
        ConsumptionProbe probe = buckets.get(caller, fresh -> bucket()).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            Duration wait = Duration.ofNanos(probe.getNanosToWaitForRefill());
            problems.answer(Refusal.tooMany("rest.too-many-requests", wait), request, response);
        }
        return probe.isConsumed();
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                .build();
    }
}
