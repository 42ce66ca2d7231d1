package dk.grundskema.solver.check;

import static dk.grundskema.solver.testkit.MeetingTimes.weeks;
import static dk.grundskema.solver.testkit.SchoolBuilder.school;
import static dk.grundskema.solver.testkit.StudentBuilder.aStudent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dk.grundskema.domain.finding.Figure;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.Period;
import dk.grundskema.domain.timetable.GroupMembers;
import dk.grundskema.solver.spi.RequiredGroups;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class RequiredGroupsCheckTest {
    private static final GroupId RED = new GroupId("red");
    private static final GroupId BLUE = new GroupId("blue");
    private static final StudentId ADA = new StudentId("ada");
    private static final StudentId BO = new StudentId("bo");
    private static final StudentId CY = new StudentId("cy");

    private static GroupMembers group(GroupId id, StudentId... members) {
        return new GroupMembers(
                id, Arrays.stream(members).map(GroupMember::always).toList());
    }

    private static void assertFaults(boolean mayStayEmpty, List<GroupMembers> groups, Tuple... expected) {
        var faults = new CoreViolations();
        var required = new RequiredGroups(List.of(RED, BLUE), Map.of(ADA, 1, BO, 5), 1, 2, mayStayEmpty);
        Problem problem = school().student("ada")
                .student(aStudent("bo").neverWith("cy"))
                .student("cy")
                .build();
        RequiredGroupsCheck.check(groups, List.of(required), problem, new AbsentMembers(problem, List.of()), faults);
        assertThat(faults.all())
                .extracting(RuleViolation::rule, RuleViolation::amount, RuleViolation::arguments)
                .containsExactlyInAnyOrder(expected);
    }

    private static Tuple fault(String rule, long amount, Object... arguments) {
        return tuple("core." + rule, amount, List.of(arguments));
    }

    @Test
    void groupsOfAllStudentsAreAsRequired() {
        assertFaults(false, List.of(group(RED, ADA), group(BLUE, BO)));
        assertFaults(true, List.of(group(RED, ADA, BO)));
    }

    @Test
    void studentWhoComesLaterIsInAGroupFromThenOn() {
        SortedSet<IsoWeek> late = weeks(38);
        Problem problem = school(new IsoWeek(2026, 37), 3)
                .student("ada")
                .student("bo")
                .group("1a", Group.Kind.CLASS, late, "ada")
                .build();
        assertThat(StudentPlacements.cover(List.of(late), ADA, problem)).isTrue();
        assertThat(StudentPlacements.cover(List.of(new TreeSet<>()), ADA, problem))
                .isTrue();
        assertThat(StudentPlacements.cover(List.of(late), BO, problem)).isFalse();
        assertThat(StudentPlacements.cover(List.of(weeks(38, 39)), BO, problem)).isTrue();
        assertThat(StudentPlacements.cover(List.of(weeks(37, 39)), BO, problem)).isFalse();
    }

    @Test
    void otherGivenGroupsThanClassesMeetInSomeWeeksAlone() {
        Problem problem = school(new IsoWeek(2026, 37), 3)
                .student("ada")
                .group("trip", Group.Kind.TEAM, weeks(37), "ada")
                .build();
        assertThat(StudentPlacements.cover(List.of(weeks(37)), ADA, problem)).isFalse();
        assertThat(problem.weeksPresent(ADA)).isEqualTo(weeks(37, 38, 39));
    }

    @Test
    void studentWithoutAGroupIsReportedWithTheNeed() {
        assertFaults(true, List.of(group(RED, ADA)), fault("student-without-group", 5, BO));
    }

    @Test
    void strangerAndStudentInTwoGroupsAreReported() {
        assertFaults(
                true,
                List.of(group(RED, ADA, BO), group(BLUE, BO, CY)),
                fault("other-member", 1, BO, BLUE),
                fault("other-member", 1, CY, BLUE),
                fault("never-together", 1, BO, CY, BLUE));
    }

    @Test
    void studentWhoIsTwiceInAGroupIsReported() {
        assertFaults(true, List.of(group(RED, ADA, BO, ADA)), fault("member-twice", 1, ADA, RED));
    }

    @Test
    void memberInSomeWeeksIsReported() {
        var inOneWeek = new GroupMembers(RED, List.of(new GroupMember(ADA, weeks(33)), GroupMember.always(BO)));
        assertFaults(true, List.of(inOneWeek), fault("asked-member", 1, ADA, RED));
    }

    @Test
    void sizeIsComparedWithTheLimits() {
        assertFaults(
                false,
                List.of(group(RED, ADA, BO)),
                fault("group-size", 1, BLUE, new Figure(0), new Figure(1), new Figure(2)));
        assertFaults(
                true,
                List.of(group(RED, ADA, BO, CY)),
                fault("other-member", 1, CY, RED),
                fault("never-together", 1, BO, CY, RED),
                fault("group-size", 1, RED, new Figure(3), new Figure(1), new Figure(2)));
    }

    private static GroupMembers inWeeks(GroupId id, StudentId student, Integer... some) {
        return new GroupMembers(id, List.of(new GroupMember(student, weeks(some))));
    }

    /** Weeks 37 and 38. */
    private static List<RuleViolation> faultsOfAda(List<GroupMembers> groups, String... unavailableFrom) {
        var faults = new CoreViolations();
        var required = new RequiredGroups(List.of(RED, BLUE), Map.of(ADA, 1), 0, 1, true);
        Problem problem =
                school(new IsoWeek(2026, 37), 2).student("ada").student("bo").build();
        for (String from : unavailableFrom) {
            problem = problem.withStudents(problem.students().stream()
                    .map(one -> one.withAvailability(one.availability()
                            .without(List.of(new Period(LocalDate.parse(from), null, new TreeSet<>(), null, null)))))
                    .toList());
        }
        RequiredGroupsCheck.check(groups, List.of(required), problem, new AbsentMembers(problem, List.of()), faults);
        return faults.all();
    }

    @Test
    void studentMayChangeTheGroupButIsInOneInEachWeek() {
        assertThat(faultsOfAda(List.of(inWeeks(RED, ADA, 37), inWeeks(BLUE, ADA, 38))))
                .isEmpty();
        assertThat(faultsOfAda(List.of(inWeeks(RED, ADA, 37, 38), inWeeks(BLUE, ADA, 38))))
                .extracting(RuleViolation::rule)
                .containsExactly("core.other-member");
        assertThat(faultsOfAda(List.of(inWeeks(RED, ADA, 37))))
                .extracting(RuleViolation::rule, RuleViolation::arguments)
                .containsExactly(tuple("core.asked-member", List.of(ADA, RED)));
        assertThat(faultsOfAda(List.of(inWeeks(RED, ADA, 38)))).isEmpty();
    }

    @Test
    void studentWhoIsAwayForAWholeWeekNeedsNoGroupInIt() {
        assertThat(faultsOfAda(List.of(inWeeks(RED, ADA, 37)), "2026-09-14")).isEmpty();
        assertThat(faultsOfAda(List.of(inWeeks(RED, ADA, 37)), "2026-09-15")).hasSize(1);
    }

    @Test
    void studentWhoIsAwayInAllWeeksNeedsNoGroup() {
        assertThat(faultsOfAda(List.of()))
                .extracting(RuleViolation::rule)
                .containsExactly("core.student-without-group");
        assertThat(faultsOfAda(List.of(), "2026-09-07")).isEmpty();
    }

    /** Weeks 37 to 39. */
    private static List<RuleViolation> sizeFaults(boolean mayStayEmpty, GroupMembers... groups) {
        var faults = new CoreViolations();
        var required = new RequiredGroups(List.of(RED, BLUE), Map.of(ADA, 1, BO, 1, CY, 1), 2, 3, mayStayEmpty);
        Problem problem = school(new IsoWeek(2026, 37), 3)
                .student("ada")
                .student("bo")
                .student("cy")
                .build();
        RequiredGroupsCheck.check(
                List.of(groups), List.of(required), problem, new AbsentMembers(problem, List.of()), faults);
        return faults.all().stream()
                .filter(one ->
                        one.rule().equals("core.group-size") && one.arguments().contains(RED))
                .toList();
    }

    @Test
    void groupThatAMemberLeavesIsTooSmallFromThenOn() {
        assertThat(sizeFaults(false, members(GroupMember.always(ADA), GroupMember.always(BO))))
                .isEmpty();
        assertThat(sizeFaults(false, members(GroupMember.always(ADA), new GroupMember(BO, weeks(37)))))
                .extracting(RuleViolation::amount, RuleViolation::arguments)
                .containsExactly(tuple(1L, List.of(RED, new Figure(1), new Figure(2), new Figure(3))));
        assertThat(sizeFaults(false, members(new GroupMember(ADA, weeks(37)), new GroupMember(BO, weeks(37)))))
                .extracting(RuleViolation::amount)
                .containsExactly(2L);
        assertThat(sizeFaults(true, members(new GroupMember(ADA, weeks(37)), new GroupMember(BO, weeks(37)))))
                .isEmpty();
    }

    @Test
    void groupIsCompleteWhenItsLastMemberHasCome() {
        assertThat(sizeFaults(false, members(GroupMember.always(ADA), new GroupMember(BO, weeks(38, 39)))))
                .isEmpty();
        assertThat(sizeFaults(
                        false,
                        members(
                                GroupMember.always(ADA),
                                new GroupMember(BO, weeks(37)),
                                new GroupMember(CY, weeks(38, 39)))))
                .isEmpty();
        assertThat(sizeFaults(
                        false,
                        members(
                                GroupMember.always(ADA),
                                new GroupMember(BO, weeks(37)),
                                new GroupMember(CY, weeks(38)))))
                .hasSize(1);
    }

    private static GroupMembers members(GroupMember... members) {
        return new GroupMembers(RED, List.of(members));
    }

    @Test
    void sizesAreThoseOfTheFullestWeek() {
        var one = new GroupMembers(RED, List.of(new GroupMember(ADA, weeks(37)), new GroupMember(BO, weeks(38))));
        var both = new GroupMembers(RED, List.of(new GroupMember(ADA, weeks(37, 38)), new GroupMember(BO, weeks(38))));

        assertThat(faultsOfAda(List.of(one))).extracting(RuleViolation::rule).doesNotContain("core.group-size");
        assertThat(faultsOfAda(List.of(both))).extracting(RuleViolation::rule).contains("core.group-size");
    }
}
