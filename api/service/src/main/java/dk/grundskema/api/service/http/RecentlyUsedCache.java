package dk.grundskema.api.service.http;

import java.lang.ref.SoftReference;
import java.time.Duration;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Cache with a fixed number of entries that evicts the least recently used one. It is a {@link LinkedHashMap} in access order with soft references,
 * so all values may go when memory is short. An entry that was not used for half an hour (or the given duration) is removed too: it may contain names
 * that plans have deleted meanwhile, in this process or another. Eviction is by recency and not by frequency: a planner who edits a plan needs the
 * latest value again, and a frequency-based cache would evict just that one in favour of entries that are used all day. Thread-safe; for one key,
 * only one thread at a time computes the value.
 *
 * @param <K> type of the keys
 * @param <V> type of the values, which are expensive to compute
 */
public final class RecentlyUsedCache<K, V> {
    /** Default time after the last use until an entry is removed; it takes up to some minutes more. */
    public static final Duration UNUSED = Duration.ofMinutes(30);

    private static final int LOCKS = 64;

    private final Map<K, CacheEntry<V>> values;
    private final Object[] locks = new Object[LOCKS];
    private final long unused;
    private final LongSupplier nanos;

    /**
     * A cached value.
     *
     * @param value the value; it is released when memory is short
     * @param used  time of the last use, in nanoseconds
     */
    private record CacheEntry<V>(SoftReference<V> value, long used) {}

    /** @param most maximum number of entries, at least 1 */
    public RecentlyUsedCache(int most) {
        this(most, UNUSED, System::nanoTime);
    }

    /**
     * Creates a cache with another expiry time, for values without names.
     *
     * @param most   maximum number of entries, at least 1
     * @param unused time after the last use until an entry is removed
     * @param nanos  the clock, in nanoseconds from any origin
     */
    public RecentlyUsedCache(int most, Duration unused, LongSupplier nanos) {
        this.unused = unused.toNanos();
        this.nanos = nanos;
        this.values = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, CacheEntry<V>> eldest) {
                return size() > most;
            }
        };
        for (int i = 0; i < LOCKS; i++) {
            locks[i] = new Object();
        }
        ExpirySweeper.register(this);
    }

    /** Removes entries that were not used for too long. */
    void evictExpired() {
        synchronized (values) {
            long now = nanos.getAsLong();
            Iterator<CacheEntry<V>> oldestFirst = values.values().iterator();
            while (oldestFirst.hasNext() && now - oldestFirst.next().used() >= unused) {
                oldestFirst.remove();
            }
        }
    }

    /** Returns the number of entries. */
    int size() {
        synchronized (values) {
            return values.size();
        }
    }

    /** Removes expired entries of all caches every two minutes, even if the caches are not used. */
    private static final class ExpirySweeper {
        private static final Set<RecentlyUsedCache<?, ?>> ALL =
                Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));
        private static final ScheduledExecutorService LOOKING = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("used-lately").factory());

        @SuppressWarnings("FutureReturnValueIgnored") // the sweep throws nothing
        private static void start() {
            LOOKING.scheduleWithFixedDelay(ExpirySweeper::sweep, 2, 2, TimeUnit.MINUTES);
        }

        static {
            start();
        }

        static void register(RecentlyUsedCache<?, ?> one) {
            ALL.add(one);
        }

        private static void sweep() {
            List<RecentlyUsedCache<?, ?>> now;
            synchronized (ALL) {
                now = List.copyOf(ALL);
            }
            now.forEach(RecentlyUsedCache::evictExpired);
        }
    }

    /**
     * Returns the value of a key, and computes it if it is missing.
     *
     * @param making computes the value; if it throws, the exception is passed on and nothing is cached
     */
    public V get(K key, Function<? super K, ? extends V> making) {
        V known = findCurrent(key);
        if (known != null) {
            return known;
        }
        synchronized (locks[Math.floorMod(key.hashCode(), LOCKS)]) {
            V meanwhile = findCurrent(key);
            if (meanwhile != null) {
                return meanwhile;
            }
            V made = Objects.requireNonNull(making.apply(key));
            put(key, made);
            return made;
        }
    }

    /** Returns the value of a key; {@code null} if there is none. */
    public @Nullable V find(K key) {
        return findCurrent(key);
    }

    private @Nullable V findCurrent(K key) {
        evictExpired();
        synchronized (values) {
            CacheEntry<V> held = values.get(key);
            V value = held == null ? null : held.value().get();
            if (held != null && value != null) {
                values.put(key, new CacheEntry<>(held.value(), nanos.getAsLong()));
            }
            return value;
        }
    }

    /** Stores a value. */
    public void put(K key, V value) {
        synchronized (values) {
            values.put(key, new CacheEntry<>(new SoftReference<>(value), nanos.getAsLong()));
        }
    }

    /** Removes one entry. */
    public void remove(K key) {
        synchronized (values) {
            values.remove(key);
        }
    }

    /** Removes all entries. */
    public void clear() {
        synchronized (values) {
            values.clear();
        }
    }
}
