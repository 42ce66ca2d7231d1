package dk.grundskema.examples.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.solver.registry.PluginRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FullSchoolGeneratorTest {
    private static final PluginRegistry PLUGINS = PluginRegistry.load(FullSchoolGeneratorTest.class.getClassLoader());

    @Test
    void everyClassRoomAndTeacherHasFifteenHundredLessonsAYear() {
        Problem school = ProblemFile.read(FullSchoolGenerator.file(2), PLUGINS);

        assertThat(school.groups())
                .hasSize(2)
                .allSatisfy(group -> assertThat(school.lessons().stream()
                                .filter(lesson -> lesson.groupIds().contains(group.id()))
                                .mapToInt(FullSchoolGeneratorTest::dates)
                                .sum())
                        .isBetween(1500, 1600));
        assertThat(school.lessons()).extracting(Lesson::roomId).doesNotContainNull();
        assertThat(school.lessons())
                .allSatisfy(lesson -> assertThat(lesson.staffIds()).hasSize(1));
    }

    private static int dates(Lesson lesson) {
        return lesson.time().weeks().size();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 121})
    void schoolWithoutClassesOrWithTooManyIsRefused(int classes) {
        assertThatThrownBy(() -> FullSchoolGenerator.file(classes))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("(" + classes + ")");
    }
}
