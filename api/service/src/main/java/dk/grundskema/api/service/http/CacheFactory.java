package dk.grundskema.api.service.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;

/**
 * Creates caches of values that are computed from stored documents. Their values go when memory is short, and when they were not used for a while:
 * they may contain names that plans have deleted meanwhile, in this process or another.
 */
public final class CacheFactory {
    /** Default time after the last use until a value is removed. */
    public static final Duration UNUSED = Duration.ofMinutes(30);

    private CacheFactory() {}

    /** @param most maximum number of values, at least 1 */
    public static <K, V> Cache<K, V> create(int most) {
        return create(most, UNUSED, Ticker.systemTicker());
    }

    /**
     * Creates a cache with another expiry time, for values without names.
     *
     * @param most   maximum number of values, at least 1
     * @param unused time after the last use until a value is removed
     * @param nanos  the clock
     */
    public static <K, V> Cache<K, V> create(int most, Duration unused, Ticker nanos) {
        return Caffeine.newBuilder()
                .maximumSize(most)
                .softValues()
                .expireAfterAccess(unused)
                .ticker(nanos)
                .scheduler(Scheduler.systemScheduler())
                .build();
    }
}
