package dk.grundskema.examples.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.grundskema.domain.finding.Severity;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.engine.Planner;
import dk.grundskema.solver.registry.PluginRegistry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchoolGeneratorTest {
    private static final PluginRegistry PLUGINS = PluginRegistry.load(SchoolGeneratorTest.class.getClassLoader());

    private static GeneratedSchool school(int classes, long seed) {
        return new GeneratedSchool(SchoolSize.of(classes), new SplittableRandom(seed));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 12, 30, 60})
    void noTeacherAndNoRoomIsInTwoPlaces(int classes) {
        GeneratedSchool school = school(classes, 1);
        var taken = new HashSet<String>();
        for (GeneratedLesson lesson : school.lessons()) {
            assertThat(taken.add("teacher %d %d".formatted(lesson.teacher(), lesson.slot())))
                    .as("%s", lesson)
                    .isTrue();
            assertThat(taken.add("room %s %d".formatted(lesson.room(), lesson.slot())))
                    .as("%s", lesson)
                    .isTrue();
            assertThat(school.isAway(lesson.teacher(), lesson.slot())).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {12, 30, 60})
    void eachClassHasItsYearsLessonsWithoutGaps(int classes) {
        GeneratedSchool school = school(classes, 2);
        assertThat(school.teacherAssignments().classes()).hasSize(classes);
        for (SchoolClass one : school.teacherAssignments().classes()) {
            var slots = school.lessons().stream()
                    .filter(lesson -> lesson.classes().contains(one))
                    .map(GeneratedLesson::slot)
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(slots).hasSize(SchoolSubject.lessonsPerWeek(one.year())).hasSizeBetween(28, 33);
            assertThat(slots).allMatch(slot -> slot % SchoolWeek.A_DAY == 0 || slots.contains(slot - 1));
        }
    }

    @Test
    void subjectsOfAYearHaveTheirLessonsAndHalvesOfADoubleFollowEachOtherInOneRoom() {
        GeneratedSchool school = school(12, 1);
        Map<List<Object>, List<GeneratedLesson>> bySubject = school.lessons().stream()
                .filter(lesson -> !lesson.isPart())
                .collect(
                        Collectors.groupingBy(lesson -> List.of(lesson.classes().getFirst(), lesson.subject())));
        bySubject.forEach((key, lessons) -> {
            var of = (SchoolClass) key.getFirst();
            var subject = (SchoolSubject) key.getLast();
            assertThat(lessons).hasSize(subject.lessons(of.year()));
            if (subject.allowsDoubles() && lessons.size() == 2) {
                assertThat(Math.abs(
                                lessons.getFirst().slot() - lessons.getLast().slot()))
                        .isEqualTo(1);
                assertThat(lessons.getFirst().room())
                        .isEqualTo(lessons.getLast().room());
            }
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {12, 30, 60})
    void teachersHaveAboutTwentyLessonsAndCoTeachersFewer(int classes) {
        TeacherAssignments teacherAssignments = school(classes, 1).teacherAssignments();
        for (int teacher = 0; teacher < teacherAssignments.teachers(); teacher++) {
            assertThat(teacherAssignments.lessons(teacher))
                    .isBetween(
                            teacher < teacherAssignments.coTeachers() ? 8 : 17,
                            teacher < teacherAssignments.coTeachers() ? 17 : 26);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 12, 30, 60})
    void plantedPlanReachesEveryMinimumAndPutsNobodyInTwoPlaces(int classes) {
        SchoolSize size = SchoolSize.of(classes);
        var random = new SplittableRandom(1);
        var school = new GeneratedSchool(size, random);
        var planter = new CoTeachingPlanter(size, school, random);
        Map<String, GeneratedLesson> lessons = new HashMap<>();
        school.lessons().forEach(lesson -> lessons.put(lesson.id(), lesson));
        var taken = new HashSet<String>();
        school.lessons().forEach(lesson -> taken.add(GeneratedStaff.id(lesson.teacher()) + " " + lesson.slot()));
        Map<SchoolClass, Integer> given = new HashMap<>();
        var rooms = new HashSet<String>();

        for (PlantedPlan.PlantedLesson one : planter.plantedPlan().lessons()) {
            GeneratedLesson lesson = lessons.get(one.lesson());
            assertThat(taken.add(one.coTeacher() + " " + lesson.slot())).isTrue();
            assertThat(one.secondRoom().isEmpty() || rooms.add(one.secondRoom() + " " + lesson.slot()))
                    .isTrue();
            given.merge(lesson.classes().getFirst(), 1, Integer::sum);
        }
        for (PlantedPlan.PlantedPreparation one : planter.plantedPlan().preparations()) {
            assertThat(taken.add(one.coTeacher() + " " + one.slot())).isTrue();
            assertThat(taken.add(one.teacher() + " " + one.slot())).isTrue();
        }

        assertThat(planter.coTeachingClasses()).hasSize(size.covered());
        assertThat(planter.plantedPlan().preparations()).hasSize(size.covered());
        planter.coTeachingClasses()
                .forEach(one -> assertThat(given.get(one.of())).isEqualTo(one.isFirst() ? 11 : 15));
    }

    @Test
    void fileDependsOnTheSeedOnly() {
        String first = SchoolGenerator.file(SchoolSize.of(12), 1);

        assertThat(SchoolGenerator.file(SchoolSize.of(12), 1)).isEqualTo(first);
        assertThat(SchoolGenerator.file(SchoolSize.of(12), 2)).isNotEqualTo(first);
        assertThat(SchoolGenerator.planted(SchoolSize.of(12), 1))
                .isEqualTo(SchoolGenerator.planted(SchoolSize.of(12), 1));
    }

    @Test
    void shortPoolHasAFifthLessThanThePlantedPlanNeeds() {
        SchoolSize size = SchoolSize.of(12);

        int usual = budgets(SchoolGenerator.file(size, 1));
        int small = budgets(SchoolGenerator.file(size.withShortPool(), 1));

        assertThat(usual).isGreaterThan(52 * 45 + 140);
        assertThat(small).isLessThan(52 * 45).isGreaterThan(usual / 2);
    }

    private static int budgets(String file) {
        var numbers = new ArrayList<Integer>();
        var match =
                java.util.regex.Pattern.compile("\"minutesPerWeek\": (\\d+)").matcher(file);
        while (match.find()) {
            numbers.add(Integer.valueOf(match.group(1)));
        }
        return numbers.stream().mapToInt(Integer::intValue).sum();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 12, 30, 60})
    void generatedProblemIsValid(int classes) {
        Problem problem = SchoolGenerator.problem(SchoolSize.of(classes), 1, PLUGINS);

        assertThat(new Planner(PLUGINS).validate(problem)) // that electives are left out is said
                .allMatch(finding -> finding.severity() == Severity.INFO);
        assertThat(problem.groups()).hasSize(classes);
    }

    @Test
    void impossibleSchoolIsRefused() {
        assertThatThrownBy(() -> new SchoolSize(4, 5, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("(5)");
    }
}
