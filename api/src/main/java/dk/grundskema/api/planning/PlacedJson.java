package dk.grundskema.api.planning;

import dk.grundskema.api.platform.Json;
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

/** A tree of JSON from which parts can be taken, and which remembers where in the file the others stand. Paths are those of the file. */
final class PlacedJson {
    /** Stands where an element of a list was, so that those behind it keep their places. */
    private static final Json GONE = new Json.Listing(List.of(new Json.Text("gone")));

    private final Map<List<String>, Set<String>> textsTaken = new HashMap<>();
    private final Set<String> idsTaken = new HashSet<>();
    private Json root;

    PlacedJson(Json root) {
        this.root = root;
    }

    /** What is left, without holes. */
    Json compact() {
        return compact(root);
    }

    private static Json compact(Json value) {
        return switch (value) {
            case Json.Structure structure -> {
                var fields = new LinkedHashMap<String, Json>();
                structure.fields().forEach((name, inner) -> fields.put(name, compact(inner)));
                yield new Json.Structure(fields);
            }
            case Json.Listing list ->
                new Json.Listing(left(list).map(PlacedJson::compact).toList());
            default -> value;
        };
    }

    @SuppressWarnings("ReferenceEquality") // there is one, which no file can have
    private static boolean isGone(Json value) {
        return value == GONE;
    }

    private static Stream<Json> left(Json.Listing list) {
        return list.elements().stream().filter(each -> !isGone(each));
    }

    /** A path into what is left, as a path into the file. */
    List<String> original(List<String> path) {
        var original = new ArrayList<String>();
        Json at = root;
        for (String step : path) {
            String there = at instanceof Json.Listing list ? originalStep(list, step) : step;
            original.add(there);
            at = at == null ? null : inside(at, there);
        }
        return List.copyOf(original);
    }

    private static String originalStep(Json.Listing list, String step) {
        if (!step.matches("\\d{1,9}")) {
            return step;
        }
        int behind = Integer.parseInt(step);
        for (int i = 0; i < list.elements().size(); i++) {
            if (!isGone(list.elements().get(i)) && behind-- == 0) {
                return String.valueOf(i);
            }
        }
        return step;
    }

    /** Whether something is there still. */
    boolean has(List<String> path) {
        return at(path) != null;
    }

    /** Whether a list is there. */
    boolean isList(List<String> path) {
        return at(path) instanceof Json.Listing;
    }

    /** How many elements a list of the file had; 0 if there is none. */
    int size(List<String> path) {
        return at(path) instanceof Json.Listing list ? list.elements().size() : 0;
    }

    private @Nullable Json at(List<String> path) {
        Json at = root;
        for (String step : path) {
            at = at == null ? null : inside(at, step);
        }
        return at;
    }

    private static @Nullable Json inside(Json value, String step) {
        return switch (value) {
            case Json.Structure structure -> structure.fields().get(step);
            case Json.Listing list -> {
                int place = step.matches("\\d{1,9}") ? Integer.parseInt(step) : Integer.MAX_VALUE;
                yield place < list.elements().size() && !isGone(list.elements().get(place))
                        ? list.elements().get(place)
                        : null;
            }
            default -> null;
        };
    }

    /** Puts a value where a path leads; a field need not be there yet. */
    void put(List<String> path, Json value) {
        root = with(root, path, value);
    }

    /** Puts a number in place of another; says whether there was one. */
    boolean replaceNumber(List<String> path, BigDecimal number) {
        if (!(at(path) instanceof Json.Numeric)) {
            return false;
        }
        put(path, new Json.Numeric(number));
        return true;
    }

    /** Takes out what is there, and remembers what it was called. */
    void remove(List<String> path) {
        Json gone = Objects.requireNonNull(at(path));
        var texts = textsTaken.computeIfAbsent(List.copyOf(path), any -> new HashSet<>());
        if (gone instanceof Json.Structure structure) {
            structure.fields().values().forEach(each -> addText(each, texts));
            if (structure.fields().get("id") instanceof Json.Text id) {
                idsTaken.add(id.value());
            }
        }
        addText(gone, texts);
        root = with(root, path, GONE);
    }

    private static void addText(Json value, Set<String> texts) {
        if (value instanceof Json.Text text) {
            texts.add(text.value());
        }
    }

    /** Texts of what was taken out of there. */
    Set<String> textsTakenFrom(List<String> path) {
        return textsTaken.entrySet().stream()
                .filter(each -> each.getKey().size() >= path.size()
                        && each.getKey().subList(0, path.size()).equals(path))
                .flatMap(each -> each.getValue().stream())
                .collect(Collectors.toSet());
    }

    /** Ids of everything that was taken out. */
    Set<String> idsTaken() {
        return idsTaken;
    }

    /** A copy in which one place holds something else, or nothing. */
    private static Json with(Json value, List<String> path, Json there) {
        String step = path.getFirst();
        Json after = path.size() == 1
                ? there
                : with(Objects.requireNonNull(inside(value, step)), path.subList(1, path.size()), there);
        if (value instanceof Json.Listing list) {
            var elements = new ArrayList<>(list.elements());
            elements.set(Integer.parseInt(step), after);
            return new Json.Listing(elements);
        }
        var fields = new LinkedHashMap<>(((Json.Structure) value).fields());
        if (isGone(after)) {
            fields.remove(step);
        } else {
            fields.put(step, after);
        }
        return new Json.Structure(fields);
    }
}
