package dk.grundskema.examples.comparison.courses;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.check.TimetableChecker;
import dk.grundskema.solver.registry.PluginRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoursesGeneratorTest {
    private static final PluginRegistry PLUGINS = PluginRegistry.of(List.of(new CoursePlugin()));

    @ParameterizedTest
    @CsvSource({"tiny, 1", "small, 1", "small, 2", "medium, 1", "large, 1", "large, 3"})
    void plantedTimetableHasNoHardOrMediumFault(String name, long seed) {
        CoursesSize size = CoursesSize.findByName(name);
        Problem problem = CoursesGenerator.problem(size, seed, PLUGINS);

        var planted = CoursesGenerator.planted(size, seed);
        var plan = planted.plan(problem, PLUGINS);

        assertThat(planted.lectures()).hasSize(size.lectures());
        assertThat(new TimetableChecker(PLUGINS::find).check(problem, plan.timetable("")))
                .isEmpty();
        assertThat(plan.score().isWithoutFault()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"small", "medium", "large"})
    void problemHasTheNumbersOfItsSize(String name) {
        CoursesSize size = CoursesSize.findByName(name);

        Problem problem = CoursesGenerator.problem(size, 1, PLUGINS);

        var parameters = (CourseParameters) problem.interventions().getFirst().parameters();
        assertThat(problem.rooms()).hasSize(size.rooms());
        assertThat(parameters.courses()).hasSize(size.courses());
        assertThat(parameters.courses().stream().mapToInt(course -> course.lectures()))
                .satisfies(lectures ->
                        assertThat(lectures.stream().mapToInt(one -> one).sum()).isEqualTo(size.lectures()));
        assertThat(parameters.curricula())
                .hasSize(size.curricula())
                .allMatch(one -> one.courses().size() >= 2);
    }

    @Test
    void sameSeedGivesTheSameFileAndAnotherSeedAnother() {
        String file = CoursesGenerator.file(CoursesSize.SMALL, 1);

        assertThat(CoursesGenerator.file(CoursesSize.SMALL, 1)).isEqualTo(file);
        assertThat(CoursesGenerator.file(CoursesSize.SMALL, 2)).isNotEqualTo(file);
    }
}
