package dk.grundskema.api.server.platform;

import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What was made or used last, so much of it at most; whatever is the newest is in it. Where people go on from what they just made, what was wanted
 * often before says nothing of what is wanted next. All of it may go when memory is short, for it can be made again. Safe to use from several
 * threads.
 *
 * @param <K> what a value is known by
 * @param <V> what is remembered
 */
public final class Lately<K, V> {
    private final Map<K, Place<V>> places = new LinkedHashMap<>(16, 0.75f, true);
    private final int most;

    /** @param most so many at most */
    public Lately(int most) {
        this.most = most;
    }

    /** Where a value is; only one makes it, others that want it wait for that. */
    private static final class Place<V> {
        private @Nullable SoftReference<V> value;

        synchronized V get(Supplier<? extends V> making) {
            V known = value == null ? null : value.get();
            if (known == null) {
                known = making.get();
                value = new SoftReference<>(known);
            }
            return known;
        }

        synchronized void put(V made) {
            value = new SoftReference<>(made);
        }
    }

    /**
     * A value, made if it isn't remembered. What making it throws is thrown, and nothing is remembered then.
     *
     * @param making makes the value of a key; never uses this
     */
    public V get(K key, Function<? super K, ? extends V> making) {
        return place(key).get(() -> making.apply(key));
    }

    /** Remembers a value that was made elsewhere. */
    public void put(K key, V value) {
        place(key).put(value);
    }

    /** Forgets a value. */
    public void forget(K key) {
        synchronized (places) {
            places.remove(key);
        }
    }

    private Place<V> place(K key) {
        synchronized (places) {
            Place<V> place = places.computeIfAbsent(key, fresh -> new Place<>());
            if (places.size() > most) {
                places.remove(places.keySet().iterator().next());
            }
            return place;
        }
    }
}
