package dk.grundskema.examples.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.grundskema.examples.generated.GroupsWeek.SessionStart;
import dk.grundskema.examples.generated.PlantedGroups.PlantedGroup;
import dk.grundskema.examples.generated.PlantedGroups.PlantedSession;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroupsGeneratorTest {
    private record GeneratedGroups(GroupsSchool school, GroupsPlanter planter) {
        static GeneratedGroups of(String size, long seed) {
            var random = new SplittableRandom(seed);
            var school = new GroupsSchool(GroupsSize.findByName(size), random);
            return new GeneratedGroups(school, new GroupsPlanter(school, random));
        }

        GeneratedCandidate candidate(String id) {
            return planter.candidates().stream()
                    .filter(one -> one.id().equals(id))
                    .findFirst()
                    .orElseThrow();
        }

        int tutor(PlantedGroup group) {
            return Integer.parseInt(group.tutor().replaceAll("\\D", "")) - 1;
        }
    }

    private static SessionStart start(PlantedSession session) {
        return new SessionStart(
                session.weekday().getValue() - 1, session.start().toSecondOfDay() / 60);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiny", "small", "medium", "large"})
    void plantedGroupsMeetWhenAllMembersAreFree(String size) {
        GeneratedGroups made = GeneratedGroups.of(size, 1);
        List<SessionStart> usable = new GroupsWeek(made.school().size().allDay()).starts();
        var taken = new HashSet<String>();
        for (PlantedGroup group : made.planter().plantedPlan().groups()) {
            assertThat(group.sessions()).hasSize(4);
            assertThat(group.sessions()).extracting(PlantedSession::weekday).doesNotHaveDuplicates();
            for (PlantedSession session : group.sessions()) {
                SessionStart at = start(session);
                assertThat(usable).contains(at);
                assertThat(made.school().isTutorBusy(made.tutor(group), at)).isFalse();
                assertThat(taken.add(group.tutor() + at)).isTrue();
                assertThat(taken.add(session.room() + at)).isTrue();
                for (String id : group.students()) {
                    GeneratedCandidate student = made.candidate(id);
                    assertThat(made.school().isClassBusy(student.homeClass(), at))
                            .isFalse();
                    assertThat(student.half() >= 0 && made.school().isHalfBusy(student.homeClass(), student.half(), at))
                            .isFalse();
                    assertThat(taken.add(id + at)).isTrue();
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiny", "small", "medium", "large"})
    void plantedGroupsAreFullAndOfOneSubjectAndNearlyOneLevelWithoutVetoes(String size) {
        GeneratedGroups made = GeneratedGroups.of(size, 2);
        var members = new HashSet<String>();
        for (PlantedGroup group : made.planter().plantedPlan().groups()) {
            List<GeneratedCandidate> students =
                    group.students().stream().map(made::candidate).toList();
            assertThat(students).hasSize(4);
            assertThat(students).extracting(GeneratedCandidate::subject).containsOnly(group.subject());
            assertThat(students.stream().map(GeneratedCandidate::area).distinct())
                    .hasSize(1);
            var levels =
                    students.stream().map(GeneratedCandidate::level).sorted().toList();
            assertThat(levels.getLast() - levels.getFirst()).isBetween(0, 4);
            students.forEach(one -> assertThat(one.vetoedCompany()).doesNotContainAnyElementsOf(group.students()));
            assertThat(GroupsPlanter.subjects(made.tutor(group)))
                    .extracting(SchoolSubject::danishName)
                    .contains(group.subject());
            assertThat(members).doesNotContainAnyElementsOf(group.students());
            members.addAll(group.students());
        }
        assertThat(made.planter().plantedPlan().groups())
                .hasSize(made.school().size().groups());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiny", "small", "medium", "large"})
    void plantedPlanLeavesOnlyTheNeedThatExceedsCapacity(String size) {
        GeneratedGroups made = GeneratedGroups.of(size, 3);
        var needs = made.planter().candidates().stream()
                .map(GeneratedCandidate::need)
                .toList();

        long bound = UnservedNeedBound.unservedNeed(needs, made.school().size().seats());

        assertThat(bound).isPositive();
        assertThat(made.planter().plantedPlan().unservedNeed()).isEqualTo(bound);
        Map<String, Long> groupsOf = made.planter().plantedPlan().groups().stream()
                .collect(Collectors.groupingBy(PlantedGroup::tutor, Collectors.counting()));
        for (int tutor = 0; tutor < made.school().size().tutors(); tutor++) {
            assertThat(groupsOf).containsEntry(GeneratedStaff.id(tutor), (long)
                    made.school().size().groupsOf(tutor));
        }
    }

    @Test
    void smallestNeedsAreUnservedIfPlacesAreMissing() {
        assertThat(UnservedNeedBound.unservedNeed(List.of(5, 1, 9, 2), 4)).isZero();
        assertThat(UnservedNeedBound.unservedNeed(List.of(5, 1, 9, 2), 5)).isZero();
        assertThat(UnservedNeedBound.unservedNeed(List.of(5, 1, 9, 2), 2)).isEqualTo(3);
        assertThat(UnservedNeedBound.unservedNeed(List.of(5, 1, 9, 2), 0)).isEqualTo(17);
    }

    @ParameterizedTest
    @ValueSource(strings = {"small", "large"})
    void lessonsInHalfClassesPutNobodyInTwoPlaces(String size) {
        GeneratedGroups made = GeneratedGroups.of(size, 1);
        var teachers = new HashSet<String>();
        made.school().lessons().forEach(one -> teachers.add(one.teacher() + " " + one.slot()));
        var days = new HashMap<String, List<Integer>>();

        for (GroupsSchool.HalfLesson half : made.school().halfLessons()) {
            assertThat(teachers.add(half.teacher() + " " + half.slot())).isTrue();
            assertThat(made.school().lessons())
                    .noneMatch(one -> one.classes().contains(half.of()) && one.slot() == half.slot());
            days.computeIfAbsent(half.of().id(), any -> new ArrayList<>()).add(half.slot());
        }

        assertThat(made.school().halfLessons()).isNotEmpty();
        assertThat(days.values())
                .allSatisfy(slots -> assertThat(slots).hasSize(2).doesNotHaveDuplicates());
    }

    @Test
    void halfHourSessionsFollowEachOtherInEachPartOfTheDay() {
        assertThat(new GroupsWeek(true).starts()).hasSize(4 * 6 + 4).contains(new SessionStart(0, 7 * 60 + 25));
        assertThat(new GroupsWeek(true).starts())
                .contains(new SessionStart(3, 15 * 60), new SessionStart(4, 14 * 60))
                .doesNotContain(new SessionStart(4, 14 * 60 + 30));
        assertThat(new GroupsWeek(false).starts()).hasSize(15);
        assertThat(GroupsWeek.weeks())
                .hasSize(12)
                .contains("2026-W41", "2026-W45")
                .doesNotContain("2026-W42");
        assertThat(GroupsWeek.closedDays())
                .containsExactly("2026-10-12", "2026-10-13", "2026-10-14", "2026-10-15", "2026-10-16");
    }

    @Test
    void absenceCoversOverlappingTimesOnItsDays() {
        var afternoon = new StudentAbsence(List.of(1), 13 * 60 + 20, 0);
        assertThat(afternoon.covers(new SessionStart(1, 12 * 60 + 50))).isFalse();
        assertThat(afternoon.covers(new SessionStart(1, 12 * 60 + 51))).isTrue();
        assertThat(afternoon.covers(new SessionStart(2, 14 * 60))).isFalse();

        var lateBus = new StudentAbsence(List.of(), 0, 7 * 60 + 50);
        assertThat(lateBus.covers(new SessionStart(4, 7 * 60 + 49))).isTrue();
        assertThat(lateBus.covers(new SessionStart(4, 7 * 60 + 50))).isFalse();
    }

    @Test
    void fileDependsOnTheSeedOnly() {
        String first = GroupsGenerator.file(GroupsSize.SMALL, 1);

        assertThat(GroupsGenerator.file(GroupsSize.SMALL, 1)).isEqualTo(first);
        assertThat(GroupsGenerator.file(GroupsSize.SMALL, 2)).isNotEqualTo(first);
        assertThat(GroupsGenerator.plantedPlan(GroupsSize.SMALL, 1))
                .isEqualTo(GroupsGenerator.plantedPlan(GroupsSize.SMALL, 1));
    }

    @Test
    void impossibleGroupsAreRefused() {
        assertThatThrownBy(() -> new GroupsSize("odd", 19, 3, 5, 8, true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("(19)");
        assertThatThrownBy(() -> GroupsSize.findByName("huge"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("(huge)");
    }
}
