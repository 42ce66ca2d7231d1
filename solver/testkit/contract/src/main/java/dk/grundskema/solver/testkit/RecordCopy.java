package dk.grundskema.solver.testkit;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Copies records with one component changed. */
public final class RecordCopy {
    private RecordCopy() {}

    /**
     * Returns a copy of a record with another value of one component.
     *
     * @throws IllegalStateException if the record does not accept the value
     */
    public static <R extends Record> R with(R record, String component, @Nullable Object value) {
        var change = new HashMap<String, @Nullable Object>();
        change.put(component, value);
        return with(record, change);
    }

    /**
     * Returns a copy of a record with other values of some components.
     *
     * @param changes the new values by the names of their components
     * @throws IllegalStateException if the record does not accept the values
     */
    @SuppressWarnings("unchecked") // the constructor belongs to the record's class
    public static <R extends Record> R with(R record, Map<String, @Nullable Object> changes) {
        try {
            RecordComponent[] components = record.getClass().getRecordComponents();
            var values = new @Nullable Object[components.length];
            for (int i = 0; i < components.length; i++) {
                String name = components[i].getName();
                values[i] = changes.containsKey(name)
                        ? changes.get(name)
                        : components[i].getAccessor().invoke(record);
            }
            var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            return (R) record.getClass().getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
