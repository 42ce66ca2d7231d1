package dk.grundskema.api.feeds;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds for each of some things the one among others that it belongs to, by one mark after the other. Each mark is asked once of each thing that has
 * nobody yet, so that many that are alike cost no more than as many that aren't.
 */
final class Pairs<T> {
    /**
     * Two that belong together.
     *
     * @param was the one that was there before
     * @param now the one that is there now
     */
    record Pair<T>(T was, T now) {}

    private List<T> before;
    private List<T> after;
    private final List<Pair<T>> found = new ArrayList<>();

    /** Of two lists of things that are each there once. */
    Pairs(List<T> before, List<T> after) {
        this.before = before;
        this.after = after;
    }

    /**
     * Puts together what has the same mark and nobody yet; where several have it, in their order.
     *
     * @param mark what must be the same; {@code null} means that it belongs to nobody by that
     */
    void pair(Function<? super T, ? extends @Nullable Object> mark) {
        Map<Object, Deque<T>> waiting = new HashMap<>();
        for (T was : before) {
            Object its = mark.apply(was);
            if (its != null) {
                waiting.computeIfAbsent(its, none -> new ArrayDeque<>()).add(was);
            }
        }
        Set<T> gone = Collections.newSetFromMap(new IdentityHashMap<>());
        var open = new ArrayList<T>();
        for (T now : after) {
            Object its = mark.apply(now);
            Deque<T> some = its == null ? null : waiting.get(its);
            if (some == null || some.isEmpty()) {
                open.add(now);
            } else {
                T was = some.remove();
                gone.add(was);
                found.add(new Pair<>(was, now));
            }
        }
        after = open;
        before = before.stream().filter(was -> !gone.contains(was)).toList();
    }

    /** Who belongs to whom. */
    List<Pair<T>> found() {
        return Collections.unmodifiableList(found);
    }
}
