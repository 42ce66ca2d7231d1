package dk.grundskema.solver.registry;

import dk.grundskema.solver.registry.PluginRefusedException.Refusal;
import dk.grundskema.solver.spi.InterventionPlugin;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A folder with the jars of further plugins. Adding a plugin needs no other change to the program. */
public final class PluginFolder {
    /** Entry of a plugin's jar with the name of its class. */
    private static final String SERVICE = "META-INF/services/" + InterventionPlugin.class.getName();

    private PluginFolder() {}

    /**
     * Returns a class loader for the parent's classes and the jars of a folder. The parent takes precedence: a jar cannot replace the program's own
     * classes.
     *
     * @param folder folder of the jars; other files in it are ignored
     * @param parent class loader that the jars depend on
     * @throws PluginRefusedException if the folder or a jar in it cannot be read, or a jar names no plugin; it lists all of them
     */
    public static ClassLoader classLoader(Path folder, ClassLoader parent) {
        var refusals = new ArrayList<Refusal>();
        var urls = new ArrayList<URL>();
        for (Path jar : jars(folder, refusals)) {
            String reason = findRefusalReason(jar);
            if (reason == null) {
                urls.add(url(jar));
            } else {
                refusals.add(new Refusal(jar.toString(), List.of(reason)));
            }
        }
        if (!refusals.isEmpty()) {
            throw new PluginRefusedException(refusals);
        }
        return urls.isEmpty() ? parent : new URLClassLoader(urls.toArray(URL[]::new), parent);
    }

    private static List<Path> jars(Path folder, List<Refusal> refusals) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            refusals.add(new Refusal(
                    folder.toString(),
                    List.of("Its folder can't be read: %s. Make it, or let GRUNDSKEMA_PLUGINS name another."
                            .formatted(e))));
            return List.of();
        }
    }

    private static @Nullable String findRefusalReason(Path jar) {
        try (var file = new JarFile(jar.toFile())) {
            return file.getEntry(SERVICE) != null
                    ? null
                    : "It names no plugin. Put a file (%s) into it with the name of the plugin's class on a line."
                            .formatted(SERVICE);
        } catch (IOException e) {
            return "It can't be read as a jar: %s. Maybe it was copied only half?".formatted(e.getMessage());
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
