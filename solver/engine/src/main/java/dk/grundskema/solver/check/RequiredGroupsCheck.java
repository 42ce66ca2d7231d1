package dk.grundskema.solver.check;

import dk.grundskema.domain.finding.Figure;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.GroupMembers;
import dk.grundskema.solver.spi.RequiredGroups;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares the members of groups with those that each plugin derives from its parameters, without the demand: who is in a group and who in none, sizes,
 * and students who must not be together. Amounts and arguments are those of the rules.
 */
final class RequiredGroupsCheck {
    private final Map<GroupId, List<GroupMember>> stated = new HashMap<>();
    private final Problem problem;
    private final CoreViolations faults;

    private RequiredGroupsCheck(List<GroupMembers> groups, Problem problem, CoreViolations faults) {
        groups.forEach(group -> stated.put(group.id(), group.members()));
        this.problem = problem;
        this.faults = faults;
    }

    /** Adds a violation for each difference between the groups and what is required. */
    static void check(
            List<GroupMembers> groups, List<RequiredGroups> required, Problem problem, CoreViolations faults) {
        var check = new RequiredGroupsCheck(groups, problem, faults);
        required.forEach(check::compare);
    }

    private void compare(RequiredGroups required) {
        Set<StudentId> placed = new HashSet<>();
        for (GroupId group : required.groups()) {
            List<GroupMember> members = stated.getOrDefault(group, List.of());
            Set<StudentId> own = new HashSet<>();
            Set<StudentId> given = required.given().getOrDefault(group, Set.of());
            for (GroupMember member : members) {
                StudentId student = member.studentId();
                if (own.add(student)) {
                    boolean isChosen =
                            given.contains(student) || (required.needs().containsKey(student) && placed.add(student));
                    faults.medium("core.other-member", isChosen ? 0 : 1, student, group);
                    boolean isThroughout = GroupRoster.isThroughout(student, member.weeks(), problem);
                    faults.medium("core.asked-member", isThroughout ? 0 : 1, student, group);
                } else {
                    faults.medium("core.member-twice", 1, student, group);
                }
            }
            given.forEach(student -> faults.medium("core.asked-member", own.contains(student) ? 0 : 1, student, group));
            checkSize(required, group, own.size());
            checkVetoes(group, own);
        }
        required.needs()
                .forEach((student, need) ->
                        faults.medium("core.student-without-group", placed.contains(student) ? 0 : need, student));
    }

    private void checkSize(RequiredGroups required, GroupId group, int size) {
        if (size > 0 || !required.mayStayEmpty()) {
            faults.hard(
                    "core.group-size",
                    Math.max(required.smallest() - size, size - required.largest()),
                    group,
                    new Figure(size),
                    new Figure(required.smallest()),
                    new Figure(required.largest()));
        }
    }

    private void checkVetoes(GroupId group, Set<StudentId> own) {
        List<Student> members = problem.students().stream()
                .filter(student -> own.contains(student.id()))
                .toList();
        for (int i = 0; i < members.size(); i++) {
            Student one = members.get(i);
            for (Student other : members.subList(i + 1, members.size())) {
                boolean isVetoed = one.neverWith().contains(other.id())
                        || other.neverWith().contains(one.id());
                faults.hard("core.never-together", isVetoed ? 1 : 0, one.id(), other.id(), group);
            }
        }
    }
}
