package dk.grundskema.api.server.platform;

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
 * What was used lately, so many and no more: when there is one too many, the one goes that nobody used for longest; all may go where memory is
 * short. What nobody used for half an hour, or for so long as is said, goes, too: it may have names that plans have forgotten meanwhile, here or in
 * another process. A cache that looks at how often something was used would keep what is asked for all day and throw out
 * at once what was made last, and that is just what whoever changes a plan by hand comes back for. Safe to use from several threads; one value is made by one of them at a time.
 *
 * @param <K> what it is looked up by
 * @param <V> what is costly to make
 */
public final class Lately<K, V> {
    /** So long after its last use something can still be in memory unless told otherwise, and some minutes more. */
    public static final Duration UNUSED = Duration.ofMinutes(30);

    private static final int LOCKS = 64;

    private final Map<K, Held<V>> values;
    private final Object[] locks = new Object[LOCKS];
    private final long unused;
    private final LongSupplier nanos;

    /**
     * A value.
     *
     * @param value goes where memory is short
     * @param used  when it was used last
     */
    private record Held<V>(SoftReference<V> value, long used) {}

    /** @param most how many are kept, at least 1 */
    public Lately(int most) {
        this(most, UNUSED, System::nanoTime);
    }

    /**
     * One that keeps what has nobody's name in it for longer.
     *
     * @param most   how many are kept, at least 1
     * @param unused so long after its last use something is still kept
     * @param nanos  the clock, in nanoseconds from anywhere
     */
    public Lately(int most, Duration unused, LongSupplier nanos) {
        this.unused = unused.toNanos();
        this.nanos = nanos;
        this.values = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, Held<V>> eldest) {
                return size() > most;
            }
        };
        for (int i = 0; i < LOCKS; i++) {
            locks[i] = new Object();
        }
        LookingAfter.all(this);
    }

    /** Lets what nobody used for too long go. */
    void letGo() {
        synchronized (values) {
            long now = nanos.getAsLong();
            Iterator<Held<V>> oldestFirst = values.values().iterator();
            while (oldestFirst.hasNext() && now - oldestFirst.next().used() >= unused) {
                oldestFirst.remove();
            }
        }
    }

    /** How many are known. */
    int size() {
        synchronized (values) {
            return values.size();
        }
    }

    /** Looks every some minutes, whether anybody asks for anything or not. */
    private static final class LookingAfter {
        private static final Set<Lately<?, ?>> ALL =
                Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));
        private static final ScheduledExecutorService LOOKING = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("used-lately").factory());

        @SuppressWarnings("FutureReturnValueIgnored") // a look lets no failure out
        private static void begin() {
            LOOKING.scheduleWithFixedDelay(LookingAfter::look, 2, 2, TimeUnit.MINUTES);
        }

        static {
            begin();
        }

        static void all(Lately<?, ?> one) {
            ALL.add(one);
        }

        private static void look() {
            List<Lately<?, ?>> now;
            synchronized (ALL) {
                now = List.copyOf(ALL);
            }
            now.forEach(Lately::letGo);
        }
    }

    /**
     * What is known under a key, made if it isn't.
     *
     * @param making makes it; what it throws is thrown, and nothing is remembered then
     */
    public V get(K key, Function<? super K, ? extends V> making) {
        V known = known(key);
        if (known != null) {
            return known;
        }
        synchronized (locks[Math.floorMod(key.hashCode(), LOCKS)]) {
            V meanwhile = known(key);
            if (meanwhile != null) {
                return meanwhile;
            }
            V made = Objects.requireNonNull(making.apply(key));
            put(key, made);
            return made;
        }
    }

    /** What is known under a key; {@code null} if nothing is. */
    public @Nullable V find(K key) {
        return known(key);
    }

    private @Nullable V known(K key) {
        letGo();
        synchronized (values) {
            Held<V> held = values.get(key);
            V value = held == null ? null : held.value().get();
            if (held != null && value != null) {
                values.put(key, new Held<>(held.value(), nanos.getAsLong()));
            }
            return value;
        }
    }

    /** Remembers what was made elsewhere. */
    public void put(K key, V value) {
        synchronized (values) {
            values.put(key, new Held<>(new SoftReference<>(value), nanos.getAsLong()));
        }
    }

    /** Forgets one. */
    public void remove(K key) {
        synchronized (values) {
            values.remove(key);
        }
    }

    /** Forgets all. */
    public void clear() {
        synchronized (values) {
            values.clear();
        }
    }
}
