package dk.grundskema.solver.registry;

import java.nio.file.Path;
import java.util.List;

/**
 * A jar of the plugin folder that is not used.
 *
 * @param jar the jar
 * @param reasons why, at least one sentence, in English for its author
 */
public record SetAsideJar(Path jar, List<String> reasons) {
    /** Copies the list. */
    public SetAsideJar {
        reasons = List.copyOf(reasons);
    }
}
