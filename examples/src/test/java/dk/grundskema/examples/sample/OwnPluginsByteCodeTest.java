package dk.grundskema.examples.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.solver.registry.bytecode.ByteCodeCheck;
import dk.grundskema.solver.registry.bytecode.ByteCodeReport;
import dk.grundskema.solver.spi.InterventionPlugin;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plugins of the program do nothing that a plugin in the folder may not, without any permission. */
class OwnPluginsByteCodeTest {
    @TempDir
    private Path folder;

    @Test
    void classesOfThePluginsOfTheProgramPassTheCheckForJars() throws Exception {
        var check = new ByteCodeCheck(
                getClass().getClassLoader(), List.of("dk.grundskema.domain.", "dk.grundskema.solver.spi."));
        List<InterventionPlugin<?>> plugins = ServiceLoader.load(InterventionPlugin.class).stream()
                .<InterventionPlugin<?>>map(ServiceLoader.Provider::get)
                .toList();

        assertThat(plugins).hasSizeGreaterThan(5);
        for (InterventionPlugin<?> plugin : plugins) {
            Path classes = Path.of(plugin.getClass()
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            Path jar = classes;
            if (Files.isDirectory(classes)) {
                jar = folder.resolve(plugin.type().id() + ".jar");
                SamplePluginBuild.jar(classes, jar);
            }
            try (var content = new JarFile(jar.toFile())) {
                assertThat(check.check(content, Set.of()))
                        .as(plugin.type().id())
                        .isEqualTo(new ByteCodeReport(List.of(), List.of()));
            }
        }
    }
}
