package dk.grundskema.api.planning;

import dk.grundskema.api.platform.Read;
import dk.grundskema.api.platform.RecordReader;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.registry.PluginRegistry;
import java.nio.file.Path;
import java.util.Map;

/**
 * Reads problem files. What is wrong with a file on its own is found here, all at once; whether an intervention fits the
 * rest of the problem is for its plugin to say afterwards.
 */
public final class ProblemReader {
    private final RecordReader reader;

    /** @param plugins the intervention types that a problem may ask for */
    public ProblemReader(PluginRegistry plugins) {
        this.reader = new RecordReader(Map.of(Intervention.class, new InterventionReading(plugins)));
    }

    /** The problem in a file, or everything that is wrong with it. Never throws because of what the file holds. */
    public Read<Problem> read(Path file) {
        return reader.read(file, Problem.class);
    }

    /** The problem in a text, or everything that is wrong with it. */
    public Read<Problem> read(String json) {
        return reader.read(json, Problem.class);
    }
}
