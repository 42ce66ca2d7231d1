package dk.grundskema.solver.registry;

import dk.grundskema.solver.spi.InterventionPlugin;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A plugin in use and where it is from.
 *
 * @param plugin the plugin
 * @param version version that its jar states; {@code null} if it states none
 * @param jar its jar in the plugin folder; {@code null} for plugins that are part of the program
 */
public record InstalledPlugin(
        InterventionPlugin<?> plugin,
        @Nullable String version,
        @Nullable Path jar) {}
