package dk.grundskema.api.platform;

import java.util.Iterator;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Writes JSON for people: two spaces a level, short objects and lists on one line but for the root's own lists, lines ended
 * by LF. Numbers are written as {@link NumberText} writes them.
 */
public final class JsonText {
    private static final int WIDTH = 120;

    /** How far the elements of the root's own lists are indented. */
    private static final String OF_ELEMENTS = "    ";

    private JsonText() {}

    /** The text of a value, ended by a line feed. */
    public static String of(Json json) {
        var out = new StringBuilder();
        write(json, "", out);
        return out.append('\n').toString();
    }

    /**
     * The text of a file, as {@link #of(Json)} gives it, where the elements of the root's own lists have been written before.
     *
     * @param element gives what {@link #element} says of an element
     */
    static String of(Json.Structure root, Function<Json, String> element) {
        var out = new StringBuilder();
        write(root, "", element, out);
        return out.append('\n').toString();
    }

    /** What stands in a file for an element of one of the root's own lists. */
    static String element(Json json) {
        var out = new StringBuilder();
        write(json, OF_ELEMENTS, out);
        return out.toString();
    }

    /** The text of a value on one line, without a line feed at its end. */
    public static String line(Json json) {
        var out = new StringBuilder();
        flat(json, out, Integer.MAX_VALUE);
        return out.toString();
    }

    private static void write(Json json, String indent, StringBuilder out) {
        write(json, indent, JsonText::element, out);
    }

    private static void write(Json json, String indent, Function<Json, String> element, StringBuilder out) {
        switch (json) {
            case Json.Text text -> quote(text.value(), out);
            case Json.Numeric number -> out.append(NumberText.of(number.value()));
            case Json.Truth truth -> out.append(truth.value());
            case Json.Nothing nothing -> out.append("null");
            case Json.Listing list -> {
                boolean isRoots = indent.length() == 2 && !list.elements().isEmpty();
                if (isRoots) {
                    writeList(list, indent, one -> out.append(element.apply(one)), out);
                } else if (!onOneLine(json, indent, out)) {
                    writeList(list, indent, one -> write(one, indent + "  ", out), out);
                }
            }
            case Json.Structure structure -> {
                if (indent.isEmpty() || !onOneLine(json, indent, out)) {
                    writeStructure(structure, indent, element, out);
                }
            }
        }
    }

    private static void writeList(Json.Listing list, String indent, Consumer<Json> element, StringBuilder out) {
        out.append('[');
        for (Iterator<Json> each = list.elements().iterator(); each.hasNext(); ) {
            out.append('\n').append(indent).append("  ");
            element.accept(each.next());
            out.append(each.hasNext() ? "," : "");
        }
        out.append('\n').append(indent).append(']');
    }

    private static void writeStructure(
            Json.Structure structure, String indent, Function<Json, String> element, StringBuilder out) {
        if (structure.fields().isEmpty()) {
            out.append("{}");
            return;
        }
        String inner = indent + "  ";
        out.append('{');
        for (var each = structure.fields().entrySet().iterator(); each.hasNext(); ) {
            Map.Entry<String, Json> field = each.next();
            out.append('\n').append(inner);
            quote(field.getKey(), out);
            out.append(": ");
            write(field.getValue(), inner, element, out);
            out.append(each.hasNext() ? "," : "");
        }
        out.append('\n').append(indent).append('}');
    }

    /** Writes the value on the present line if it fits there; writes nothing if it doesn't. */
    private static boolean onOneLine(Json json, String indent, StringBuilder out) {
        int start = out.length();
        if (flat(json, out, start + WIDTH - indent.length())) {
            return true;
        }
        out.setLength(start);
        return false;
    }

    private static boolean flat(Json json, StringBuilder out, int limit) {
        switch (json) {
            case Json.Listing list -> {
                String separator = "[";
                for (Json element : list.elements()) {
                    out.append(separator);
                    if (!flat(element, out, limit)) {
                        return false;
                    }
                    separator = ", ";
                }
                out.append(list.elements().isEmpty() ? "[]" : "]");
            }
            case Json.Structure structure -> {
                String separator = "{";
                for (var field : structure.fields().entrySet()) {
                    out.append(separator);
                    quote(field.getKey(), out);
                    out.append(": ");
                    if (!flat(field.getValue(), out, limit)) {
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

    static void quote(String text, StringBuilder out) {
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
                    if (c < 0x20 || (Character.isSurrogate(c) && !isPaired(text, i))) {
                        out.append("\\u%04x".formatted((int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    /** Whether every character stands for itself, as in nearly all texts of a plan. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x20 || c == '"' || c == '\\' || Character.isSurrogate(c)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a half of a pair has its other half beside it; a lone one can't be written as UTF-8. */
    private static boolean isPaired(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }
}
