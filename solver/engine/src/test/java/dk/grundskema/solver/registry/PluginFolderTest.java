package dk.grundskema.solver.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dk.grundskema.solver.registry.PluginRegistryTest.BrokenPlugin;
import dk.grundskema.solver.registry.PluginRegistryTest.SoundPlugin;
import dk.grundskema.solver.spi.InterventionPlugin;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginFolderTest {
    private static final String SERVICE = "META-INF/services/" + InterventionPlugin.class.getName();
    private static final ClassLoader PROGRAM = PluginFolderTest.class.getClassLoader();

    /** Nested classes of {@link TestPlugin} are compiled to files of their own. */
    private static final List<String> HELPERS =
            List.of("TestPlugin", "TestPlugin$Parameters", "TestPlugin$1", "PluginRegistryTest");

    @TempDir
    private Path folder;

    private void jar(String name, Map<String, byte[]> entries) throws IOException {
        jar(name, null, entries);
    }

    private void jar(String name, String version, Map<String, byte[]> entries) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        if (version != null) {
            manifest.getMainAttributes().put(Attributes.Name.IMPLEMENTATION_VERSION, version);
        }
        try (var out = new JarOutputStream(Files.newOutputStream(folder.resolve(name)), manifest)) {
            for (var entry : entries.entrySet()) {
                out.putNextEntry(new JarEntry(entry.getKey()));
                out.write(entry.getValue());
                out.closeEntry();
            }
        }
    }

    private static Map<String, byte[]> plugin(Class<?> type) throws IOException {
        var entries = new LinkedHashMap<String, byte[]>();
        entries.put(SERVICE, bytes(type.getName()));
        String place = type.getPackageName().replace('.', '/') + "/";
        entries.put(type.getName().replace('.', '/') + ".class", null);
        HELPERS.forEach(helper -> entries.put(place + helper + ".class", null));
        for (var entry : entries.entrySet()) {
            if (entry.getValue() == null) {
                try (InputStream content = PROGRAM.getResourceAsStream(entry.getKey())) {
                    entry.setValue(content == null ? new byte[0] : content.readAllBytes());
                }
            }
        }
        return entries;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private PluginRegistry load() {
        return PluginRegistry.load(PROGRAM, folder);
    }

    private List<String> reasonsOf(String jar) {
        return load().setAside().stream()
                .filter(one -> one.jar().equals(folder.resolve(jar)))
                .flatMap(one -> one.reasons().stream())
                .toList();
    }

    @Test
    void pluginOfAJarIsFoundWithItsVersion() throws IOException {
        jar("sound.jar", "1.2", plugin(SoundPlugin.class));
        Files.writeString(folder.resolve("readme.txt"), "No jar, left alone.");

        PluginRegistry registry = load();

        assertThat(registry.typeIds()).containsExactly("sound");
        assertThat(registry.setAside()).isEmpty();
        assertThat(registry.installed().getFirst().version()).isEqualTo("1.2");
        assertThat(registry.installed().getFirst().jar()).isEqualTo(folder.resolve("sound.jar"));
    }

    @Test
    void anEmptyFolderAddsNothing() {
        assertThat(load().typeIds()).isEmpty();
    }

    @Test
    void aPluginSeesTheContractButNeitherTheProgramNorItsLibraries() throws Exception {
        jar("sound.jar", plugin(SoundPlugin.class));
        ClassLoader loader =
                ((GuardedPlugin<?>) load().all().getFirst()).plugin().getClass().getClassLoader();

        assertThat(loader.loadClass(InterventionPlugin.class.getName())).isSameAs(InterventionPlugin.class);
        for (String hidden : List.of(
                "ai.timefold.solver.core.api.solver.Solver",
                PluginRegistry.class.getName(),
                getClass().getName())) {
            assertThat(PROGRAM.loadClass(hidden)).isNotNull();
            assertThatThrownBy(() -> loader.loadClass(hidden)).isInstanceOf(ClassNotFoundException.class);
        }
    }

    @Test
    void aJarCannotReplaceTheContract() throws IOException {
        var entries = plugin(SoundPlugin.class);
        entries.put("dk/grundskema/solver/spi/InterventionType.class", bytes("another contract"));
        jar("sound.jar", entries);

        assertThat(load().typeIds()).containsExactly("sound");
    }

    @Test
    void unusableJarsAreSetAsideAndTheOthersUsed() throws IOException {
        jar("a.jar", plugin(SoundPlugin.class));
        jar("b.jar", Map.of("nothing.txt", bytes("x")));
        Files.writeString(folder.resolve("c.jar"), "half a jar");
        jar("d.jar", plugin(BrokenPlugin.class));
        jar("e.jar", Map.of(SERVICE, bytes("no.such.Plugin")));
        jar("f.jar", Map.of(SERVICE, bytes("# none")));

        assertThat(load().typeIds()).containsExactly("sound");
        assertThat(reasonsOf("b.jar")).singleElement().asString().contains("names no plugin. Put a file (" + SERVICE);
        assertThat(reasonsOf("c.jar")).singleElement().asString().contains("can't be read as a jar");
        assertThat(reasonsOf("d.jar")).singleElement().asString().contains(BrokenPlugin.class.getName(), "no hands");
        assertThat(reasonsOf("e.jar")).singleElement().asString().contains("no.such.Plugin");
        assertThat(reasonsOf("f.jar")).singleElement().asString().contains("names no class");
    }

    @Test
    void ofTwoVersionsTheNewerOneIsUsed() throws IOException {
        jar("a.jar", "1.10", plugin(SoundPlugin.class));
        jar("b.jar", "1.9", plugin(SoundPlugin.class));

        assertThat(load().installed().getFirst().version()).isEqualTo("1.10");
        assertThat(reasonsOf("b.jar"))
                .containsExactly("Its type (sound) is also in a.jar, which is newer: version 1.10, this is 1.9.");
    }

    @Test
    void neitherOfTwoJarsWithTheSameTypeIsUsedIfTheirVersionsDoNotDiffer() throws IOException {
        jar("a.jar", plugin(SoundPlugin.class));
        jar("b.jar", "1.9", plugin(SoundPlugin.class));

        assertThat(load().typeIds()).isEmpty();
        assertThat(reasonsOf("a.jar")).singleElement().asString().contains("also in b.jar", "Remove one of them");
        assertThat(reasonsOf("b.jar")).singleElement().asString().contains("also in a.jar");
    }

    @Test
    void missingFolderIsNamed() {
        Path missing = folder.resolve("missing");

        var refused = catchThrowableOfType(PluginRefusedException.class, () -> PluginRegistry.load(PROGRAM, missing));

        assertThat(refused).hasMessageContainingAll(missing.toString(), "Its folder can't be read");
    }

    /** The number after the magic one is the version of Java: 999 is later than any. */
    @Test
    void aClassForALaterJavaIsSetAsideWithItsReason() throws IOException {
        byte[] late = {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE, 0, 0, 3, (byte) 0xE7};
        jar("late.jar", Map.of(SERVICE, bytes("late.Plugin"), "late/Plugin.class", late));

        assertThat(reasonsOf("late.jar"))
                .singleElement()
                .asString()
                .contains("Its class can't be loaded", "UnsupportedClassVersionError", "late/Plugin");
    }
}
