package dk.grundskema.solver.spi.toolkit;

import static java.util.Comparator.comparingDouble;
import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * Shares lessons out, day by day: to the last lesson each gets what is due to its share, and a day has each in one stretch. Who begins another round
 * begins with another, so that one teacher can go from group to group.
 *
 * @param <T> what gets lessons, such as a subject; with {@code equals}
 */
public final class Shares<T> {
    private final List<T> order;
    private final ToIntFunction<T> share;
    private final Map<T, Integer> given = new HashMap<>();

    /**
     * @param all   what gets lessons, in order, at least one, each once
     * @param share how much each gets compared with the others, 1 or more
     * @param place which of them begins, from 0; beyond the last it begins anew
     */
    public Shares(List<T> all, ToIntFunction<T> share, int place) {
        this.order = new ArrayList<>(all);
        this.share = share;
        Collections.rotate(order, -place);
    }

    /** Who gets the lessons of the next day, in order. */
    public List<T> day(int lessons) {
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
