package dk.grundskema.api.platform;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the parts of a value that was read stand in the file: lists lose broken elements and sets are sorted, so that a
 * position in the value isn't one in the file.
 *
 * @param parts     origins of the parts, by component name, key, or position in the value; what isn't named has none
 * @param positions position in the file by position in the value; empty for anything but lists and sets
 * @param lost      whether elements were left out
 */
record Origin(Map<String, Origin> parts, List<Integer> positions, boolean lost) {
    static final Origin PLAIN = new Origin(Map.of(), List.of(), false);

    /** A pointer into the value, as a pointer into the file. */
    String inFile(String pointer) {
        if (pointer.isEmpty()) {
            return "";
        }
        int end = pointer.indexOf('/', 1);
        String segment = end < 0 ? pointer.substring(1) : pointer.substring(1, end);
        String rest = end < 0 ? "" : pointer.substring(end);
        return "/" + positioned(segment) + parts.getOrDefault(segment, PLAIN).inFile(rest);
    }

    /** The origin of what a pointer into the value names. */
    Origin at(String pointer) {
        if (pointer.isEmpty()) {
            return this;
        }
        int end = pointer.indexOf('/', 1);
        String segment = end < 0 ? pointer.substring(1) : pointer.substring(1, end);
        return parts.getOrDefault(segment, PLAIN).at(end < 0 ? "" : pointer.substring(end));
    }

    private String positioned(String segment) {
        Integer index = number(segment);
        return index == null || index >= positions.size() ? segment : String.valueOf(positions.get(index));
    }

    private static @Nullable Integer number(String segment) {
        try {
            return segment.isEmpty() || segment.charAt(0) == '-' ? null : Integer.valueOf(segment);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
