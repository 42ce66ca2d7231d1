package dk.grundskema.examples.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.engine.Planner;
import dk.grundskema.solver.registry.PluginRegistry;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class CampGeneratorTest {
    private static final PluginRegistry PLUGINS = PluginRegistry.load(CampGeneratorTest.class.getClassLoader());
    private static final Planner PLANNER = new Planner(PLUGINS);

    private static Stream<CampSize> sizes() {
        return Stream.of(CampSize.TINY, CampSize.SMALL, CampSize.MEDIUM, CampSize.LARGE, CampSize.ofTeams(2));
    }

    @ParameterizedTest
    @MethodSource("sizes")
    @Tag("examples")
    void campIsValidAndHasNoShortage(CampSize size) {
        Problem problem = CampGenerator.problem(size, 1, PLUGINS);

        assertThat(PLANNER.validate(problem)).isEmpty();
        assertThat(PLANNER.precheck(problem)).isEmpty();
        assertThat(problem.students()).hasSize(size.students());
        assertThat(problem.staff()).hasSize(size.staff());
    }

    @ParameterizedTest
    @EnumSource
    @Tag("examples")
    void campOfEachShapeIsValidAndHasNoShortage(CampShape shape) {
        for (CampSize size : List.of(CampSize.SMALL, CampSize.MEDIUM, CampSize.LARGE)) {
            Problem problem = CampGenerator.problem(size, shape, 1, PLUGINS);

            assertThat(PLANNER.validate(problem)).isEmpty();
            assertThat(PLANNER.precheck(problem)).isEmpty();
        }
    }

    @Test
    void shapesDifferAndAreFoundByTheirNames() {
        assertThat(Arrays.stream(CampShape.values())
                        .map(shape -> CampGenerator.file(CampSize.SMALL, shape, 1))
                        .distinct())
                .hasSize(CampShape.values().length);
        assertThat(CampGenerator.file(CampSize.SMALL, CampShape.findByName("usual"), 1))
                .isEqualTo(CampGenerator.file(CampSize.SMALL, 1));
        assertThatThrownBy(() -> CampShape.findByName("odd"))
                .hasMessageContaining("odd")
                .hasMessageContaining("tight-staff");
    }

    @Test
    void fileDependsOnTheSeedOnly() {
        String first = CampGenerator.file(CampSize.MEDIUM, 1);

        assertThat(CampGenerator.file(CampSize.MEDIUM, 1)).isEqualTo(first);
        assertThat(CampGenerator.file(CampSize.MEDIUM, 2)).isNotEqualTo(first);
    }

    @Test
    void unknownSizeIsRefusedByName() {
        assertThatThrownBy(() -> CampSize.findByName("huge"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("huge")
                .hasMessageContaining("[tiny, small, medium, large]");
    }
}
