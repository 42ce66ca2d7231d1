package dk.grundskema.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.planning.ProblemReader;
import dk.grundskema.solver.registry.PluginRegistry;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CampExamplesTest {
    @ParameterizedTest
    @ValueSource(strings = {"camp-3-weeks", "camp-too-few-staff"})
    void examplesReadWithoutAnyFinding(String folder) {
        var read = new ProblemReader(PluginRegistry.load(getClass().getClassLoader()))
                .read(Path.of(folder, "problem.json"));

        assertThat(read.findings()).isEmpty();
    }
}
