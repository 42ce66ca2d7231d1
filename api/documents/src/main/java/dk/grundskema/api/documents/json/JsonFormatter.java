package dk.grundskema.api.documents.json;

import java.util.Iterator;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Formats JSON for people: two spaces per level, LF line ends, short objects and lists on one line (except the root's lists). {@link
 * JsonNumberCodec} formats the numbers.
 */
public final class JsonFormatter {
    private static final int WIDTH = 120;

    /** Indentation of the elements of the root's lists. */
    private static final String OF_ELEMENTS = "    ";

    private JsonFormatter() {}

    /** Returns the text of a value, ending with a line feed. */
    public static String format(Json json) {
        var out = new StringBuilder();
        write(json, "", out);
        return out.append('\n').toString();
    }

    /**
     * Returns the same text as {@link #format(Json)}, with preformatted texts for the elements of the root's lists.
     *
     * @param element returns the text of an element, as {@link #formatElement} does
     */
    static String format(Json.JsonObject root, Function<Json, String> element) {
        var out = new StringBuilder();
        write(root, "", element, out);
        return out.append('\n').toString();
    }

    /** Returns the text of an element of one of the root's lists. */
    static String formatElement(Json json) {
        var out = new StringBuilder();
        write(json, OF_ELEMENTS, out);
        return out.toString();
    }

    /** Returns the text of a value on one line, without a line feed at the end. */
    public static String formatOnOneLine(Json json) {
        var out = new StringBuilder();
        appendFlat(json, out, Integer.MAX_VALUE);
        return out.toString();
    }

    private static void write(Json json, String indent, StringBuilder out) {
        write(json, indent, JsonFormatter::formatElement, out);
    }

    private static void write(Json json, String indent, Function<Json, String> element, StringBuilder out) {
        switch (json) {
            case Json.JsonString text -> appendQuoted(text.value(), out);
            case Json.JsonNumber number -> out.append(JsonNumberCodec.format(number.value()));
            case Json.JsonBoolean truth -> out.append(truth.value());
            case Json.JsonNull nothing -> out.append("null");
            case Json.JsonArray list -> {
                boolean isRoots = indent.length() == 2 && !list.elements().isEmpty();
                if (isRoots) {
                    writeList(list, indent, one -> out.append(element.apply(one)), out);
                } else if (!appendIfFitsOneLine(json, indent, out)) {
                    writeList(list, indent, one -> write(one, indent + "  ", out), out);
                }
            }
            case Json.JsonObject structure -> {
                if (indent.isEmpty() || !appendIfFitsOneLine(json, indent, out)) {
                    writeStructure(structure, indent, element, out);
                }
            }
        }
    }

    private static void writeList(Json.JsonArray list, String indent, Consumer<Json> element, StringBuilder out) {
        out.append('[');
        for (Iterator<Json> each = list.elements().iterator(); each.hasNext(); ) {
            out.append('\n').append(indent).append("  ");
            element.accept(each.next());
            out.append(each.hasNext() ? "," : "");
        }
        out.append('\n').append(indent).append(']');
    }

    private static void writeStructure(
            Json.JsonObject structure, String indent, Function<Json, String> element, StringBuilder out) {
        if (structure.fields().isEmpty()) {
            out.append("{}");
            return;
        }
        String inner = indent + "  ";
        out.append('{');
        for (var each = structure.fields().entrySet().iterator(); each.hasNext(); ) {
            Map.Entry<String, Json> field = each.next();
            out.append('\n').append(inner);
            appendQuoted(field.getKey(), out);
            out.append(": ");
            write(field.getValue(), inner, element, out);
            out.append(each.hasNext() ? "," : "");
        }
        out.append('\n').append(indent).append('}');
    }

    /** Appends the value to the current line if it fits; appends nothing if not. */
    private static boolean appendIfFitsOneLine(Json json, String indent, StringBuilder out) {
        int start = out.length();
        if (appendFlat(json, out, start + WIDTH - indent.length())) {
            return true;
        }
        out.setLength(start);
        return false;
    }

    private static boolean appendFlat(Json json, StringBuilder out, int limit) {
        switch (json) {
            case Json.JsonArray list -> {
                String separator = "[";
                for (Json element : list.elements()) {
                    out.append(separator);
                    if (!appendFlat(element, out, limit)) {
                        return false;
                    }
                    separator = ", ";
                }
                out.append(list.elements().isEmpty() ? "[]" : "]");
            }
            case Json.JsonObject structure -> {
                String separator = "{";
                for (var field : structure.fields().entrySet()) {
                    out.append(separator);
                    appendQuoted(field.getKey(), out);
                    out.append(": ");
                    if (!appendFlat(field.getValue(), out, limit)) {
                        return false;
                    }
                    separator = ", ";
                }
                out.append(structure.fields().isEmpty() ? "{}" : "}");
            }
            default -> write(json, "", out);
        }
        return out.length() <= limit;
    }

    static void appendQuoted(String text, StringBuilder out) {
        out.append('"');
        if (isPlain(text)) {
            out.append(text).append('"');
            return;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < 0x20 || (Character.isSurrogate(c) && !isPairedSurrogate(text, i))) {
                        out.append("\\u%04x".formatted((int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    /** Whether no character needs an escape, as in nearly all texts of a plan. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x20 || c == '"' || c == '\\' || Character.isSurrogate(c)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a surrogate has its other half next to it; a lone surrogate can't be encoded in UTF-8. */
    private static boolean isPairedSurrogate(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }
}
