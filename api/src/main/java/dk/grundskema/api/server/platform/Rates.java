package dk.grundskema.api.server.platform;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Limits how many requests a minute each of many callers has. It counts in this process, by a clock that never jumps. */
public final class Rates {
    private static final int MOST_CALLERS = 100_000;

    private final int perMinute;
    private final TimeMeter elapsed;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_CALLERS)
            .expireAfterAccess(Duration.ofMinutes(2))
            .build();

    /**
     * @param perMinute requests of one caller in a minute, at least 1; all of them can come at once
     * @param elapsed   the clock by which requests are given back
     */
    public Rates(int perMinute, TimeMeter elapsed) {
        this.perMinute = perMinute;
        this.elapsed = elapsed;
    }

    /** How long somebody has to wait for the next request; {@code null} means that there was one left, and now there is one less. */
    public @Nullable Duration wait(String caller) {
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
                .withCustomTimePrecision(elapsed)
                .build();
    }
}
