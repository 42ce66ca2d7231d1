package dk.grundskema.api.service.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Keywords that generators of clients cannot translate, each replaced by one that they can. The exact keyword stays in the schema under the
 * same name with {@code x-} before it.
 */
final class PortableSchemas {
    /**
     * The form of ids without Unicode properties, which Python's regular expressions do not have: exact for ASCII, and any sign beyond it.
     */
    static final String ID =
            "^[^\\x00-/:-@\\x5b-\\x60\\x7b-\\x7f][^\\x00-\\x22$-*,;-?\\x5b-\\x5e\\x60\\x7b-\\x7f]{0,119}$";

    private PortableSchemas() {}

    /** The schema of an id with a pattern that every language reads. */
    static Map<String, Object> id(Map<String, Object> schema) {
        var portable = new LinkedHashMap<>(schema);
        portable.put("x-pattern", portable.put("pattern", ID));
        return portable;
    }

    /** A schema without defaults that are lists of objects: generators write those into code that does not compile. */
    static Object withoutListsOfObjects(Object schema) {
        return switch (schema) {
            case Map<?, ?> map -> {
                var portable = new LinkedHashMap<String, Object>();
                map.forEach((name, value) -> portable.put(
                        name.equals("default") && isListOfObjects(value) ? "x-default" : String.valueOf(name),
                        withoutListsOfObjects(value)));
                yield portable;
            }
            case List<?> list ->
                list.stream().map(PortableSchemas::withoutListsOfObjects).toList();
            default -> schema;
        };
    }

    /** Whether a value is a list with an object in it. */
    static boolean isListOfObjects(Object value) {
        return value instanceof List<?> list && list.stream().anyMatch(Map.class::isInstance);
    }
}
