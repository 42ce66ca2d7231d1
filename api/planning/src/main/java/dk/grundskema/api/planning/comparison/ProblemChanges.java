package dk.grundskema.api.planning.comparison;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.timetable.ProblemStudentNumbers;
import dk.grundskema.domain.finding.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares two problems as JSON, independent of the installed plugins: people, rooms, lessons and interventions element by element, parameters field
 * by field.
 */
public final class ProblemChanges {
    private static final Json.JsonArray NO_ELEMENTS = new Json.JsonArray(List.of());

    /** Parts that say how the plan is called and what the planner fixed about its timetable. */
    private static final Set<String> ASKING_NOTHING = Set.of("version", "title", "language", "locks", "memberLocks");

    /** Fields that say how somebody or something is called and written to. */
    private static final Set<String> NAMES = Set.of("/name", "/title", "/email", "/language");

    private final List<PartChange> changes = new ArrayList<>();

    private ProblemChanges() {}

    /** What became of a part. */
    public enum Kind {
        /** It is new. */
        ADDED,
        /** It was removed. */
        REMOVED,
        /** It was changed. */
        CHANGED
    }

    /**
     * A part of the problem that differs.
     *
     * @param part   the problem's field that it is in, such as {@code staff} or {@code horizon}
     * @param kind   kind of change
     * @param id     the id; empty if it has none
     * @param name   display name; the id if it has no name
     * @param fields changed fields; empty if the part is new or gone
     */
    public record PartChange(String part, Kind kind, String id, String name, List<FieldChange> fields) {
        /** Copies the list. */
        public PartChange {
            fields = List.copyOf(fields);
        }

        /**
         * Returns whether something else is asked by it: other needs, people, rooms, times, rules, weights or accepted shortfalls. Names and addresses ask
         * nothing, nor does what the planner fixed about the timetable.
         */
        public boolean isAsking() {
            return !ASKING_NOTHING.contains(part)
                    && (kind != Kind.CHANGED || !fields.stream().allMatch(field -> NAMES.contains(field.pointer())));
        }

        /** Returns whether a search for a timetable is asked for something else: as {@link #isAsking}, but for accepted shortfalls, which no search reads. */
        public boolean isReadBySearch() {
            return isAsking() && !part.equals("acceptedShortfalls");
        }
    }

    /**
     * A field that differs.
     *
     * @param pointer JSON pointer to it from the part; empty means the part itself
     * @param before  what it said; {@code null} means nothing
     * @param after   what it says; {@code null} means nothing
     */
    public record FieldChange(
            String pointer, @Nullable Json before, @Nullable Json after) {}

    /** Returns all changed parts, in the order of the problem's fields; students' numbers are compared by value, however they are defined. */
    public static List<PartChange> between(Json.JsonObject before, Json.JsonObject after) {
        var found = new ProblemChanges();
        Json.JsonObject was = ProblemStudentNumbers.withExplicitNumbers(before);
        Json.JsonObject is = ProblemStudentNumbers.withExplicitNumbers(after);
        fieldNames(was, is)
                .forEach(name -> found.comparePart(
                        name, was.fields().get(name), is.fields().get(name)));
        return List.copyOf(found.changes);
    }

    private static Set<String> fieldNames(Json.JsonObject before, Json.JsonObject after) {
        var names = new LinkedHashSet<>(before.fields().keySet());
        names.addAll(after.fields().keySet());
        return names;
    }

    private void comparePart(String name, @Nullable Json before, @Nullable Json after) {
        if (before instanceof Json.JsonArray || after instanceof Json.JsonArray) {
            var was = before instanceof Json.JsonArray list ? list : NO_ELEMENTS;
            var is = after instanceof Json.JsonArray list ? list : NO_ELEMENTS;
            compareElements(name, elementsById(was), elementsById(is));
        } else {
            compareWhole(name, "", name, before, after);
        }
    }

    /** Returns elements by id; an element without an id is identified by its content. */
    private static Map<Object, Json> elementsById(Json.JsonArray list) {
        Map<Object, Json> elements = new LinkedHashMap<>();
        list.elements().forEach(one -> elements.put(idOf(one).isEmpty() ? one : idOf(one), one));
        return elements;
    }

