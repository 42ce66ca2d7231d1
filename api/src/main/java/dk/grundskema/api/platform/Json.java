package dk.grundskema.api.platform;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value of JSON, whole and immutable. */
public sealed interface Json {
    /**
     * A text.
     *
     * @param value what stands between the quotation marks
     */
    record Text(String value) implements Json {}

    /**
     * A number.
     *
     * @param value its exact value, whole or not
     */
    record Numeric(BigDecimal value) implements Json {}

    /**
     * True or false.
     *
     * @param value which of the two
     */
    record Truth(boolean value) implements Json {}

    /** The word {@code null}. */
    record Nothing() implements Json {
        /** The only one needed. */
        public static final Nothing NOTHING = new Nothing();
    }

    /**
     * A list.
     *
     * @param elements what is in it, in order
     */
    record Listing(List<Json> elements) implements Json {
        /** Copies the list. */
        public Listing {
            elements = List.copyOf(elements);
        }
    }

    /**
     * An object.
     *
     * @param fields its fields by name, in the order of the file
     */
    record Structure(Map<String, Json> fields) implements Json {
        /** Copies the fields, keeps their order. */
        public Structure {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }
    }

    /** What sort of value this is, in the words of findings. */
    default Expected kind() {
        return switch (this) {
            case Text text -> Expected.TEXT;
            case Numeric number -> Expected.NUMBER;
            case Truth truth -> Expected.TRUTH;
            case Nothing nothing -> Expected.NOTHING;
            case Listing list -> Expected.LIST;
            case Structure structure -> Expected.OBJECT;
        };
    }

    /** The value in the JDK's terms: text, number, boolean, list, map, or {@code null}. */
    static @Nullable Object toJava(Json json) {
        return switch (json) {
            case Text text -> text.value();
            case Numeric number -> shortest(number.value());
            case Truth truth -> truth.value();
            case Nothing nothing -> null;
            case Listing list -> {
                var all = new ArrayList<@Nullable Object>();
                list.elements().forEach(element -> all.add(toJava(element)));
                yield all;
            }
            case Structure structure -> toMap(structure);
        };
    }

    /** An object in the JDK's terms. */
    static Map<String, Object> toMap(Structure structure) {
        @SuppressWarnings("NullAway") // JSON's null is a null value here, as plugins know it from other maps
        Map<String, Object> all = new LinkedHashMap<>();
        structure.fields().forEach((name, value) -> putAny(all, name, toJava(value)));
        return all;
    }

    @SuppressWarnings("NullAway") // as above
    private static void putAny(Map<String, Object> map, String name, @Nullable Object value) {
        map.put(name, value);
    }

    /**
     * The JSON of a value in the JDK's terms; anything but text, numbers, booleans, lists, maps and {@code null} is taken
     * as its text.
     */
    static Json fromJava(@Nullable Object value) {
        return switch (value) {
            case null -> Nothing.NOTHING;
            case Json json -> json;
            case Boolean truth -> new Truth(truth);
            case Number number -> new Numeric(new BigDecimal(number.toString()));
            case Iterable<?> many -> {
                var all = new ArrayList<Json>();
                many.forEach(each -> all.add(fromJava(each)));
                yield new Listing(all);
            }
            case Map<?, ?> map -> {
                var fields = new LinkedHashMap<String, Json>();
                map.forEach((name, each) -> fields.put(String.valueOf(name), fromJava(each)));
                yield new Structure(fields);
            }
            default -> new Text(value.toString());
        };
    }

    private static Number shortest(BigDecimal number) {
        try {
            long whole = number.longValueExact();
            return whole == (int) whole ? (Number) (int) whole : (Number) whole;
        } catch (ArithmeticException e) {
            return number.doubleValue();
        }
    }
}
