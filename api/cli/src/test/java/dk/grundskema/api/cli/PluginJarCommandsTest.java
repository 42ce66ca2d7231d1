package dk.grundskema.api.cli;

import static dk.grundskema.solver.registry.PluginJarBuilder.aPlugin;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.cli.CommandRunner.CommandOutput;
import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.solver.registry.AcceptedPlugins;
import dk.grundskema.solver.registry.PluginJarBuilder;
import dk.grundskema.solver.spi.ContractVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code plugins verify} and {@code plugins accept}. */
class PluginJarCommandsTest {
    private static final String CALLS_CLOCK = "static long now() { return System.nanoTime(); }";
    private static final String EXAMPLE = """
            {"version": 1, "title": "Walks", "language": "EN", "horizon": {"firstWeek": "2026-W37", "weeks": 2},
             "sites": [{"id": "school", "name": "School"}],
             "interventions": [{"id": "trip", "type": "%s", "title": "Trip", "parameters": {"number": 2}}]}
            """;

    @TempDir
    private Path folder;

    /** Writes the jar into the working folder, which is the folder of plugins as well unless a test says otherwise. */
    private Path jar(PluginJarBuilder plugin) throws IOException {
        return plugin.write(folder.resolve("walk.jar"));
    }

    private CommandRunner program() {
        var environment = Map.of("GRUNDSKEMA_PLUGINS", folder.toString());
        return new CommandRunner(folder, () -> new PluginPlanningFacade(environment))
                .withVariable("GRUNDSKEMA_PLUGINS", folder.toString());
    }

    private CommandOutput run(String... args) {
        return program().run(args);
    }

    @Test
    void acceptShowsThePermissionsAndThePluginIsUsed() throws IOException {
        jar(aPlugin().describedBy("permissions", "time, network").withMembers(CALLS_CLOCK));
        CommandOutput before = run("plugins", "--lang", "en");
        assertThat(before.code()).isEqualTo(2);
        assertThat(before.out())
                .contains(
                        "walk.jar is not used.",
                        "version 1.0, contract " + ContractVersion.CURRENT
                                + ", licence MIT, permissions: network, clock",
                        "grundskema plugins accept");

        CommandOutput accepted = run("plugins", "accept", "walk.jar", "--lang", "da");

        assertThat(accepted.code()).isZero();
        assertThat(accepted.out())
                .contains(
                        "version 1.0, kontrakt " + ContractVersion.CURRENT + ", licens MIT, tilladelser: netværk, ur",
                        "Godkendt: netværk, ur.");
        CommandOutput after = run("plugins", "--lang", "en");
        assertThat(after.code()).isZero();
        assertThat(after.out())
                .containsPattern("Walk – walk, no rules, from .*walk\\.jar")
                .contains("permissions: network, clock");
    }

