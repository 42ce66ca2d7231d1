package dk.grundskema.api.platform.traffic;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dk.grundskema.api.platform.http.ErrorResponseWriter;
import dk.grundskema.api.platform.http.RefusalException;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Limits the requests per minute of each of many callers. It counts in this process, with a monotonic clock. */
public final class RateLimiter {
    private static final int MOST_CALLERS = 100_000;

    private final int perMinute;
    private final TimeMeter timeMeter;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_CALLERS)
            .expireAfterAccess(Duration.ofMinutes(2))
            .build();

    /**
     * @param perMinute requests of one caller per minute, at least 1; all of them may come at once
     * @param timeMeter   clock for the refill
     */
    public RateLimiter(int perMinute, TimeMeter timeMeter) {
        this.perMinute = perMinute;
        this.timeMeter = timeMeter;
    }

    /** Takes one request of a caller's quota. Returns how long to wait for the next one; {@code null} if there was one left. */
    public @Nullable Duration tryTake(String caller) {
        ConsumptionProbe probe = buckets.get(caller, fresh -> bucket()).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? null : Duration.ofNanos(probe.getNanosToWaitForRefill());
    }

    /** Takes one request of a caller's quota. Otherwise writes a response with the waiting time and returns false. */
    boolean takeOrRefuse(
            String caller,
            ErrorResponseWriter errorResponseWriter,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Duration wait = tryTake(caller);
        if (wait != null) {
            errorResponseWriter.write(RefusalException.tooMany("rest.too-many-requests", wait), request, response);
        }
        return wait == null;
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                .withCustomTimePrecision(timeMeter)
                .build();
    }
}
