package dk.grundskema.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.documents.problem.ProblemReader;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.engine.Planner;
import dk.grundskema.solver.registry.PluginRegistry;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CampExamplesTest {
    private static final PluginRegistry PLUGINS = PluginRegistry.load(CampExamplesTest.class.getClassLoader());
    private static final Planner PLANNER = new Planner(PLUGINS);

    private static ReadResult<Problem> read(String example) {
        return new ProblemReader(PLUGINS).read(Path.of(example, "problem.json"));
    }

    private static Problem problem(String example) {
        return switch (read(example)) {
            case ReadResult.Success<Problem> good -> good.value();
            case ReadResult.Failure<Problem> bad -> throw new AssertionError(bad.findings());
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"camp-3-weeks", "camp-too-few-staff", "camp-4-weeks-overnight"})
    void examplesAreReadAndValidWithoutFindings(String example) {
        assertThat(read(example).findings()).isEmpty();
        assertThat(PLANNER.validate(problem(example))).isEmpty();
    }

    @Test
    void startOnAFridayIsTheOnlyFindingOfTheCampOverTheChangeOfClocks() {
        assertThat(read("camp-autumn-clocks").findings()).isEmpty();
        assertThat(PLANNER.validate(problem("camp-autumn-clocks")))
                .extracting(Finding::code)
                .containsExactly("camp.dates.not-monday");
    }

    @ParameterizedTest
    @ValueSource(strings = {"camp-3-weeks", "camp-4-weeks-overnight", "camp-autumn-clocks"})
    void campWithEnoughStaffHasNoShortage(String example) {
        assertThat(PLANNER.precheck(problem(example))).isEmpty();
    }

    @Test
    void campWithTooFewStaffIsShortOfThreeQualifiedModulesOfMathematicsEachWeek() {
        assertThat(PLANNER.precheck(problem("camp-too-few-staff")))
                .filteredOn(finding -> finding.code().startsWith("camp."))
                .hasSize(3)
                .extracting(Finding::arguments)
                .allSatisfy(arguments ->
                        assertThat(arguments.subList(1, 6)).containsExactly(List.of("Matematik"), 12, 1, 9, 3));
    }
}
