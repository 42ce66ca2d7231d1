package dk.grundskema.api.documents.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An immutable JSON value. */
public sealed interface Json {
    /**
     * A text.
     *
     * @param value the unescaped text
     */
    record JsonString(String value) implements Json {}

    /**
     * A number.
     *
     * @param value the exact value
     */
    record JsonNumber(BigDecimal value) implements Json {}

    /**
     * True or false.
     *
     * @param value the truth value
     */
    record JsonBoolean(boolean value) implements Json {}

    /** The word {@code null}. */
    record JsonNull() implements Json {
        /** The shared instance. */
        public static final JsonNull NOTHING = new JsonNull();
    }

    /**
     * A list.
     *
     * @param elements the elements in order
     */
    record JsonArray(List<Json> elements) implements Json {
        /** Copies the list. */
        public JsonArray {
            elements = List.copyOf(elements);
        }
    }

    /**
     * An object.
     *
     * @param fields its fields by name, in the order of the file
     */
    record JsonObject(Map<String, Json> fields) implements Json {
        /** Copies the fields and keeps their order. */
        public JsonObject {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }
    }

    /** Returns the kind of this value, as findings name it. */
    default ValueKind kind() {
        return switch (this) {
            case JsonString text -> ValueKind.TEXT;
            case JsonNumber number -> ValueKind.NUMBER;
            case JsonBoolean truth -> ValueKind.TRUTH;
            case JsonNull nothing -> ValueKind.NOTHING;
            case JsonArray list -> ValueKind.LIST;
            case JsonObject structure -> ValueKind.OBJECT;
        };
    }

    /** Returns the value as a JDK object: text, number, boolean, list, map or {@code null}. */
    static @Nullable Object toJava(Json json) {
        return switch (json) {
            case JsonString text -> text.value();
            case JsonNumber number -> toJavaNumber(number.value());
            case JsonBoolean truth -> truth.value();
            case JsonNull nothing -> null;
            case JsonArray list -> {
                var all = new ArrayList<@Nullable Object>();
                list.elements().forEach(element -> all.add(toJava(element)));
                yield all;
            }
            case JsonObject structure -> toMap(structure);
        };
    }

    /** Returns an object as a map of JDK objects. */
    static Map<String, Object> toMap(JsonObject structure) {
        @SuppressWarnings("NullAway") // JSON null becomes a null value, as plugins expect of maps
        Map<String, Object> all = new LinkedHashMap<>();
        structure.fields().forEach((name, value) -> putNullable(all, name, toJava(value)));
        return all;
    }

    @SuppressWarnings("NullAway") // as above
    private static void putNullable(Map<String, Object> map, String name, @Nullable Object value) {
        map.put(name, value);
    }

    /** Returns a JDK object as JSON. Any other type than text, number, boolean, list, map and {@code null} becomes its text. */
    static Json fromJava(@Nullable Object value) {
        return switch (value) {
            case null -> JsonNull.NOTHING;
            case Json json -> json;
            case Boolean truth -> new JsonBoolean(truth);
            case Number number -> new JsonNumber(new BigDecimal(number.toString()));
            case Iterable<?> many -> {
                var all = new ArrayList<Json>();
                many.forEach(each -> all.add(fromJava(each)));
                yield new JsonArray(all);
            }
            case Map<?, ?> map -> {
                var fields = new LinkedHashMap<String, Json>();
                map.forEach((name, each) -> fields.put(String.valueOf(name), fromJava(each)));
                yield new JsonObject(fields);
            }
            default -> new JsonString(value.toString());
        };
    }

    private static Number toJavaNumber(BigDecimal number) {
        try {
            long whole = number.longValueExact();
            return whole == (int) whole ? (Number) (int) whole : (Number) whole;
        } catch (ArithmeticException e) {
            return number.doubleValue();
        }
    }
}
