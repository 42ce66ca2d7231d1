package dk.grundskema.solver.registry;

import dk.grundskema.solver.registry.bytecode.ByteCodeCheck;
import dk.grundskema.solver.spi.InterventionPlugin;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plugin's jar that is not in use, and what is wrong with it. Its plugins are loaded only if nothing is wrong with its descriptor and class files.
 *
 * @param descriptor what it says about its plugin; {@code null} if it has no valid descriptor
 * @param reasons    why it would not be used, in English for its author; empty if it would, once its permissions are accepted
 * @param warnings   what its author should change, in English
 * @param plugins    its plugins; empty if there are reasons
 * @param limited    the same plugins, with the time limits of their calls, in the same order
 */
public record ExaminedJar(
        @Nullable PluginDescriptor descriptor,
        List<String> reasons,
        List<String> warnings,
        List<InterventionPlugin<?>> plugins,
        List<InterventionPlugin<?>> limited) {
    /** Copies the lists. */
    public ExaminedJar {
        reasons = List.copyOf(reasons);
        warnings = List.copyOf(warnings);
        plugins = List.copyOf(plugins);
        limited = List.copyOf(limited);
    }

    /**
     * Examines a jar and loads its plugins.
     *
     * @param program class loader of the program
     */
    public static ExaminedJar load(Path jar, ClassLoader program) {
        PluginJar opened = open(jar, program);
        opened.inspect(WatchedPlugin.secondsOf(null));
        return examined(opened);
    }

    /**
     * Examines a jar without loading its classes.
     *
     * @param program class loader of the program
     */
    public static ExaminedJar read(Path jar, ClassLoader program) {
        return examined(open(jar, program));
    }

    private static PluginJar open(Path jar, ClassLoader program) {
        return PluginJar.open(jar, program, new ByteCodeCheck(program, PluginClassLoader.VISIBLE));
    }

    private static ExaminedJar examined(PluginJar jar) {
        List<PluginInspection> sound = jar.reasons().isEmpty() ? jar.plugins() : List.of();
        return new ExaminedJar(
                jar.descriptor(),
                jar.reasons(),
                jar.warnings(),
                sound.stream()
                        .<InterventionPlugin<?>>map(PluginInspection::plugin)
                        .toList(),
                sound.stream().<InterventionPlugin<?>>map(jar::guarded).toList());
    }
}
