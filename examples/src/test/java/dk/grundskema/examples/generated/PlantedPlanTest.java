package dk.grundskema.examples.generated;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.check.TimetableChecker;
import dk.grundskema.solver.registry.PluginRegistry;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The planted plan proves that every minimum can be reached. */
class PlantedPlanTest {
    private static final PluginRegistry PLUGINS = PluginRegistry.load(PlantedPlanTest.class.getClassLoader());

    @ParameterizedTest
    @CsvSource({"2, 1", "2, 2", "12, 1"})
    @Tag("examples")
    void independentCheckerFindsNoFault(int classes, long seed) {
        SchoolSize size = SchoolSize.of(classes);
        Problem problem = SchoolGenerator.problem(size, seed, PLUGINS);

        Timetable timetable = SchoolGenerator.planted(size, seed).timetable(problem, PLUGINS);

        assertThat(new TimetableChecker(PLUGINS::find).check(problem, timetable))
                .isEmpty();
        assertThat(timetable.score().isWithoutFault()).isTrue();
    }
}
