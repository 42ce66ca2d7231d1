package dk.grundskema.api.imports.source;

import java.util.HashMap;
import java.util.Map;

/** Keeps one object of all equal ones, because long files repeat few days, times, teachers and rooms. Not for use by several threads. */
public final class SharedValues {
    private final Map<Object, Object> values = new HashMap<>();

    /** Returns the first value that was equal to this immutable one. */
    @SuppressWarnings("unchecked") // an equal record or list has the same type
    public <T> T share(T value) {
        Object first = values.putIfAbsent(value, value);
        return first == null ? value : (T) first;
    }
}
