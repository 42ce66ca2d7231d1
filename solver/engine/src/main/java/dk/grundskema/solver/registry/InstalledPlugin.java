package dk.grundskema.solver.registry;

import dk.grundskema.solver.registry.bytecode.PluginPermission;
import dk.grundskema.solver.spi.ContractVersion;
import dk.grundskema.solver.spi.InterventionPlugin;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A plugin in use and where it is from.
 *
 * @param plugin the plugin
 * @param version version of the plugin; {@code null} if it is part of the program and not in a jar
 * @param jar its jar in the plugin folder; {@code null} for plugins that are part of the program
 * @param contract version of the contract that it was built for
 * @param licence its licence
 * @param permissions its permissions
 */
public record InstalledPlugin(
        InterventionPlugin<?> plugin,
        @Nullable String version,
        @Nullable Path jar,
        ContractVersion contract,
        String licence,
        Set<PluginPermission> permissions) {
    private static final String LICENCE_OF_PROGRAM = "Apache-2.0";

    /** Copies the set. */
    public InstalledPlugin {
        permissions = Set.copyOf(permissions);
    }

    /** Returns a plugin that is part of the program. */
    public static InstalledPlugin ofProgram(InterventionPlugin<?> plugin, @Nullable String version) {
        return new InstalledPlugin(plugin, version, null, ContractVersion.CURRENT, LICENCE_OF_PROGRAM, Set.of());
    }

    /** Returns a plugin of a jar in the plugin folder. */
    public static InstalledPlugin ofJar(InterventionPlugin<?> plugin, Path jar, PluginDescriptor descriptor) {
        return new InstalledPlugin(
                plugin,
                descriptor.version(),
                jar,
                descriptor.contract(),
                descriptor.licence(),
                descriptor.permissions());
    }

    /** Returns why the plugin is not called any more until the program starts anew, in English for its author; empty if it is called. */
    public Optional<String> reasonNotCalled() {
        return plugin instanceof GuardedPlugin<?> guarded ? guarded.reasonNotCalled() : Optional.empty();
    }
}
