package dk.grundskema.api.planning.nextterm;

import dk.grundskema.api.documents.json.Json;
import java.util.LinkedHashMap;
import java.util.Set;

/**
 * Leaves out what refers to classes and students who have left: entries about them, and their ids in lists and fields.
 *
 * @param gone their ids
 */
record ReferencePruner(Set<String> gone) {
    /** Fields that say which class or student an entry is about. */
    private static final Set<String> SUBJECTS = Set.of("studentId", "groupId");

    /** Copies the set. */
    ReferencePruner {
        gone = Set.copyOf(gone);
    }

    /** Returns a list of classes or students without those that have left, and without references to them. */
    Json pruneEntries(Json list) {
        return list instanceof Json.JsonArray all
                ? prune(new Json.JsonArray(all.elements().stream()
                        .filter(one -> !(one instanceof Json.JsonObject entry && isGone(entry, "id")))
                        .toList()))
                : list;
    }

    /** Returns a value without references to those that have left. */
    Json prune(Json json) {
        return switch (json) {
            case Json.JsonArray all ->
                new Json.JsonArray(all.elements().stream()
                        .filter(one -> !isAboutGone(one))
                        .map(this::prune)
                        .toList());
            case Json.JsonObject one -> {
                var fields = new LinkedHashMap<String, Json>();
                one.fields().forEach((name, value) -> {
                    if (!isReference(name) || !isGone(one, name)) {
                        fields.put(name, prune(value));
                    }
                });
                yield new Json.JsonObject(fields);
            }
            default -> json;
        };
    }

    private boolean isAboutGone(Json one) {
        return switch (one) {
            case Json.JsonString text -> gone.contains(text.value());
            case Json.JsonObject entry -> SUBJECTS.stream().anyMatch(field -> isGone(entry, field));
            default -> false;
        };
    }

    private boolean isGone(Json.JsonObject entry, String field) {
        return entry.fields().get(field) instanceof Json.JsonString text && gone.contains(text.value());
    }

    private static boolean isReference(String field) {
        return field.endsWith("Id") || field.endsWith("Group");
    }
}
