package dk.grundskema.solver.registry;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A jar of the plugin folder that is not used.
 *
 * @param jar the jar
 * @param descriptor what it says about its plugin; {@code null} if it has no valid descriptor
 * @param reasons why, at least one sentence, in English for its author
 */
public record SetAsideJar(Path jar, @Nullable PluginDescriptor descriptor, List<String> reasons) {
    /** Copies the list. */
    public SetAsideJar {
        reasons = List.copyOf(reasons);
    }
}