    @Test
    void acceptFindsAJarInTheFolderOfPluginsByItsName() throws IOException {
        jar(aPlugin().describedBy("permissions", "time").withMembers(CALLS_CLOCK));
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));

        CommandOutput accepted = CommandRunner.inFolder(elsewhere, new FakePlanningFacade())
                .withVariable("GRUNDSKEMA_PLUGINS", folder.toString())
                .run("plugins", "accept", "walk.jar", "--lang", "en");

        assertThat(accepted.code()).isZero();
        assertThat(folder.resolve(AcceptedPlugins.FILE)).content().contains("=time");
    }

    @Test
    void acceptRefusesAJarThatCannotBeUsedAnyway() throws IOException {
        jar(aPlugin().describedBy("permissions", "time").withMembers("static void end() { System.exit(1); }"));

        CommandOutput refused = run("plugins", "accept", "walk.jar", "--lang", "en");

        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.out()).contains("whatever you accept", "System.exit(int)), which no plugin may.");
        assertThat(folder.resolve(AcceptedPlugins.FILE)).doesNotExist();
    }

    @Test
    void withoutPermissionsNothingIsAccepted() throws IOException {
        jar(aPlugin());

        CommandOutput nothing = run("plugins", "accept", "walk.jar", "--lang", "en");

        assertThat(nothing.code()).isZero();
        assertThat(nothing.out()).contains("no permissions", "there is nothing to accept");
        assertThat(folder.resolve(AcceptedPlugins.FILE)).doesNotExist();
    }

    @Test
    void acceptNeedsAFolderOfPlugins() throws IOException {
        jar(aPlugin());

        CommandOutput refused = CommandRunner.inFolder(folder, new FakePlanningFacade())
                .run("plugins", "accept", "walk.jar", "--lang", "en");

        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("There is no folder of plugins.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"verify", "accept"})
    void aJarThatDoesNotExistIsBadInput(String command) {
        CommandOutput refused = run("plugins", command, "run.jar", "--lang", "en");

        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("There is no file " + folder.resolve("run.jar"));
    }

    @Test
    void verifyOfASoundJarRunsTheContractTestWithItsExample() throws IOException {
        jar(aPlugin().entry("META-INF/grundskema-example.json", EXAMPLE.formatted("walk")));

        CommandOutput verified = run("plugins", "verify", "walk.jar", "--lang", "en", "--verbose");

        assertThat(verified.err()).isEmpty();
        assertThat(verified.out())
                .contains("✓ Descriptor and class files", "the example leaves nothing to decide")
                .containsPattern("✓ Contract test, texts and hints: 2\\d passed")
                .doesNotContain("not tried");
        assertThat(verified.code()).isZero();
    }

    @Test
    void verifyWithoutExampleSaysWhatWasNotTried() throws IOException {
        jar(aPlugin());

        CommandOutput verified = run("plugins", "verify", "walk.jar", "--lang", "da");

        assertThat(verified.out())
                .containsPattern("✓ Kontrakttest, tekster og hints: \\d+ bestået")
                .containsPattern("– 1\\d tests og reglernes tid blev ikke prøvet: der er intet eksempel");
        assertThat(verified.code()).isZero();
    }

    @Test
    void verifyDoesNotLoadAJarWithFaultsInItsClassFiles() throws IOException {
        jar(aPlugin()
                .describedBy("contract", ContractVersion.CURRENT.toString())
                .withMembers("static { System.exit(7); } static long now() { return System.nanoTime(); }"));

        CommandOutput verified = run("plugins", "verify", "walk.jar", "--lang", "en");

        assertThat(verified.code()).isEqualTo(3);
        assertThat(verified.out())
                .contains(
                        "✗ Descriptor and class files: 2 faults",
                        "which no plugin may",
                        "without the permission (time)",
                        "The plugin was not loaded.");
    }

    @Test
    void verifyNamesFaultsOfTextsAndOfTheExample() throws IOException {
        jar(aPlugin()
                .entry(
                        "org/example/walk/messages_en.properties",
                        "type.name=Parents'''' walk\ntype.summary=It isn't long\nfield.Parameters.number=How many.\n"));
        Path example = Files.writeString(folder.resolve("example.json"), EXAMPLE.formatted("run"));

        CommandOutput verified = run("plugins", "verify", "walk.jar", "--example", example.toString(), "--lang", "en");

        assertThat(verified.code()).isEqualTo(3);
        assertThat(verified.out())
                .contains(
                        "/interventions/0/type",
                        "✗ Contract test, texts and hints",
                        "apostrophesOfTextsAreWrittenTwice",
                        "(type.name) in (en) would show two apostrophes",
                        "(type.summary) in (en) would lose an apostrophe",
                        "the example has errors");
    }

    /** A problem with an endless method would need its whole time limit, so a rule that breaks its promise stands for all of them. */
    @Test
    void verifyNamesATestOfTheContractThatFails() throws IOException {
        jar(aPlugin()
                .entry("org/example/walk/messages_da.properties", "type.name=Tur\ntype.summary=En tur\nother=Mere\n")
                .entry("META-INF/grundskema-example.json", EXAMPLE.formatted("walk")));

        CommandOutput verified = run("plugins", "verify", "walk.jar", "--lang", "en");

        assertThat(verified.code()).isEqualTo(3);
        assertThat(verified.out())
                .contains(
                        "bothLanguagesHaveTheSameTextsWithTheSamePlaceholders",
                        "eachParameterHasATextInBothLanguages",
                        "field.Parameters.number")
                .doesNotContain("Cost of each rule");
    }
}
