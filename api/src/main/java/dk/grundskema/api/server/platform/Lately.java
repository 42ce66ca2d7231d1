package dk.grundskema.api.server.platform;

import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What was used lately, so many and no more: when there is one too many, the one goes that nobody used for longest; all may go where memory is
 * short. A cache that looks at how often something was used would keep what is asked for all day and throw out at once what was made last, and that
 * is just what whoever changes a plan by hand comes back for. Safe to use from several threads; one value is made by one of them at a time.
 *
 * @param <K> what it is looked up by
 * @param <V> what is costly to make
 */
public final class Lately<K, V> {
    private static final int LOCKS = 64;

    private final Map<K, SoftReference<V>> values;
    private final Object[] locks = new Object[LOCKS];

    /** @param most how many are kept, at least 1 */
    public Lately(int most) {
        this.values = new LinkedHashMap<>(most, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, SoftReference<V>> eldest) {
                return size() > most;
            }
        };
        for (int i = 0; i < LOCKS; i++) {
            locks[i] = new Object();
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

    private @Nullable V known(K key) {
        synchronized (values) {
            SoftReference<V> value = values.get(key);
            return value == null ? null : value.get();
        }
    }

    /** Remembers what was made elsewhere. */
    public void put(K key, V value) {
        synchronized (values) {
            values.put(key, new SoftReference<>(value));
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
