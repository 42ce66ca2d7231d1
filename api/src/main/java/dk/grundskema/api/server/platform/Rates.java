package dk.grundskema.api.server.platform;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How many requests a minute each of many has. */
final class Rates {
    private static final int MOST_CALLERS = 100_000;

    private final int perMinute;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_CALLERS)
            .expireAfterAccess(Duration.ofMinutes(2))
            .build();

    Rates(int perMinute) {
        this.perMinute = perMinute;
    }

    /** How long somebody has to wait for the next request; {@code null} means that there was one left, and now there is one less. */
    @Nullable
    Duration wait(String caller) {
        ConsumptionProbe probe = buckets.get(caller, fresh -> bucket()).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? null : Duration.ofNanos(probe.getNanosToWaitForRefill());
    }

    /** Whether somebody has a request left; otherwise the answer says how long to wait. */
    boolean take(String caller, PlainProblems problems, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Duration wait = wait(caller);
        if (wait != null) {
            problems.answer(Refusal.tooMany("rest.too-many-requests", wait), request, response);
        }
        return wait == null;
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                .build();
    }
}
