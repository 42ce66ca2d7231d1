package dk.grundskema.solver.engine;

import static dk.grundskema.solver.fixture.Scenario.aScenario;
import static dk.grundskema.solver.testkit.StudentBuilder.aStudent;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.Grouping;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.timetable.GroupMembers;
import dk.grundskema.domain.timetable.RuleResult;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.fixture.Scenario;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Students that the planner has locked to a group. */
class MemberLockSolveTest {
    private static final StudentId DEA = new StudentId("dea");
    private static final StudentId ELI = new StudentId("eli");
    private static final StudentId FIE = new StudentId("fie");

    private static Group group(String id, StudentId... given) {
        return new Group(
                new GroupId(id),
                id,
                Group.Kind.SMALL_GROUP,
                Arrays.stream(given).map(GroupMember::always).toList());
    }

    private static Grouping grouping(int largest, Map<StudentId, List<GroupId>> choices, Group... groups) {
        return new Grouping(
                new InterventionId(Scenario.INTERVENTION),
                List.of(groups),
                List.of(DEA, ELI, FIE),
                1,
                largest,
                true,
                choices,
                Map.of());
    }

    private static Scenario redAndBlue(int largest) {
        return aScenario()
                .grouping(grouping(largest, Map.of(ELI, List.of(new GroupId("red"))), group("red"), group("blue")));
    }

    private static List<Finding> findings(Scenario scenario) {
        return StepLimitedSolves.planner().validate(scenario.problem());
    }

    @Test
    void lockToAGroupOfAnotherGroupingIsRefusedWithTheAllowedGroups() {
        assertThat(findings(redAndBlue(2).memberLock("dea", "blue"))).isEmpty();
        assertThat(findings(redAndBlue(2).memberLock("eli", "blue")))
                .containsExactly(Finding.error(
                        "lock.no-such-group",
                        "/memberLocks/0/groupId",
                        new GroupId("blue"),
                        List.of(new GroupId("red"))));
    }

    @Test
    void locksUpToTheCapacityAreAcceptedAndOneMoreIsReportedAndCosts() throws InterruptedException {
        Scenario full = redAndBlue(2).memberLock("dea", "red").memberLock("eli", "red");
        assertThat(findings(full)).isEmpty();
        assertThat(broken(StepLimitedSolves.solve(full.problem(), 50))).isEmpty();
        assertThat(findings(full.memberLock("fie", "red")))
                .containsExactly(
                        Finding.warning("lock.group-too-full", "/memberLocks/2/groupId", new GroupId("red"), 2, 3L));
        Timetable crowded = StepLimitedSolves.solve(full.problem(), 50);
        assertThat(crowded.groups())
                .filteredOn(group -> group.id().equals(new GroupId("red")))
                .singleElement()
                .satisfies(group -> assertThat(group.members()).hasSize(3));
        assertThat(broken(crowded)).containsExactly("core.group-size");
    }

    private static List<String> broken(Timetable timetable) {
        return timetable.rules().stream()
                .filter(rule -> rule.level() == Level.HARD && rule.penalty() > 0)
                .map(RuleResult::id)
                .toList();
    }

    @Test
    void givenMembersTakePlaces() {
        Scenario scenario = aScenario()
                .grouping(grouping(2, Map.of(), group("red", new StudentId("ani"))))
                .memberLock("dea", "red");
        assertThat(findings(scenario)).isEmpty();
        assertThat(findings(scenario.memberLock("eli", "red")))
                .containsExactly(
                        Finding.warning("lock.group-too-full", "/memberLocks/1/groupId", new GroupId("red"), 2, 3L));
    }

    @Test
    void locksThatBreakAVetoAreReportedInBothDirections() throws InterruptedException {
        for (String says : List.of("dea", "eli")) {
            Scenario scenario = redAndBlue(3)
                    .student(aStudent(says).neverWith(says.equals("dea") ? "eli" : "dea"))
                    .memberLock("dea", "red");
            assertThat(findings(scenario)).isEmpty();
            assertThat(findings(scenario.memberLock("eli", "red")))
                    .containsExactly(
                            Finding.warning("lock.never-together", "/memberLocks/1", ELI, DEA, new GroupId("red")));
            assertThat(broken(StepLimitedSolves.solve(scenario.problem(), 50))).containsExactly("core.never-together");
        }
    }

    @Test
    void studentHasAtMostOneLockForEachGrouping() throws InterruptedException {
        Scenario scenario = redAndBlue(2)
                .grouping(grouping(2, Map.of(), group("early"), group("late")))
                .memberLock("dea", "blue")
                .memberLock("dea", "late");
        assertThat(findings(scenario)).isEmpty();
        assertThat(StepLimitedSolves.solve(scenario.problem(), 50).groups())
                .filteredOn(group -> group.members().contains(GroupMember.always(DEA)))
                .extracting(GroupMembers::id)
                .containsExactly(new GroupId("blue"), new GroupId("late"));
        assertThat(findings(scenario.memberLock("dea", "early")))
                .containsExactly(Finding.error("lock.student-twice", "/memberLocks/2", DEA));
    }
}
