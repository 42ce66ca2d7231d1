package dk.grundskema.api.platform;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * A value that was made, and where its parts stand in the file.
 *
 * @param value  the value; {@code null} where the file says so and may
 * @param origin where its parts stand
 */
record Built(@Nullable Object value, Origin origin) {
    /**
     * An element of a list or set that was made.
     *
     * @param value    the element
     * @param position its place in the file's list
     * @param origin   where its parts stand
     */
    record Element(Object value, int position, Origin origin) {}

    /** A value without parts; {@code null} if there is none. */
    static @Nullable Built plain(@Nullable Object value) {
        return value == null ? null : new Built(value, Origin.PLAIN);
    }

    /** A list or set of the type {@code raw}; {@code lost} says whether some of its elements are broken and left out. */
    @SuppressWarnings("unchecked") // elements of sorted sets are comparable, or the set couldn't be declared
    static Built of(List<Element> elements, Class<?> raw, boolean lost) {
        if (SortedSet.class.isAssignableFrom(raw)) {
            elements.sort(Comparator.comparing(element -> (Comparable<Object>) element.value()));
        }
        var parts = new HashMap<String, Origin>();
        for (int i = 0; i < elements.size(); i++) {
            parts.put(String.valueOf(i), elements.get(i).origin());
        }
        Collection<Object> values =
                RecordShape.empty(raw) instanceof Collection<?> empty ? (Collection<Object>) empty : List.of();
        elements.forEach(element -> values.add(element.value()));
        return new Built(
                values,
                new Origin(parts, elements.stream().map(Element::position).toList(), lost));
    }
}
