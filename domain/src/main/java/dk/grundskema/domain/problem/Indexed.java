package dk.grundskema.domain.problem;

import java.util.AbstractList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.function.Function;

/**
 * An unmodifiable list that finds its elements by id at once: a municipality has tens of thousands of lessons, and each is looked up often. In all else it
 * is as any list.
 */
final class Indexed<T> extends AbstractList<T> implements RandomAccess {
    private final List<T> elements;
    private final Map<Object, T> byId = new HashMap<>();

    private Indexed(List<T> elements, Function<T, Object> id) {
        this.elements = elements;
        elements.forEach(one -> byId.putIfAbsent(id.apply(one), one));
    }

    /** A copy of a list; of several elements of one id the first is found. */
    static <T> List<T> copyOf(List<T> elements, Function<T, Object> id) {
        return new Indexed<>(List.copyOf(elements), id);
    }

    /** The element of an id in a list that was made here. */
    static <T> Optional<T> find(List<T> list, Object id) {
        return Optional.ofNullable(((Indexed<T>) list).byId.get(id));
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
