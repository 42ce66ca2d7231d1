package dk.grundskema.api.documents.problem;

import dk.grundskema.api.documents.json.IncrementalJsonDocument;
import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.JsonFileReader;
import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.documents.json.RecordWriter;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Availability;
import dk.grundskema.solver.registry.PluginRegistry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A problem file in which the horizon, people, rooms, groups, lessons or locks changed. Everything else stays as its author wrote it.
 *
 * @param file the new file
 * @param hash hash of the new problem
 */
public record ChangedProblemFile(IncrementalJsonDocument file, String hash) {
    /** Computes the hash of the new problem. */
    private ChangedProblemFile(IncrementalJsonDocument file) {
        this(file, file.hash());
    }

    /** Returns the text of the new file. */
    public String text() {
        return file.text();
    }

    /**
     * Returns a problem file with another problem's horizon, people, rooms, groups, lessons and locks, and verifies it by reading it again.
     *
     * @param plugins the intervention types that a problem may use
     * @param file    the existing file
     * @param changed the same problem with another horizon, or other people, rooms, groups, lessons or locks
     * @throws IllegalStateException if the file can't be read (any more), or contains another problem
     */
    public static ChangedProblemFile of(PluginRegistry plugins, Path file, Problem changed) {
        if (!(JsonFileReader.read(file) instanceof ReadResult.Success<Json> good)
                || !(good.value() instanceof Json.JsonObject root)) {
            throw new IllegalStateException(
                    "The problem (%s) can no longer be read.\nMaybe it was removed in the meantime?".formatted(file));
        }
        if (!(new ProblemReader(plugins).read(file) instanceof ReadResult.Success<Problem> original)) {
            throw new IllegalStateException(
                    "The problem (%s) can no longer be read.\nMaybe it was changed meanwhile?".formatted(file));
        }
        ChangedProblemFile written = of(root, original.value(), changed);
        if (new ProblemReader(plugins).read(written.text()) instanceof ReadResult.Success<Problem> read
                && read.value().equals(changed)) {
            return written;
        }
        throw new IllegalStateException(
                "The problem (%s) with the change differs from the planned one.\nMaybe it was changed meanwhile?"
                        .formatted(file));
    }

    /**
     * Returns a problem file with another problem's horizon, people, rooms, groups, lessons and locks; does not read the result again.
     *
     * @param root     the problem as it was written
     * @param original the problem as it was read
     * @param changed  the same problem with another horizon, or other people, rooms, groups, lessons or locks
     */
    public static ChangedProblemFile of(Json.JsonObject root, Problem original, Problem changed) {
        return of(IncrementalJsonDocument.of(withRecords(root, original, changed)), changed);
    }

    /**
     * Returns a problem file with another problem's availability and locks; does not read the result again.
     *
     * @param before  the problem as it was written
     * @param changed the same problem with another staff availability or other locks
     */
    public static ChangedProblemFile of(IncrementalJsonDocument before, Problem changed) {
        var fields = new LinkedHashMap<>(before.json().fields());
        fields.put("staff", staffWithAvailability(fields, changed.staff()));
        putUnlessEmpty(fields, "locks", RecordWriter.toJsonArray(changed.locks()));
        putUnlessEmpty(fields, "memberLocks", RecordWriter.toJsonArray(changed.memberLocks()));
        return new ChangedProblemFile(before.nextVersion(new Json.JsonObject(fields)));
    }

    /** Returns the file with those records of the horizon, people, rooms, groups and lessons that differ. */
    private static Json.JsonObject withRecords(Json.JsonObject root, Problem original, Problem changed) {
        var fields = new LinkedHashMap<>(root.fields());
        if (!original.horizon().equals(changed.horizon())) {
            fields.put("horizon", RecordWriter.toJson(changed.horizon()));
        }
        putRecords(fields, "rooms", original.rooms(), changed.rooms());
        putRecords(fields, "groups", original.groups(), changed.groups());
        putRecords(fields, "students", original.students(), changed.students());
        putRecords(fields, "lessons", original.lessons(), changed.lessons());
        boolean isOnlyAvailability = original.staff().size() == changed.staff().size()
                && IntStream.range(0, changed.staff().size())
                        .allMatch(i -> isSameBesidesAvailability(
                                original.staff().get(i), changed.staff().get(i)));
        if (!isOnlyAvailability) {
            putRecords(fields, "staff", original.staff(), changed.staff());
        }
        return new Json.JsonObject(fields);
    }

    private static boolean isSameBesidesAvailability(StaffMember one, StaffMember other) {
        return one.withAvailability(other.availability()).equals(other);
    }

    /** Replaces the records that differ from those at their place, and those after the last. */
    private static void putRecords(
            Map<String, Json> fields, String name, List<? extends Record> original, List<? extends Record> changed) {
        if (original.equals(changed)) {
            return;
        }
        List<Json> written = fields.get(name) instanceof Json.JsonArray list ? list.elements() : List.of();
        var all = new ArrayList<Json>();
        for (int i = 0; i < changed.size(); i++) {
            boolean isSame = i < original.size() && original.get(i).equals(changed.get(i));
            all.add(isSame ? written.get(i) : RecordWriter.toJson(changed.get(i)));
        }
        fields.put(name, new Json.JsonArray(all));
    }

    private static void putUnlessEmpty(Map<String, Json> fields, String name, Json.JsonArray list) {
        if (fields.containsKey(name) || !list.elements().isEmpty()) {
            fields.put(name, list);
        }
    }

    private static Json staffWithAvailability(Map<String, Json> fields, List<StaffMember> changed) {
        List<Json> written = fields.get("staff") instanceof Json.JsonArray list ? list.elements() : List.of();
        var all = new ArrayList<Json>();
        for (int i = 0; i < changed.size(); i++) {
            Json one = i < written.size() ? written.get(i) : RecordWriter.toJson(changed.get(i));
            all.add(one instanceof Json.JsonObject structure ? withAvailability(structure, changed.get(i)) : one);
        }
        return new Json.JsonArray(all);
    }

    private static Json withAvailability(Json.JsonObject written, StaffMember changed) {
        if (changed.availability().equals(Availability.always())
                && !written.fields().containsKey("availability")) {
            return written;
        }
        Json availability = RecordWriter.toJson(changed).fields().get("availability");
        var fields = new LinkedHashMap<>(written.fields());
        if (availability != null) {
            fields.put("availability", availability);
        }
        return new Json.JsonObject(fields);
    }
}
