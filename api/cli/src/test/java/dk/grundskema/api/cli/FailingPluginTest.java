package dk.grundskema.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.cli.CommandRunner.CommandOutput;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.solver.registry.PluginFailedException;
import dk.grundskema.solver.registry.RuleFailedException;
import dk.grundskema.solver.spi.RuleType;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A plugin that fails is named, whichever command calls it. */
class FailingPluginTest {
    private static CommandOutput runWith(RuntimeException failure, String language) {
        return new CommandRunner(Path.of(""), () -> {
                    throw failure;
                })
                .run("schema", "--lang", language);
    }

    @Test
    void pluginMethodAndInterventionAreNamed() {
        var failure = new PluginFailedException(
                "walk, walk.jar, version 2", "validate", new InterventionId("trip"), "It returned null.", null);

        assertThat(runWith(failure, "en").code()).isEqualTo(1);
        assertThat(runWith(failure, "en").err())
                .contains(
                        "The plugin walk, walk.jar, version 2 failed in validate for the intervention \"trip\".",
                        "It returned null.");
        assertThat(runWith(failure, "da").err())
                .contains("Pluginet walk, walk.jar, version 2 fejlede i validate for indsatsen \"trip\".");
    }

    @Test
    void methodsWithoutInterventionAreNamed() {
        var failure = new PluginFailedException("walk", "lists", null, "It returned null.", null);

        assertThat(runWith(failure, "en").err()).contains("The plugin walk failed in lists. Its author must mend it");
    }

    @Test
    void ruleIsNamed() {
        var failure = new RuleFailedException(
                RuleType.soft("walk.too-far", 1, RuleType.OURS), new IllegalStateException("not like this"));

        assertThat(runWith(failure, "en").err()).contains("The rule walk.too-far of a plugin failed.", "not like this");
    }
}
