package dk.grundskema.api.planning;

import dk.grundskema.api.platform.Json;
import dk.grundskema.api.platform.JsonFile;
import dk.grundskema.api.platform.Read;
import dk.grundskema.api.platform.RecordWriter;
import dk.grundskema.api.platform.WrittenFile;
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
 * A problem file in which somebody's availability or the locks have changed: everything else stays as its author wrote it.
 *
 * @param file the new file
 * @param hash hash of the new problem
 */
public record ChangedProblem(WrittenFile file, String hash) {
    /** Works out the hash of the new problem. */
    private ChangedProblem(WrittenFile file) {
        this(file, file.hash());
    }

    /** The new file's text. */
    public String text() {
        return file.text();
    }

    /**
     * The text of a file's problem with the availability and the locks of another.
     *
     * @param plugins the intervention types that a problem may ask for
     * @param file    a file that can be read
     * @param changed the same problem, but for its staff's availability and its locks
     * @throws IllegalStateException if the file can't be read (any more), or holds another problem
     */
    public static ChangedProblem of(PluginRegistry plugins, Path file, Problem changed) {
        if (!(JsonFile.read(file) instanceof Read.Good<Json> good) || !(good.value() instanceof Json.Structure root)) {
            throw new IllegalStateException(
                    "The problem (%s) can no longer be read.\nMaybe somebody took it away meanwhile?".formatted(file));
        }
        ChangedProblem written = of(WrittenFile.of(root), changed);
        if (new ProblemReader(plugins).read(written.text()) instanceof Read.Good<Problem> read
                && read.value().equals(changed)) {
            return written;
        }
        throw new IllegalStateException(
                "The problem (%s) with the absence in it is not what was planned.\nMaybe it was changed meanwhile?"
                        .formatted(file));
    }

    /**
     * The text of a problem with the availability and the locks of another; what comes of it is not read again.
     *
     * @param before  the problem as it was written
     * @param changed the same problem, but for its staff's availability and its locks
     */
    public static ChangedProblem of(WrittenFile before, Problem changed) {
        var fields = new LinkedHashMap<>(before.json().fields());
        fields.put("staff", staff(fields, changed.staff()));
        put(fields, "locks", RecordWriter.list(changed.locks()));
        put(fields, "memberLocks", RecordWriter.list(changed.memberLocks()));
        return new ChangedProblem(before.next(new Json.Structure(fields)));
    }

    private static void put(Map<String, Json> fields, String name, Json.Listing list) {
        if (fields.containsKey(name) || !list.elements().isEmpty()) {
            fields.put(name, list);
        }
    }

    private static Json staff(Map<String, Json> fields, List<StaffMember> changed) {
        List<Json> written = fields.get("staff") instanceof Json.Listing list ? list.elements() : List.of();
        var all = new ArrayList<Json>();
        for (int i = 0; i < changed.size(); i++) {
            Json one = i < written.size() ? written.get(i) : RecordWriter.toJson(changed.get(i));
            all.add(one instanceof Json.Structure structure ? with(structure, changed.get(i)) : one);
        }
        return new Json.Listing(all);
    }

    private static Json with(Json.Structure written, StaffMember changed) {
        if (changed.availability().equals(Availability.always())
                && !written.fields().containsKey("availability")) {
            return written;
        }
        Json availability = RecordWriter.toJson(changed).fields().get("availability");
        var fields = new LinkedHashMap<>(written.fields());
        if (availability != null) {
            fields.put("availability", availability);
        }
        return new Json.Structure(fields);
    }
}
