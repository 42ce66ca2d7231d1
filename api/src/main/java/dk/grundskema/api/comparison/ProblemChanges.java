package dk.grundskema.api.comparison;

import dk.grundskema.api.platform.Json;
import dk.grundskema.api.timetable.WrittenNumbers;
import dk.grundskema.domain.finding.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two problems as their JSON has it, so that it can be told whichever plugins are there: people, rooms, lessons and
 * interventions one by one, parameters field by field.
 */
public final class ProblemChanges {
    private static final Json.Listing NO_ELEMENTS = new Json.Listing(List.of());

    private final List<PartChange> changes = new ArrayList<>();

    private ProblemChanges() {}

    /** What became of a part. */
    public enum Kind {
        /** It was not there before. */
        ADDED,
        /** It is no longer there. */
        REMOVED,
        /** It is there, but otherwise. */
        CHANGED
    }

    /**
     * A part of the problem that differs.
     *
     * @param part   the problem's field that it is in, such as {@code staff} or {@code horizon}
     * @param kind   what became of it
     * @param id     its id; empty if it has none
     * @param name   what people call it; its id if it has no name
     * @param fields what of it differs; empty unless it changed
     */
    public record PartChange(String part, Kind kind, String id, String name, List<FieldChange> fields) {
        /** Copies the list. */
        public PartChange {
            fields = List.copyOf(fields);
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

    /** All parts that differ, in the order of the problem's fields; students' numbers where they differ, however they come about. */
    public static List<PartChange> between(Json.Structure before, Json.Structure after) {
        var found = new ProblemChanges();
        Json.Structure was = WrittenNumbers.spelledOut(before);
        Json.Structure is = WrittenNumbers.spelledOut(after);
        names(was, is)
                .forEach(name ->
                        found.part(name, was.fields().get(name), is.fields().get(name)));
        return List.copyOf(found.changes);
    }

    private static Set<String> names(Json.Structure before, Json.Structure after) {
        var names = new LinkedHashSet<>(before.fields().keySet());
        names.addAll(after.fields().keySet());
        return names;
    }

    private void part(String name, @Nullable Json before, @Nullable Json after) {
        if (before instanceof Json.Listing || after instanceof Json.Listing) {
            var was = before instanceof Json.Listing list ? list : NO_ELEMENTS;
            var is = after instanceof Json.Listing list ? list : NO_ELEMENTS;
            elements(name, byId(was), byId(is));
        } else {
            whole(name, "", name, before, after);
        }
    }

    /** Elements by their ids; what has none is known by what it says. */
    private static Map<Object, Json> byId(Json.Listing list) {
        Map<Object, Json> elements = new LinkedHashMap<>();
        list.elements().forEach(one -> elements.put(id(one).isEmpty() ? one : id(one), one));
        return elements;
    }

    private void elements(String part, Map<Object, Json> before, Map<Object, Json> after) {
        before.forEach((key, was) -> {
            Json is = after.get(key);
            if (is == null) {
                changes.add(new PartChange(part, Kind.REMOVED, id(was), name(was), List.of()));
            } else {
                whole(part, id(is), name(is), was, is);
            }
        });
        after.forEach((key, is) -> {
            if (!before.containsKey(key)) {
                changes.add(new PartChange(part, Kind.ADDED, id(is), name(is), List.of()));
            }
        });
    }

    private void whole(String part, String id, String name, @Nullable Json before, @Nullable Json after) {
        var fields = new ArrayList<FieldChange>();
        fields("", before, after, fields);
        if (!fields.isEmpty()) {
            changes.add(new PartChange(part, Kind.CHANGED, id, name, fields));
        }
    }

    private static void fields(String at, @Nullable Json before, @Nullable Json after, List<FieldChange> found) {
        Json was = before instanceof Json.Nothing ? null : before;
        Json is = after instanceof Json.Nothing ? null : after;
        if (was == null ? is == null : was.equals(is)) {
            return;
        }
        if (was instanceof Json.Structure one && is instanceof Json.Structure other) {
            names(one, other)
                    .forEach(name -> fields(
                            at + "/" + Finding.segment(name),
                            one.fields().get(name),
                            other.fields().get(name),
                            found));
        } else if (was instanceof Json.Listing one
                && is instanceof Json.Listing other
                && one.elements().size() == other.elements().size()) {
            for (int i = 0; i < one.elements().size(); i++) {
                fields(at + "/" + i, one.elements().get(i), other.elements().get(i), found);
            }
        } else {
            found.add(new FieldChange(at, was, is));
        }
    }

    private static String id(Json element) {
        return text(element, "id");
    }

    private static String name(Json element) {
        for (String field : List.of("name", "title", "id")) {
            if (!text(element, field).isEmpty()) {
                return text(element, field);
            }
        }
        return "";
    }

    private static String text(Json element, String field) {
        return element instanceof Json.Structure structure && structure.fields().get(field) instanceof Json.Text text
                ? text.value()
                : "";
    }
}
