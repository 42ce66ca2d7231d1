package dk.grundskema.solver.registry;

import dk.grundskema.solver.registry.PluginRefusedException.Refusal;
import dk.grundskema.solver.spi.InterventionPlugin;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** A folder with the jars of further plugins. Adding a plugin needs no other change to the program. */
final class PluginFolder {
    /** Entry of a plugin's jar with the name of its class. */
    private static final String SERVICE = "META-INF/services/" + InterventionPlugin.class.getName();

    private PluginFolder() {}

    /**
     * Returns the jars of a folder, in order of their names; other files in it are ignored.
     *
     * @param folder the folder
     * @param program class loader of the program
     * @throws PluginRefusedException if the folder cannot be read
     */
    static List<PluginJar> jars(Path folder, ClassLoader program) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".jar"))
                    .sorted()
                    .map(file -> jar(file, program))
                    .toList();
        } catch (IOException e) {
            throw new PluginRefusedException(List.of(new Refusal(
                    folder.toString(),
                    List.of("Its folder can't be read: %s. Make it, or let GRUNDSKEMA_PLUGINS name another."
                            .formatted(e)))));
        }
    }

    private static PluginJar jar(Path jar, ClassLoader program) {
        try (var file = new JarFile(jar.toFile())) {
            if (file.getEntry(SERVICE) == null) {
                return PluginJar.unusable(
                        jar,
                        "It names no plugin. Put a file (%s) into it with the name of the plugin's class on a line."
                                .formatted(SERVICE));
            }
            Manifest manifest = file.getManifest();
            String version = manifest == null
                    ? null
                    : manifest.getMainAttributes().getValue(Attributes.Name.IMPLEMENTATION_VERSION);
            return PluginJar.usable(
                    jar, version, new PluginClassLoader(jar.getFileName().toString(), url(jar), program));
        } catch (IOException e) {
            return PluginJar.unusable(
                    jar, "It can't be read as a jar: %s. Maybe it was copied only half?".formatted(e.getMessage()));
        }
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException("The file (%s) has no address.".formatted(jar), e);
        }
    }
}
