package dk.grundskema.api.exports.feed;

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
 * Matches elements of two lists by one criterion after the other. Each criterion is evaluated once for each unmatched element and looked up in a hash
 * table, so many equal elements cost no more than different ones.
 */
final class PairMatcher<T> {
    /**
     * A matched pair.
     *
     * @param was element of the earlier list
     * @param now element of the later list
     */
    record Pair<T>(T was, T now) {}

    private List<T> before;
    private List<T> after;
    private final List<Pair<T>> found = new ArrayList<>();

    /** Creates a matcher for two lists without duplicates. */
    PairMatcher(List<T> before, List<T> after) {
        this.before = before;
        this.after = after;
    }

    /**
     * Matches unmatched elements with equal values; elements with the same value are matched in their order.
     *
     * @param mark value to compare; {@code null} means that the element has no match by this criterion
     */
    void matchBy(Function<? super T, ? extends @Nullable Object> mark) {
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

    /** Returns the matched pairs. */
    List<Pair<T>> matchedPairs() {
        return Collections.unmodifiableList(found);
    }
}
