package dk.grundskema.solver.registry;

import dk.grundskema.solver.spi.InterventionType;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A jar of the plugin folder while the program starts: its plugins, and the reasons why it is set aside. */
final class PluginJar {
    private final Path file;
    private final @Nullable String version;
    private final @Nullable ClassLoader loader;
    private final List<String> reasons = new ArrayList<>();
    private List<PluginInspection> plugins = List.of();

    private PluginJar(Path file, @Nullable String version, @Nullable ClassLoader loader) {
        this.file = file;
        this.version = version;
        this.loader = loader;
    }

    static PluginJar usable(Path file, @Nullable String version, ClassLoader loader) {
        return new PluginJar(file, version, loader);
    }

    static PluginJar unusable(Path file, String reason) {
        var jar = new PluginJar(file, null, null);
        jar.setAside(reason);
        return jar;
    }

    /** Creates and inspects the jar's plugins, unless it is unusable. */
    void inspect() {
        if (loader == null) {
            return;
        }
        var found = PluginServices.create(loader);
        plugins = found.plugins().stream().map(PluginInspection::of).toList();
        found.refusals()
                .forEach(refusal -> refusal.reasons()
                        .forEach(reason -> setAside("Its plugin (%s): %s".formatted(refusal.plugin(), reason))));
        for (PluginInspection plugin : plugins) {
            plugin.reasons()
                    .forEach(reason -> setAside("Its plugin (%s): %s"
                            .formatted(plugin.plugin().getClass().getName(), reason)));
        }
        if (plugins.isEmpty() && reasons.isEmpty()) {
            setAside("Its file of services names no class.");
        }
    }

    Path file() {
        return file;
    }

    String name() {
        return file.getFileName().toString();
    }

    /** Returns the jar's name and version, for messages. */
    String description() {
        return version == null ? name() : "%s, version %s".formatted(name(), version);
    }

    /** Returns the version in the jar's manifest; {@code null} if it states none. */
    @Nullable
    String version() {
        return version;
    }

    List<PluginInspection> plugins() {
        return plugins;
    }

    /** Returns why the jar is not used; empty if it is. */
    List<String> reasons() {
        return reasons;
    }

    void setAside(String reason) {
        reasons.add(reason);
    }

    /** Returns the plugin of a type in this jar, if there is one. */
    boolean has(String typeId) {
        return plugins.stream().map(PluginInspection::type).anyMatch(type -> isOfType(type, typeId));
    }

    private static boolean isOfType(@Nullable InterventionType type, String typeId) {
        return type != null && typeId.equals(type.id());
    }

    /** Whether this jar's version is certainly higher than that of another: both state one, and in the usual order of versions. */
    boolean isNewerThan(PluginJar other) {
        if (version == null || other.version == null) {
            return false;
        }
        try {
            return Version.parse(version).compareTo(Version.parse(other.version)) > 0;
        } catch (IllegalArgumentException e) { // no number in front
            return false;
        }
    }
}
