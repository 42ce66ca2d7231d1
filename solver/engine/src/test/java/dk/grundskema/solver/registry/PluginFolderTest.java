package dk.grundskema.solver.registry;

import static dk.grundskema.solver.registry.PluginJarBuilder.SERVICE;
import static dk.grundskema.solver.registry.PluginJarBuilder.aPlugin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dk.grundskema.solver.registry.bytecode.PluginPermission;
import dk.grundskema.solver.spi.ContractVersion;
import dk.grundskema.solver.spi.InterventionPlugin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PluginFolderTest {
    private static final ClassLoader PROGRAM = PluginFolderTest.class.getClassLoader();

    @TempDir
    private Path folder;

    private Path jar(String name, PluginJarBuilder plugin) throws IOException {
        return plugin.write(folder.resolve(name));
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
    void pluginOfAJarIsFoundWithWhatItsDescriptorSays() throws IOException {
        jar("walk.jar", aPlugin().describedBy("version", "1.2"));
        Files.writeString(folder.resolve("readme.txt"), "No jar, left alone.");

        PluginRegistry registry = load();

        assertThat(registry.typeIds()).containsExactly("walk");
        assertThat(registry.setAside()).isEmpty();
        InstalledPlugin installed = registry.installed().getFirst();
        assertThat(installed.version()).isEqualTo("1.2");
        assertThat(installed.jar()).isEqualTo(folder.resolve("walk.jar"));
        assertThat(installed.contract()).isEqualTo(ContractVersion.CURRENT);
        assertThat(installed.licence()).isEqualTo("MIT");
        assertThat(installed.permissions()).isEmpty();
    }

    @Test
    void anEmptyFolderAddsNothing() {
        assertThat(load().typeIds()).isEmpty();
    }

    @Test
    void aPluginSeesTheContractButNeitherTheProgramNorItsLibraries() throws Exception {
        jar("walk.jar", aPlugin());
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
        jar("walk.jar", aPlugin().entry("dk/grundskema/solver/spi/InterventionType.class", "another contract"));

        assertThat(load().typeIds()).containsExactly("walk");
    }

    @Test
    void unusableJarsAreSetAsideAndTheOthersUsed() throws IOException {
        jar("a.jar", aPlugin());
        jar("b.jar", aPlugin().without(SERVICE));
        Files.writeString(folder.resolve("c.jar"), "half a jar");
        jar("d.jar", aPlugin().withMembers("{ if (true) throw new IllegalStateException(\"no hands\"); }"));
        jar("e.jar", aPlugin().entry(SERVICE, "no.such.Plugin"));
        jar("f.jar", aPlugin().entry(SERVICE, "# none"));
        jar("g.jar", aPlugin().withAttribute(Attributes.Name.CLASS_PATH, "other.jar"));

        assertThat(load().typeIds()).containsExactly("walk");
        assertThat(reasonsOf("b.jar")).singleElement().asString().contains("names no plugin. Put a file (" + SERVICE);
        assertThat(reasonsOf("c.jar")).singleElement().asString().contains("can't be read as a jar");
        assertThat(reasonsOf("d.jar")).singleElement().asString().contains("WalkPlugin", "no hands");
        assertThat(reasonsOf("e.jar")).singleElement().asString().contains("no.such.Plugin");
        assertThat(reasonsOf("f.jar")).singleElement().asString().contains("names no class");
        assertThat(reasonsOf("g.jar")).singleElement().asString().contains("names other jars (Class-Path)");
    }

    @Test
    void aJarWithoutDescriptorIsSetAsideAndToldWhatToAdd() throws IOException {
        jar("walk.jar", aPlugin().withoutDescriptor());

        assertThat(reasonsOf("walk.jar"))
                .singleElement()
                .asString()
                .contains(
                        "It has no descriptor. Put a file (META-INF/grundskema-plugin.properties) into it",
                        "id=",
                        "contract=" + ContractVersion.CURRENT);
    }

    @Test
    void everythingThatIsWrongWithADescriptorIsNamedAtOnce() throws IOException {
        jar(
                "walk.jar",
                aPlugin()
                        .notDescribedBy("version")
                        .describedBy("contract", "0.9.1")
                        .describedBy("licence", " ")
                        .describedBy("license", "MIT")
                        .describedBy("permissions", "files, disk"));

        assertThat(reasonsOf("walk.jar"))
                .satisfiesExactlyInAnyOrder(
                        reason -> assertThat(reason).contains("lacks (version)"),
                        reason -> assertThat(reason).contains("lacks (licence)"),
                        reason -> assertThat(reason).contains("unknown entry (license)"),
                        reason -> assertThat(reason).contains("contract (0.9.1)", "such as " + ContractVersion.CURRENT),
                        reason -> assertThat(reason)
                                .contains("unknown permission (disk). Known are: files, network, time, threads."));
    }

    @Test
    void aJarForALaterContractIsSetAsideWithBothVersions() throws IOException {
        ContractVersion current = ContractVersion.CURRENT;
        for (var later : List.of(
                new ContractVersion(current.major(), current.minor() + 1),
                new ContractVersion(current.major() + 1, 0))) {
            jar("walk.jar", aPlugin().describedBy("contract", later.toString()));

            assertThat(reasonsOf("walk.jar"))
                    .containsExactly("It is built for the contract %s, this is %s: update Grundskema."
                            .formatted(later, current));
            assertThat(load().setAside().getFirst().descriptor().contract()).isEqualTo(later);
        }
    }

    @Test
    void aJarForAnEarlierMinorVersionIsUsed() throws IOException {
        jar("walk.jar", aPlugin().describedBy("contract", "0.8"));

        assertThat(load().typeIds()).containsExactly("walk");
    }

    @Test
    void idOfTheDescriptorMustBeThatOfTheType() throws IOException {
        jar("walk.jar", aPlugin().describedBy("id", "run"));

        assertThat(reasonsOf("walk.jar"))
                .containsExactly(
                        "Its descriptor has the id (run), its plugin the type's id (walk). They must be equal.");
    }

    @Test
    void ofTwoVersionsTheNewerOneIsUsed() throws IOException {
        jar("a.jar", aPlugin().describedBy("version", "1.10"));
        jar("b.jar", aPlugin().describedBy("version", "1.9"));

        assertThat(load().installed().getFirst().version()).isEqualTo("1.10");
        assertThat(reasonsOf("b.jar"))
                .containsExactly("Its type (walk) is also in a.jar, which is newer: version 1.10, this is 1.9.");
    }

    @ParameterizedTest
    @CsvSource({"1.9, 1.9", "second, 1.9"})
    void neitherOfTwoJarsWithTheSameTypeIsUsedIfTheirVersionsDoNotTellWhichIsNewer(String one, String other)
            throws IOException {
        jar("a.jar", aPlugin().describedBy("version", one));
        jar("b.jar", aPlugin().describedBy("version", other));

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
        jar("late.jar", aPlugin().entry("late/Plugin.class", late));

        assertThat(reasonsOf("late.jar"))
                .singleElement()
                .asString()
                .contains("Its file (late/Plugin.class) can't be read", "compiled for a later Java");
    }

    @Test
    void requestedPermissionsMustBeAcceptedForExactlyThisJar() throws IOException {
        PluginJarBuilder plugin = aPlugin()
                .describedBy("permissions", "time, files")
                .withMembers("static long now() { return System.nanoTime() + new java.io.File(\"x\").length(); }");
        Path jar = jar("walk.jar", plugin);
        assertThat(reasonsOf("walk.jar"))
                .containsExactly(
                        "It requests permissions (files, time) that nobody has accepted. If you trust it: grundskema plugins accept walk.jar");

        AcceptedPlugins.in(folder).add(jar, ExaminedJar.read(jar, PROGRAM).descriptor());

        assertThat(reasonsOf("walk.jar")).isEmpty();
        assertThat(load().installed().getFirst().permissions())
                .containsExactlyInAnyOrder(PluginPermission.FILES, PluginPermission.TIME);

        jar("walk.jar", plugin.describedBy("version", "1.1"));
        assertThat(reasonsOf("walk.jar")).singleElement().asString().contains("nobody has accepted");
    }

    @Test
    void acceptanceEndsWhenItsLineIsDeleted() throws IOException {
        Path jar = jar("walk.jar", aPlugin().describedBy("permissions", "network"));
        AcceptedPlugins.in(folder).add(jar, ExaminedJar.read(jar, PROGRAM).descriptor());
        assertThat(load().typeIds()).containsExactly("walk");

        Files.delete(folder.resolve(AcceptedPlugins.FILE));

        assertThat(load().typeIds()).isEmpty();
    }
}
