package dk.grundskema.solver.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Gives ids their places in a list. */
public final class Numbers {
    private Numbers() {}

    /**
     * The place of each id.
     *
     * @throws IllegalArgumentException if an id occurs twice
     */
    public static <T, I> Map<I, Integer> of(List<T> all, Function<T, I> id) {
        Map<I, Integer> places = new HashMap<>();
        for (int i = 0; i < all.size(); i++) {
            I key = id.apply(all.get(i));
            if (places.put(key, i) != null) {
                throw new IllegalArgumentException(
                        "The id (%s) is given twice.\nMaybe two interventions have the same id?".formatted(key));
            }
        }
        return places;
    }
}
