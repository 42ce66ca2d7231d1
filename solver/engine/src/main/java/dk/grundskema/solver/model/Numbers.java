package dk.grundskema.solver.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The places of ids in a list.
 *
 * @param <I> type of the ids
 */
public final class Numbers<I> {
    /** What {@link #find} gives for an id that is not in the list. */
    public static final int NOWHERE = -1;

    private final Map<I, Integer> places = new HashMap<>();

    /**
     * The places of a list's ids.
     *
     * @throws IllegalArgumentException if an id occurs twice
     */
    public <T> Numbers(List<T> all, Function<T, I> id) {
        for (int i = 0; i < all.size(); i++) {
            I key = id.apply(all.get(i));
            if (places.put(key, i) != null) {
                throw new IllegalArgumentException(
                        "The id (%s) is given twice.\nMaybe two interventions have the same id?".formatted(key));
            }
        }
    }

    /**
     * The place of an id.
     *
     * @throws IllegalArgumentException if the id is not in the list
     */
    public int of(I id) {
        int place = find(id);
        if (place == NOWHERE) {
            throw new IllegalArgumentException(
                    "Nothing has the id (%s).\nMaybe it is not part of the problem or its demand?".formatted(id));
        }
        return place;
    }

    /** The place of an id, or {@link #NOWHERE}. */
    public int find(I id) {
        return places.getOrDefault(id, NOWHERE);
    }

    /** Whether the id is in the list. */
    public boolean has(I id) {
        return places.containsKey(id);
    }
}
