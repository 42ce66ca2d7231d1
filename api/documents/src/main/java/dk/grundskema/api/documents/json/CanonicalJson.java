package dk.grundskema.api.documents.json;

import dk.grundskema.api.documents.file.Sha256;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/** Canonical text of a JSON value: independent of white space, field order and number format. */
public final class CanonicalJson {
    private CanonicalJson() {}

    /** Returns the SHA-256 hash of the canonical text in UTF-8, as hexadecimal text. */
    public static String hash(Json json) {
        return Sha256.of(text(json));
    }

    /**
     * Returns the same hash as {@link #hash(Json)}, with precomputed texts for the elements of the root's lists.
     *
     * @param element returns the canonical text of an element, as {@link #text} does
     */
    static String hash(Json.JsonObject root, Function<Json, String> element) {
        var out = new StringBuilder();
        structure(
                root,
                field -> {
                    if (field instanceof Json.JsonArray list) {
                        list(list, one -> out.append(element.apply(one)), out);
                    } else {
                        write(field, out);
                    }
                },
                out);
        return Sha256.of(out.toString());
    }

    /** Returns the canonical text of a value. */
    static String text(Json json) {
        var out = new StringBuilder();
        write(json, out);
        return out.toString();
    }

    private static void write(Json json, StringBuilder out) {
        switch (json) {
            case Json.JsonString text -> JsonFormatter.appendQuoted(text.value(), out);
            case Json.JsonNumber number ->
                out.append(number.value().signum() == 0 ? "0" : number.value().stripTrailingZeros());
            case Json.JsonBoolean truth -> out.append(truth.value());
            case Json.JsonNull nothing -> out.append("null");
            case Json.JsonArray list -> list(list, one -> write(one, out), out);
            case Json.JsonObject structure -> structure(structure, one -> write(one, out), out);
        }
    }

    private static void list(Json.JsonArray list, Consumer<Json> element, StringBuilder out) {
        out.append('[');
        for (Json each : list.elements()) {
            element.accept(each);
            out.append(',');
        }
        out.append(']');
    }

    private static void structure(Json.JsonObject structure, Consumer<Json> field, StringBuilder out) {
        out.append('{');
        new TreeMap<>(structure.fields()).forEach((name, value) -> {
            JsonFormatter.appendQuoted(name, out);
            out.append(':');
            field.accept(value);
            out.append(',');
        });
        out.append('}');
    }
}
