package dk.grundskema.solver.registry;

import dk.grundskema.solver.registry.PluginRefusedException.Refusal;
import dk.grundskema.solver.registry.bytecode.ByteCodeCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A folder with the jars of further plugins. Adding a plugin needs no other change to the program. */
final class PluginFolder {
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
            var byteCode = new ByteCodeCheck(program, PluginClassLoader.VISIBLE);
            var accepted = AcceptedPlugins.in(folder);
            List<PluginJar> jars = files.filter(
                            file -> file.getFileName().toString().endsWith(".jar"))
                    .sorted()
                    .map(file -> PluginJar.open(file, program, byteCode))
                    .toList();
            jars.forEach(jar -> jar.requireAcceptance(accepted));
            return jars;
        } catch (IOException e) {
            throw new PluginRefusedException(List.of(new Refusal(
                    folder.toString(),
                    List.of("Its folder can't be read: %s. Make it, or let GRUNDSKEMA_PLUGINS name another."
                            .formatted(e)))));
        }
    }
}
