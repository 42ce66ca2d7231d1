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

/**
 * A problem file in which only staff availability and locks changed. Everything else stays as its author wrote it.
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
     * Returns a problem file with another problem's availability and locks, and verifies it by reading it again.
     *
     * @param plugins the intervention types that a problem may use
     * @param file    the existing file
     * @param changed the same problem with another staff availability or other locks
     * @throws IllegalStateException if the file can't be read (any more), or contains another problem
     */
    public static ChangedProblemFile of(PluginRegistry plugins, Path file, Problem changed) {
        if (!(JsonFileReader.read(file) instanceof ReadResult.Success<Json> good)
                || !(good.value() instanceof Json.JsonObject root)) {
            throw new IllegalStateException(
                    "The problem (%s) can no longer be read.\nMaybe it was removed in the meantime?".formatted(file));
        }
        ChangedProblemFile written = of(IncrementalJsonDocument.of(root), changed);
        if (new ProblemReader(plugins).read(written.text()) instanceof ReadResult.Success<Problem> read
                && read.value().equals(changed)) {
            return written;
        }
        throw new IllegalStateException(
                "The problem (%s) with the absence differs from the planned one.\nMaybe it was changed meanwhile?"
                        .formatted(file));
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
