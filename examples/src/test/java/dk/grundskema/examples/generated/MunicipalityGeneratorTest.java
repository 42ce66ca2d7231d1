package dk.grundskema.examples.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.solver.engine.Planner;
import dk.grundskema.solver.registry.PluginRegistry;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Generated municipalities have separate schools with shared people who travel. */
class MunicipalityGeneratorTest {
    private static final MunicipalitySize SMALL = new MunicipalitySize(3, 8);

    private final PluginRegistry plugins = PluginRegistry.load(MunicipalityGeneratorTest.class.getClassLoader());

    @Test
    void fileDependsOnTheSeedOnly() {
        assertThat(MunicipalityGenerator.file(SMALL, 1)).isEqualTo(MunicipalityGenerator.file(SMALL, 1));
        assertThat(MunicipalityGenerator.file(SMALL, 1)).isNotEqualTo(MunicipalityGenerator.file(SMALL, 2));
    }

    @Test
    void eachSchoolHasLessonsAndBothInterventionsWithoutFindings() {
        Problem problem = MunicipalityGenerator.problem(SMALL, 1, plugins);

        assertThat(problem.sites()).hasSize(3);
        assertThat(problem.interventions())
                .extracting(one -> one.type())
                .containsExactly(
                        "small-groups", "co-teaching", "small-groups", "co-teaching", "small-groups", "co-teaching");
        assertThat(problem.lessons().stream().map(Lesson::site).distinct()).hasSize(3);
        assertThat(new Planner(plugins).validate(problem)).noneMatch(finding -> finding.isError());
    }

    @Test
    void anAdvisorIsSharedByNeighboursAndATutorByTwo() {
        Problem problem = MunicipalityGenerator.problem(SMALL, 1, plugins);
        Set<String> everywhere = new HashSet<>();
        for (var intervention : problem.interventions()) {
            everywhere.addAll(problem.staff().stream()
                    .map(person -> person.id().value())
                    .filter(id -> id.startsWith("advisor-") || id.startsWith("tutor-"))
                    .filter(id -> intervention.parameters().toString().contains(id))
                    .map(id -> id + " at " + intervention.id())
                    .collect(Collectors.toSet()));
        }

        assertThat(everywhere)
                .containsExactlyInAnyOrder(
                        "advisor-01 at school-01/co-teaching",
                        "advisor-01 at school-02/co-teaching",
                        "advisor-01 at school-03/co-teaching",
                        "tutor-01 at school-01/small-groups",
                        "tutor-01 at school-02/small-groups",
                        "tutor-02 at school-03/small-groups");
    }

    @Test
    void neighboursAreAQuarterOfAnHourApart() {
        Problem problem = MunicipalityGenerator.problem(new MunicipalitySize(6, 8), 1, plugins);

        assertThat(problem.travelMinutes(
                        problem.sites().get(0).id(), problem.sites().get(3).id()))
                .isEqualTo(15);
        assertThat(problem.travelMinutes(
                        problem.sites().get(0).id(), problem.sites().get(5).id()))
                .isEqualTo(26);
    }

    @Test
    void impossibleSizesAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new MunicipalitySize(1, 8));
        assertThatIllegalArgumentException().isThrownBy(() -> new MunicipalitySize(2, 7));
    }
}
