package dk.grundskema.api.platform;

import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/** The one way to write a JSON value that doesn't depend on white space, order of fields or form of numbers. */
public final class Canonical {
    private Canonical() {}

    /** SHA-256 of the canonical text in UTF-8, as hexadecimal text. */
    public static String hash(Json json) {
        return Sha256.of(text(json));
    }

    /**
     * The hash of a file, as {@link #hash(Json)} gives it, where the elements of the root's own lists have been written before.
     *
     * @param element gives what {@link #text} says of an element
     */
    static String hash(Json.Structure root, Function<Json, String> element) {
        var out = new StringBuilder();
        structure(
                root,
                field -> {
                    if (field instanceof Json.Listing list) {
                        list(list, one -> out.append(element.apply(one)), out);
                    } else {
                        write(field, out);
                    }
                },
                out);
        return Sha256.of(out.toString());
    }

    /** The canonical text of a value. */
    static String text(Json json) {
        var out = new StringBuilder();
        write(json, out);
        return out.toString();
    }

    private static void write(Json json, StringBuilder out) {
        switch (json) {
            case Json.Text text -> JsonText.quote(text.value(), out);
            case Json.Numeric number ->
                out.append(number.value().signum() == 0 ? "0" : number.value().stripTrailingZeros());
            case Json.Truth truth -> out.append(truth.value());
            case Json.Nothing nothing -> out.append("null");
            case Json.Listing list -> list(list, one -> write(one, out), out);
            case Json.Structure structure -> structure(structure, one -> write(one, out), out);
        }
    }

    private static void list(Json.Listing list, Consumer<Json> element, StringBuilder out) {
        out.append('[');
        for (Json each : list.elements()) {
            element.accept(each);
            out.append(',');
        }
        out.append(']');
    }

    private static void structure(Json.Structure structure, Consumer<Json> field, StringBuilder out) {
        out.append('{');
        new TreeMap<>(structure.fields()).forEach((name, value) -> {
            JsonText.quote(name, out);
            out.append(':');
            field.accept(value);
            out.append(',');
        });
        out.append('}');
    }
}
