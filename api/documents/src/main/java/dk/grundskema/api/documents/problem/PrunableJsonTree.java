package dk.grundskema.api.documents.problem;

import dk.grundskema.api.documents.json.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A JSON tree whose parts can be removed without shifting the positions of the others. Paths are those of the original file. A removed list
 * element is replaced by {@link #REMOVED}; a removed field is deleted.
 */
final class PrunableJsonTree {
    /** Replaces a removed list element, so that the elements after it keep their indexes. */
    private static final Json REMOVED = new Json.JsonArray(List.of(new Json.JsonString("gone")));

    private final Map<List<String>, Set<String>> textsTaken = new HashMap<>();
    private final Set<String> idsTaken = new HashSet<>();
    private Json root;

    PrunableJsonTree(Json root) {
        this.root = root;
    }

    /** Returns the rest without the removed elements. */
    Json compact() {
        return compact(root);
    }

    private static Json compact(Json value) {
        return switch (value) {
            case Json.JsonObject structure -> {
                var fields = new LinkedHashMap<String, Json>();
                structure.fields().forEach((name, inner) -> fields.put(name, compact(inner)));
                yield new Json.JsonObject(fields);
            }
            case Json.JsonArray list ->
                new Json.JsonArray(
                        remainingElements(list).map(PrunableJsonTree::compact).toList());
            default -> value;
        };
    }

    @SuppressWarnings("ReferenceEquality") // there is only one instance, and no file can contain it
    private static boolean isRemoved(Json value) {
        return value == REMOVED;
    }

    private static Stream<Json> remainingElements(Json.JsonArray list) {
        return list.elements().stream().filter(each -> !isRemoved(each));
    }

    /** Converts a path into the compact tree to a path into the file. */
    List<String> originalPath(List<String> path) {
        var original = new ArrayList<String>();
        Json at = root;
        for (String step : path) {
            String there = at instanceof Json.JsonArray list ? originalSegment(list, step) : step;
            original.add(there);
            at = at == null ? null : childOf(at, there);
        }
        return List.copyOf(original);
    }

    private static String originalSegment(Json.JsonArray list, String step) {
        if (!step.matches("\\d{1,9}")) {
            return step;
        }
        int behind = Integer.parseInt(step);
        for (int i = 0; i < list.elements().size(); i++) {
            if (!isRemoved(list.elements().get(i)) && behind-- == 0) {
                return String.valueOf(i);
            }
        }
        return step;
    }

    /** Whether a value is still there. */
    boolean contains(List<String> path) {
        return valueAt(path) != null;
    }

    /** Whether there is a list. */
    boolean isList(List<String> path) {
        return valueAt(path) instanceof Json.JsonArray;
    }

    /** Returns how many elements the file's list has; 0 if there is no list. */
    int size(List<String> path) {
        return valueAt(path) instanceof Json.JsonArray list ? list.elements().size() : 0;
    }

    private @Nullable Json valueAt(List<String> path) {
        Json at = root;
        for (String step : path) {
            at = at == null ? null : childOf(at, step);
        }
        return at;
    }

    private static @Nullable Json childOf(Json value, String step) {
        return switch (value) {
            case Json.JsonObject structure -> structure.fields().get(step);
            case Json.JsonArray list -> {
                int place = step.matches("\\d{1,9}") ? Integer.parseInt(step) : Integer.MAX_VALUE;
                yield place < list.elements().size()
                                && !isRemoved(list.elements().get(place))
                        ? list.elements().get(place)
                        : null;
            }
            default -> null;
        };
    }

    /** Puts a value at a path; a field need not exist. */
    void put(List<String> path, Json value) {
        root = replaceAt(root, path, value);
    }

    /** Replaces a number; returns false if the path has no number. */
    boolean replaceNumber(List<String> path, BigDecimal number) {
        if (!(valueAt(path) instanceof Json.JsonNumber)) {
            return false;
        }
        put(path, new Json.JsonNumber(number));
        return true;
    }

    /** Removes a value and remembers its texts and its id. */
    void remove(List<String> path) {
        Json gone = Objects.requireNonNull(valueAt(path));
        var texts = textsTaken.computeIfAbsent(List.copyOf(path), any -> new HashSet<>());
        if (gone instanceof Json.JsonObject structure) {
            structure.fields().values().forEach(each -> addText(each, texts));
            if (structure.fields().get("id") instanceof Json.JsonString id) {
                idsTaken.add(id.value());
            }
        }
        addText(gone, texts);
        root = replaceAt(root, path, REMOVED);
    }

    private static void addText(Json value, Set<String> texts) {
        if (value instanceof Json.JsonString text) {
            texts.add(text.value());
        }
    }

    /** Returns the texts of everything removed at or below a path. */
    Set<String> removedTextsUnder(List<String> path) {
        return textsTaken.entrySet().stream()
                .filter(each -> each.getKey().size() >= path.size()
                        && each.getKey().subList(0, path.size()).equals(path))
                .flatMap(each -> each.getValue().stream())
                .collect(Collectors.toSet());
    }

    /** Returns the ids of all removed objects. */
    Set<String> removedIds() {
        return idsTaken;
    }

    /** Returns a copy with another value, or none, at a path. */
    private static Json replaceAt(Json value, List<String> path, Json there) {
        String step = path.getFirst();
        Json after = path.size() == 1
                ? there
                : replaceAt(Objects.requireNonNull(childOf(value, step)), path.subList(1, path.size()), there);
        if (value instanceof Json.JsonArray list) {
            var elements = new ArrayList<>(list.elements());
            elements.set(Integer.parseInt(step), after);
            return new Json.JsonArray(elements);
        }
        var fields = new LinkedHashMap<>(((Json.JsonObject) value).fields());
        if (isRemoved(after)) {
            fields.remove(step);
        } else {
            fields.put(step, after);
        }
        return new Json.JsonObject(fields);
    }
}
