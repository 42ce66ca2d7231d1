package dk.grundskema.api.documents.json;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * A value that was read, and the positions of its parts in the file.
 *
 * @param value  the value; {@code null} if the file has null there and the component is nullable
 * @param origin positions of its parts in the file
 */
record ParsedValue(@Nullable Object value, SourcePositions origin) {
    /**
     * An element of a list or set that was read.
     *
     * @param value    the element
     * @param position its index in the file's list
     * @param origin   positions of its parts in the file
     */
    record ParsedElement(Object value, int position, SourcePositions origin) {}

    /** Returns a value without parts; {@code null} for {@code null}. */
    static @Nullable ParsedValue ofScalar(@Nullable Object value) {
        return value == null ? null : new ParsedValue(value, SourcePositions.PLAIN);
    }

    /** Returns a list or set of the type {@code raw}; {@code lost} tells whether broken elements were left out. */
    @SuppressWarnings("unchecked") // elements of sorted sets are comparable, or the set couldn't be declared
    static ParsedValue of(List<ParsedElement> elements, Class<?> raw, boolean lost) {
        if (SortedSet.class.isAssignableFrom(raw)) {
            elements.sort(Comparator.comparing(element -> (Comparable<Object>) element.value()));
        }
        var parts = new HashMap<String, SourcePositions>();
        for (int i = 0; i < elements.size(); i++) {
            parts.put(String.valueOf(i), elements.get(i).origin());
        }
        Collection<Object> values =
                RecordShape.newCollection(raw) instanceof Collection<?> empty ? (Collection<Object>) empty : List.of();
        elements.forEach(element -> values.add(element.value()));
        return new ParsedValue(
                values,
                new SourcePositions(
                        parts, elements.stream().map(ParsedElement::position).toList(), lost));
    }
}
