package dk.grundskema.api.platform;

import java.util.TreeMap;

/** The one way to write a JSON value that doesn't depend on white space, order of fields or form of numbers. */
public final class Canonical {
    private Canonical() {}

    /** SHA-256 of the canonical text in UTF-8, as hexadecimal text. */
    public static String hash(Json json) {
        var text = new StringBuilder();
        write(json, text);
        return Sha256.of(text.toString());
    }

    private static void write(Json json, StringBuilder out) {
        switch (json) {
            case Json.Text text -> JsonText.quote(text.value(), out);
            case Json.Numeric number ->
                out.append(number.value().signum() == 0 ? "0" : number.value().stripTrailingZeros());
            case Json.Truth truth -> out.append(truth.value());
            case Json.Nothing nothing -> out.append("null");
            case Json.Listing list -> {
                out.append('[');
                for (Json element : list.elements()) {
                    write(element, out);
                    out.append(',');
                }
                out.append(']');
            }
            case Json.Structure structure -> {
                out.append('{');
                new TreeMap<>(structure.fields()).forEach((name, value) -> {
                    JsonText.quote(name, out);
                    out.append(':');
                    write(value, out);
                    out.append(',');
                });
                out.append('}');
            }
        }
    }
}
