package dk.grundskema.plugins.intensivecourse;

import static java.util.Comparator.comparingDouble;
import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * Distributes lessons over days in proportion to shares. On each day the lessons of one item are consecutive. Distributions with different start
 * indexes begin with different items, so that one teacher can go from group to group.
 *
 * @param <T> item that receives lessons, such as a subject; with {@code equals}
 */
final class LessonDistribution<T> {
    private final List<T> order;
    private final ToIntFunction<T> share;
    private final Map<T, Integer> given = new HashMap<>();

    /**
     * @param all   the items in order, at least one, each once
     * @param share returns the weight of an item compared with the others, 1 or more
     * @param place index of the first item, from 0, modulo the number of items
     */
    LessonDistribution(List<T> all, ToIntFunction<T> share, int place) {
        this.order = new ArrayList<>(all);
        this.share = share;
        Collections.rotate(order, -place);
    }

    /** Returns the items of the next day's lessons, in order. */
    List<T> nextDay(int lessons) {
        var day = new ArrayList<T>();
        while (day.size() < lessons) {
            T next = Collections.min(
                    order, comparingDouble(one -> (given.getOrDefault(one, 0) + 1.0) / share.applyAsInt(one)));
            given.merge(next, 1, Integer::sum);
            day.add(next);
        }
        day.sort(comparingInt(order::indexOf));
        return day;
    }
}
