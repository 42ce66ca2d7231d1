package dk.grundskema.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.cli.CommandRunner.CommandOutput;
import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.solver.registry.SetAsideJar;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginsCommandTest {
    @TempDir
    private Path folder;

    private final FakePlanningFacade planning = new FakePlanningFacade();

    @Test
    void pluginsOfTheProgramAreListed() {
        CommandOutput ended = new CommandRunner(folder, PluginPlanningFacade::new).run("plugins", "--lang", "en");

        assertThat(ended.code()).isZero();
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out())
                .startsWith("Plugins in use (7):")
                .containsPattern("Camp – camp, \\d+ rules, part of the program");
    }

    @Test
    void jarsThatAreNotUsedAreNamedWithTheirReasons() {
        Path jar = folder.resolve("old.jar");
        planning.setAside = List.of(new SetAsideJar(jar, null, List.of("It names no plugin.", "It is old.")));

        CommandOutput ended = CommandRunner.inFolder(folder, planning).run("plugins", "--lang", "en");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.out())
                .contains(
                        jar + " is not used. The reasons, for its author:",
                        "  - It names no plugin.",
                        "  - It is old.");
        assertThat(ended.err()).isEmpty();
    }

    @Test
    void otherCommandsWarnOfJarsThatAreNotUsed() {
        planning.setAside = List.of(new SetAsideJar(folder.resolve("old.jar"), null, List.of("It names no plugin.")));

        CommandOutput ended = CommandRunner.inFolder(folder, planning).run("schema", "--lang", "en");

        assertThat(ended.code()).isZero();
        assertThat(ended.err()).contains("The plugin old.jar is not used. See why: grundskema plugins");
    }
}
