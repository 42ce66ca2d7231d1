package dk.grundskema.examples.generated;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.finding.Severity;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.check.TimetableChecker;
import dk.grundskema.solver.engine.Planner;
import dk.grundskema.solver.registry.PluginRegistry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The planted plan proves how much need can be served. */
class PlantedGroupsTest {
    private static final PluginRegistry PLUGINS = PluginRegistry.load(PlantedGroupsTest.class.getClassLoader());

    @ParameterizedTest
    @CsvSource({"tiny, 1", "small, 1", "medium, 2"})
    void onlyTheNeedThatExceedsCapacityIsUnserved(String name, long seed) {
        GroupsSize size = GroupsSize.findByName(name);
        Problem problem = GroupsGenerator.problem(size, seed, PLUGINS);

        Timetable timetable = GroupsGenerator.plantedPlan(size, seed).timetable(problem, PLUGINS);

        assertThat(new TimetableChecker(PLUGINS::find).check(problem, timetable))
                .isNotEmpty()
                .allSatisfy(fault -> assertThat(fault.rule()).isEqualTo("core.student-without-group"));
        assertThat(timetable.score().hard()).isZero();
        assertThat(timetable.score().medium()).isEqualTo(-100 * UnservedNeedBound.unservedNeed(problem));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiny", "small", "medium", "large"})
    void generatedProblemIsValid(String size) {
        Problem problem = GroupsGenerator.problem(GroupsSize.findByName(size), 1, PLUGINS);

        assertThat(new Planner(PLUGINS).validate(problem)).noneMatch(finding -> finding.severity() == Severity.ERROR);
        assertThat(problem.students()).hasSize(GroupsSize.findByName(size).candidates());
    }
}
