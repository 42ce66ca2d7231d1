package dk.grundskema.domain.problem;

import java.util.AbstractList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.function.Function;

/**
 * An unmodifiable list with an index from id to element. A municipality has tens of thousands of lessons, and each is looked up often; a lookup by
 * id takes constant time. Otherwise it behaves as any {@link List}.
 */
final class IndexedList<T> extends AbstractList<T> implements RandomAccess {
    private final List<T> elements;
    private final Map<Object, T> byId = new HashMap<>();

    private IndexedList(List<T> elements, Function<T, Object> id) {
        this.elements = elements;
        elements.forEach(one -> byId.putIfAbsent(id.apply(one), one));
    }

    /** Returns a copy of a list; a list that came from here by the same id is its own. If several elements have the same id, {@link #find} returns the first. */
    static <T> List<T> copyOf(List<T> elements, Function<T, Object> id) {
        return elements instanceof IndexedList ? elements : new IndexedList<>(List.copyOf(elements), id);
    }

    /** Returns the element with an id, or empty. The list must come from {@link #copyOf}. */
    static <T> Optional<T> find(List<T> list, Object id) {
        return Optional.ofNullable(((IndexedList<T>) list).byId.get(id));
    }

    @Override
    public T get(int index) {
        return elements.get(index);
    }

    @Override
    public int size() {
        return elements.size();
    }
}
