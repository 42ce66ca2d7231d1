package dk.grundskema.solver.edit;

import static dk.grundskema.solver.fixture.Scenario.aScenario;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.Grouping;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.GroupMembers;
import dk.grundskema.solver.engine.StepLimitedSolves;
import dk.grundskema.solver.fixture.Scenario;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class MemberChoicesTest {
    private static final List<GroupId> GROUPS = List.of(new GroupId("red"), new GroupId("blue"), new GroupId("green"));

    private static Workbench workbench() throws InterruptedException {
        List<Group> groups = GROUPS.stream()
                .map(id -> new Group(id, id.value(), Group.Kind.SMALL_GROUP, List.of()))
                .toList();
        List<StudentId> students = List.of(new StudentId("dea"), new StudentId("eli"), new StudentId("fie"));
        Scenario scenario = aScenario()
                .grouping(new Grouping(
                        new InterventionId(Scenario.INTERVENTION),
                        groups,
                        students,
                        1,
                        2,
                        true,
                        Map.of(new StudentId("eli"), List.of(new GroupId("red"))),
                        Map.of()));
        return Workbench.of(
                StepLimitedSolves.registry(), scenario.problem(), StepLimitedSolves.solve(scenario.problem(), 50));
    }

    /** Each choice has the score that the change itself would have. */
    @Test
    void otherGroupsHaveTheScoreOfTheChange() throws InterruptedException {
        Workbench bench = workbench();

        List<MemberChoices> members = bench.memberChoices(GROUPS);

        assertThat(members)
                .extracting(member -> member.student().value())
                .containsExactlyInAnyOrder("dea", "eli", "fie");
        for (MemberChoices member : members) {
            int others = member.student().value().equals("eli") ? 0 : 2;
            assertThat(member.others()).as("%s", member.student()).hasSize(others);
            for (GroupChoice other : member.others()) {
                assertThat(other.groupId()).isNotEqualTo(member.group());
                var change = new ManualChange.GroupChange(member.student(), other.groupId());
                assertThat(bench.tryChanges(List.of(change), false))
                        .isInstanceOfSatisfying(
                                ManualChangeResult.AppliedChanges.class,
                                applied -> assertThat(other.after())
                                        .isEqualTo(applied.effect().after()));
            }
        }
        assertThat(bench.memberChoices(List.of())).isEmpty();
    }

    /** Decisions name the group alone. */
    @Test
    void membersKeepTheirWeeksWhenAnotherOneIsMovedByHand() {
        SortedSet<IsoWeek> late = new TreeSet<>(List.of(IsoWeek.parse("2026-W38"), IsoWeek.parse("2026-W39")));
        List<Group> groups = GROUPS.stream()
                .map(id -> new Group(id, id.value(), Group.Kind.SMALL_GROUP, List.of()))
                .toList();
        Scenario scenario = aScenario()
                .grouping(1, 2, groups, "dea", "eli", "fie")
                .formed("red", List.of(new GroupMember(new StudentId("dea"), late)))
                .formed("blue", "eli")
                .formed("green", List.of(new GroupMember(new StudentId("fie"), late)));
        var schoolClass = new Group(
                new GroupId("class"), "Class", Group.Kind.CLASS, List.of(new GroupMember(new StudentId("fie"), late)));
        Workbench bench = Workbench.of(
                StepLimitedSolves.registry(),
                scenario.problem().withGroups(List.of(schoolClass)),
                scenario.timetable());

        var applied = (ManualChangeResult.AppliedChanges) bench.tryChanges(
                List.of(new ManualChange.GroupChange(new StudentId("fie"), new GroupId("blue"))), false);

        assertThat(applied.timetable("hash").groups())
                .filteredOn(group -> GROUPS.contains(group.id()))
                .flatExtracting(GroupMembers::members)
                .containsExactlyInAnyOrder(
                        new GroupMember(new StudentId("dea"), late),
                        GroupMember.always(new StudentId("eli")),
                        new GroupMember(new StudentId("fie"), late));
    }
}
