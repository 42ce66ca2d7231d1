package dk.grundskema.api.documents.json;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Maps the parts of a value that was read to their positions in the file. Lists lose broken elements and sets are sorted, so an index in
 * the value can differ from the index in the file.
 *
 * @param parts     positions of the parts, by component name, key, or index in the value; a missing entry means no mapping
 * @param positions index in the file by index in the value; empty for anything but lists and sets
 * @param lost      whether elements were left out
 */
record SourcePositions(Map<String, SourcePositions> parts, List<Integer> positions, boolean lost) {
    static final SourcePositions PLAIN = new SourcePositions(Map.of(), List.of(), false);

    /** Converts a pointer into the value to a pointer into the file. */
    String toFilePointer(String pointer) {
        if (pointer.isEmpty()) {
            return "";
        }
        int end = pointer.indexOf('/', 1);
        String segment = end < 0 ? pointer.substring(1) : pointer.substring(1, end);
        String rest = end < 0 ? "" : pointer.substring(end);
        return "/" + toFileSegment(segment) + parts.getOrDefault(segment, PLAIN).toFilePointer(rest);
    }

    /** Returns the positions of the part that a pointer into the value names. */
    SourcePositions positionsAt(String pointer) {
        if (pointer.isEmpty()) {
            return this;
        }
        int end = pointer.indexOf('/', 1);
        String segment = end < 0 ? pointer.substring(1) : pointer.substring(1, end);
        return parts.getOrDefault(segment, PLAIN).positionsAt(end < 0 ? "" : pointer.substring(end));
    }

    private String toFileSegment(String segment) {
        Integer index = parseIndex(segment);
        return index == null || index >= positions.size() ? segment : String.valueOf(positions.get(index));
    }

    private static @Nullable Integer parseIndex(String segment) {
        try {
            return segment.isEmpty() || segment.charAt(0) == '-' ? null : Integer.valueOf(segment);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
