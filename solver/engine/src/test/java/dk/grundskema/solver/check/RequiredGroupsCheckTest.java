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
import dk.grundskema.domain.timetable.GroupMembers;
import dk.grundskema.solver.spi.RequiredGroups;
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
        RequiredGroupsCheck.check(groups, List.of(required), problem, faults);
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
        SortedSet<IsoWeek> later = weeks(39);
        Problem problem = school().student("ada")
                .group("1a", Group.Kind.CLASS, late, "ada")
                .build();
        assertThat(GroupRoster.isThroughout(ADA, late, problem)).isTrue();
        assertThat(GroupRoster.isThroughout(ADA, new TreeSet<>(), problem)).isTrue();
        assertThat(GroupRoster.isThroughout(ADA, later, problem)).isFalse();
        assertThat(GroupRoster.isThroughout(BO, late, problem)).isFalse();
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
}