    private void compareElements(String part, Map<Object, Json> before, Map<Object, Json> after) {
        before.forEach((key, was) -> {
            Json is = after.get(key);
            if (is == null) {
                changes.add(new PartChange(part, Kind.REMOVED, idOf(was), nameOf(was), List.of()));
            } else {
                compareWhole(part, idOf(is), nameOf(is), was, is);
            }
        });
        after.forEach((key, is) -> {
            if (!before.containsKey(key)) {
                changes.add(new PartChange(part, Kind.ADDED, idOf(is), nameOf(is), List.of()));
            }
        });
    }

    private void compareWhole(String part, String id, String name, @Nullable Json before, @Nullable Json after) {
        var fields = new ArrayList<FieldChange>();
        compareFields("", before, after, fields);
        if (!fields.isEmpty()) {
            changes.add(new PartChange(part, Kind.CHANGED, id, name, fields));
        }
    }

    private static void compareFields(String at, @Nullable Json before, @Nullable Json after, List<FieldChange> found) {
        Json was = before instanceof Json.JsonNull ? null : before;
        Json is = after instanceof Json.JsonNull ? null : after;
        if (was == null ? is == null : was.equals(is)) {
            return;
        }
        if (was instanceof Json.JsonObject one && is instanceof Json.JsonObject other) {
            fieldNames(one, other)
                    .forEach(name -> compareFields(
                            at + "/" + Finding.escapePointerSegment(name),
                            one.fields().get(name),
                            other.fields().get(name),
                            found));
        } else if (was instanceof Json.JsonArray one && is instanceof Json.JsonArray other) {
            compareRows(at, one, other, found);
        } else {
            found.add(new FieldChange(at, was, is));
        }
    }

    /** Compares rows by the id that each has, otherwise by their places; a list that has other rows, or the same ones in another order, differs itself. */
    private static void compareRows(String at, Json.JsonArray was, Json.JsonArray is, List<FieldChange> found) {
        Optional<Map<String, Json>> earlier = rowsById(was);
        Optional<Map<String, Json>> later = rowsById(is);
        int before = found.size();
        if (earlier.isPresent() && later.isPresent()) {
            int place = 0;
            for (Map.Entry<String, Json> row : later.get().entrySet()) {
                Json same = earlier.get().get(row.getKey());
                if (same != null) {
                    compareFields(at + "/" + place, same, row.getValue(), found);
                }
                place++;
            }
            if (found.size() == before
                    || !earlier.get().keySet().equals(later.get().keySet())) {
                found.add(new FieldChange(at, was, is));
            }
        } else if (was.elements().size() == is.elements().size()) {
            for (int i = 0; i < was.elements().size(); i++) {
                compareFields(at + "/" + i, was.elements().get(i), is.elements().get(i), found);
            }
        } else {
            found.add(new FieldChange(at, was, is));
        }
    }

    /** Returns rows by what their first field of an id says, such as {@code groupId}; empty if one has none or two are of the same. */
    private static Optional<Map<String, Json>> rowsById(Json.JsonArray list) {
        Map<String, Json> rows = new LinkedHashMap<>();
        for (Json row : list.elements()) {
            Optional<String> id = row instanceof Json.JsonObject fields
                    ? fields.fields().keySet().stream()
                            .filter(name -> name.equals("id") || name.endsWith("Id"))
                            .map(name -> name + " " + textField(row, name))
                            .findFirst()
                    : Optional.empty();
            if (id.isEmpty() || rows.put(id.get(), row) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(rows);
    }

    private static String idOf(Json element) {
        return textField(element, "id");
    }

    private static String nameOf(Json element) {
        for (String field : List.of("name", "title", "id")) {
            if (!textField(element, field).isEmpty()) {
                return textField(element, field);
            }
        }
        return "";
    }

    private static String textField(Json element, String field) {
        return element instanceof Json.JsonObject structure
                        && structure.fields().get(field) instanceof Json.JsonString text
                ? text.value()
                : "";
    }
}
