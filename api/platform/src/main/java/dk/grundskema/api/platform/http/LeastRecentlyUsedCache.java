package dk.grundskema.api.platform.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Policy;
import com.github.benmanes.caffeine.cache.Scheduler;
import com.github.benmanes.caffeine.cache.Ticker;
import com.github.benmanes.caffeine.cache.Weigher;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Caches values that are computed from stored documents. When it is full, the value that was used longest ago is removed.
 *
 * <p>Caffeine's own bound keeps what is used often. Keys here contain a revision or document, and each edit makes a new one: the values
 * of earlier revisions were used more often, so the new one would be refused again and again while several plans are edited in turn.
 *
 * <p>Values are also removed when memory is short, and when they were not used for a while: they may contain names that plans have deleted
 * meanwhile, in this process or another.
 */
public final class LeastRecentlyUsedCache<K, V> {
    /** Default time after the last use until a value is removed. */
    public static final Duration DEFAULT_LIFETIME = Duration.ofMinutes(30);

    private final Cache<K, V> values;
    private final long maxEntries;
    private final Policy.FixedExpiration<K, V> expirationPolicy;
    private final Policy.Eviction<K, V> evictionPolicy;

    private LeastRecentlyUsedCache(long maxEntries, Caffeine<K, V> settings) {
        this.values = settings.maximumWeight(Long.MAX_VALUE)
                .scheduler(Scheduler.systemScheduler())
                .build();
        this.maxEntries = maxEntries;
        this.expirationPolicy = values.policy().expireAfterAccess().orElseThrow();
        this.evictionPolicy = values.policy().eviction().orElseThrow();
    }

    /** @param most maximum number of values, at least 1 */
    public static <K, V> LeastRecentlyUsedCache<K, V> create(int most) {
        return create(most, DEFAULT_LIFETIME, Ticker.systemTicker());
    }

    /**
     * Creates a cache with another expiry time, for values without names.
     *
     * @param most   maximum number of values, at least 1
     * @param lifetime time after the last use until a value is removed
     * @param nanos  the clock
     */
    public static <K, V> LeastRecentlyUsedCache<K, V> create(int most, Duration lifetime, Ticker nanos) {
        return new LeastRecentlyUsedCache<>(
                most,
                LeastRecentlyUsedCache.<K, V>weighing(any -> 1)
                        .softValues()
                        .expireAfterAccess(lifetime)
                        .ticker(nanos));
    }

    /**
     * Creates a cache that is bounded by the size of its values, and keeps them when memory is short.
     *
     * @param maxEntries maximum sum of the sizes
     * @param size size of a value, at least 1, in the unit of the sum
     */
    public static <K, V> LeastRecentlyUsedCache<K, V> createSized(long maxEntries, ToIntFunction<V> size) {
        return new LeastRecentlyUsedCache<>(
                maxEntries, LeastRecentlyUsedCache.<K, V>weighing(size).expireAfterAccess(DEFAULT_LIFETIME));
    }

    private static <K, V> Caffeine<K, V> weighing(ToIntFunction<V> size) {
        Weigher<K, V> weigher = (key, value) -> size.applyAsInt(value);
        // Caffeine then records each write before the next use. On another thread, it would miss uses in between.
        return Caffeine.newBuilder().executor(Runnable::run).weigher(weigher);
    }

    /** Returns the value of a key; computes it if it is not cached. Calls for the same key wait for each other. */
    public V get(K key, Function<? super K, ? extends V> compute) {
        V known = values.getIfPresent(key);
        if (known != null) {
            return known;
        }
        V value = values.get(key, compute);
        removeExcess();
        return value;
    }

    /** Returns the value of a key, or null if it is not cached. */
    public @Nullable V getIfPresent(K key) {
        return values.getIfPresent(key);
    }

    /** Caches a value in place of an earlier one of the same key. */
    public void put(K key, V value) {
        values.put(key, value);
        removeExcess();
    }

    /** Removes the value of a key. */
    public void invalidate(K key) {
        values.invalidate(key);
    }

    /** Removes all values. */
    public void invalidateAll() {
        values.invalidateAll();
    }

    private void removeExcess() {
        while (evictionPolicy.weightedSize().orElseThrow() > maxEntries) {
            var oldest = expirationPolicy.oldest(1).keySet();
            if (oldest.isEmpty()) {
                return;
            }
            values.invalidateAll(oldest);
        }
    }
}
