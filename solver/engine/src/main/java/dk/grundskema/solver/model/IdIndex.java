package dk.grundskema.solver.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Maps ids to their positions in a list.
 *
 * @param <I> type of the ids
 */
public final class IdIndex<I> {
    /** Returned by {@link #find} for an id that is not in the list. */
    public static final int NOWHERE = -1;

    private final Map<I, Integer> places = new HashMap<>();

    /**
     * Indexes the ids of a list.
     *
     * @throws IllegalArgumentException if an id occurs twice
     */
    public <T> IdIndex(List<T> all, Function<T, I> id) {
        for (int i = 0; i < all.size(); i++) {
            I key = id.apply(all.get(i));
            if (places.put(key, i) != null) {
                throw new IllegalArgumentException(
                        "The id (%s) is given twice.\nMaybe two interventions have the same id?".formatted(key));
            }
        }
    }

    /**
     * Returns the position of an id.
     *
     * @throws IllegalArgumentException if the id is not in the list
     */
    public int indexOf(I id) {
        int place = find(id);
        if (place == NOWHERE) {
            throw new IllegalArgumentException(
                    "The id (%s) is unknown.\nMaybe it is not part of the problem or its demand?".formatted(id));
        }
        return place;
    }

    /** Returns the position of an id, or {@link #NOWHERE}. */
    public int find(I id) {
        return places.getOrDefault(id, NOWHERE);
    }

    /** Whether the id is in the list. */
    public boolean contains(I id) {
        return places.containsKey(id);
    }
}
