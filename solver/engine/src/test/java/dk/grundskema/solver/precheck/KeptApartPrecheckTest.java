package dk.grundskema.solver.precheck;

import static dk.grundskema.solver.fixture.Scenario.aScenario;
import static dk.grundskema.solver.testkit.StudentBuilder.aStudent;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.Grouping;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.solver.fixture.Scenario;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeptApartPrecheckTest {
    private static final GroupId A = new GroupId("a");

    private static List<Finding> findings(Scenario scenario) {
        return new CapacityPrecheck().precheck(scenario.problem(), scenario.demands());
    }

    private static Group group(String id, String... given) {
        return new Group(
                new GroupId(id),
                id,
                Group.Kind.TEAM,
                Arrays.stream(given)
                        .map(one -> GroupMember.always(new StudentId(one)))
                        .toList());
    }

    private static Grouping grouping(List<Group> groups, Map<StudentId, List<GroupId>> choices, List<String> students) {
        return new Grouping(
                new InterventionId(Scenario.INTERVENTION),
                groups,
                students.stream().map(StudentId::new).toList(),
                0,
                9,
                true,
                choices,
                Map.of());
    }

    /** Four students who must all be apart, and one who must not be with the first. */
    private static Scenario fourApart() {
        return aScenario()
                .student(aStudent("s").neverWith("t").neverWith("u").neverWith("v"))
                .student(aStudent("t").neverWith("u").neverWith("v"))
                .student(aStudent("u").neverWith("v"))
                .student(aStudent("v"))
                .student(aStudent("w").neverWith("s"));
    }

    private static Finding tooMany(int groups, String... students) {
        return Finding.warning(
                "precheck.groups-kept-apart",
                "/students",
                Arrays.stream(students).map(StudentId::new).toList(),
                students.length,
                groups);
    }

    @Test
    void studentsKeptApartNeedAsManyGroups() {
        var all = List.of("s", "t", "u", "v", "w");
        var three = List.of(group("a"), group("b"), group("c"));
        var four = List.of(group("a"), group("b"), group("c"), group("d"));

        assertThat(findings(fourApart().grouping(grouping(three, Map.of(), all))))
                .containsExactly(tooMany(3, "s", "t", "u", "v"));
        assertThat(findings(fourApart().grouping(grouping(four, Map.of(), all))))
                .isEmpty();
        assertThat(findings(fourApart().grouping(grouping(three, Map.of(), List.of("s", "t", "u", "w")))))
                .isEmpty();
    }

    @Test
    void groupsThatOthersMayNotJoinDoNotCount() {
        Map<StudentId, List<GroupId>> choices = Map.of(new StudentId("s"), List.of(A), new StudentId("t"), List.of(A));

        assertThat(findings(fourApart()
                        .grouping(grouping(List.of(group("a"), group("b")), choices, List.of("s", "t", "w")))))
                .containsExactly(tooMany(1, "s", "t"));
    }

    @Test
    void studentsWithDifferentChoicesAreCountedTogether() {
        Map<StudentId, List<GroupId>> choices =
                Map.of(new StudentId("s"), List.of(A), new StudentId("t"), List.of(new GroupId("b")));

        assertThat(findings(fourApart()
                        .grouping(grouping(List.of(group("a"), group("b")), choices, List.of("s", "t", "u")))))
                .containsExactly(tooMany(2, "s", "t", "u"));
    }

    @Test
    void groupWithAGivenMemberIsClosedForThoseKeptApartFromThatMember() {
        var two = List.of(group("a", "v"), group("b"));

        assertThat(findings(fourApart().grouping(grouping(two, Map.of(), List.of("s", "t")))))
                .containsExactly(tooMany(1, "s", "t"));
        assertThat(findings(fourApart().grouping(grouping(two, Map.of(), List.of("s", "w")))))
                .isEmpty();
    }
}
