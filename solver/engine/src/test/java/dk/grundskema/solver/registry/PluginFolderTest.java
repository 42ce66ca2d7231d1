package dk.grundskema.solver.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dk.grundskema.solver.registry.PluginRegistryTest.SoundPlugin;
import dk.grundskema.solver.spi.InterventionPlugin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginFolderTest {
    private static final String SERVICE = "META-INF/services/" + InterventionPlugin.class.getName();
    private static final ClassLoader OWN = PluginFolderTest.class.getClassLoader();

    @TempDir
    private Path folder;

    private void jar(String name, String entry, byte[] content) throws IOException {
        try (var out = new JarOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            out.putNextEntry(new JarEntry(entry));
            out.write(content);
            out.closeEntry();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void pluginOfAJarIsFound() throws IOException {
        jar("sound.jar", SERVICE, bytes(SoundPlugin.class.getName()));
        Files.writeString(folder.resolve("readme.txt"), "No jar, left alone.");

        assertThat(PluginRegistry.load(PluginFolder.classLoader(folder, OWN)).typeIds())
                .containsExactly("sound");
    }

    @Test
    void anEmptyFolderAddsNothing() {
        assertThat(PluginFolder.classLoader(folder, OWN)).isSameAs(OWN);
    }

    @Test
    void allUnusableJarsAreNamedTogether() throws IOException {
        jar("a.jar", SERVICE, bytes(SoundPlugin.class.getName()));
        jar("b.jar", "nothing.txt", bytes("x"));
        Files.writeString(folder.resolve("c.jar"), "half a jar");

        var refused = catchThrowableOfType(PluginRefusedException.class, () -> PluginFolder.classLoader(folder, OWN));

        assertThat(refused.refusals())
                .extracting(one -> Path.of(one.plugin()).getFileName().toString())
                .containsExactly("b.jar", "c.jar");
        assertThat(refused)
                .hasMessageContainingAll("names no plugin. Put a file (" + SERVICE, "can't be read as a jar");
    }

    @Test
    void missingFolderIsNamed() {
        Path missing = folder.resolve("missing");

        var refused = catchThrowableOfType(PluginRefusedException.class, () -> PluginFolder.classLoader(missing, OWN));

        assertThat(refused).hasMessageContainingAll(missing.toString(), "Its folder can't be read");
    }

    /** The number after the magic one is the version of Java: 999 is later than any. */
    @Test
    void aClassForALaterJavaIsRefusedWithItsReason() throws IOException {
        String name = "late/Plugin";
        byte[] late = {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE, 0, 0, 3, (byte) 0xE7};
        try (var out = new JarOutputStream(Files.newOutputStream(folder.resolve("late.jar")))) {
            out.putNextEntry(new JarEntry(SERVICE));
            out.write(bytes(name.replace('/', '.')));
            out.closeEntry();
            out.putNextEntry(new JarEntry(name + ".class"));
            out.write(late);
            out.closeEntry();
        }
        ClassLoader loader = PluginFolder.classLoader(folder, OWN);

        var refused = catchThrowableOfType(PluginRefusedException.class, () -> PluginRegistry.load(loader));

        assertThat(refused).hasMessageContainingAll("Its class can't be loaded", "UnsupportedClassVersionError", name);
    }
}
