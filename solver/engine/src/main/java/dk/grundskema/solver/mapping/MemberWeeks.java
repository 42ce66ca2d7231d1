package dk.grundskema.solver.mapping;

import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.GroupMembers;
import dk.grundskema.domain.timetable.Timetable;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Gives the members of formed groups of a changed plan their weeks: decisions name the group alone. */
public final class MemberWeeks {
    private final Problem problem;
    private final Timetable before;

    /**
     * @param problem the problem of the changed plan
     * @param before  the plan that was changed
     */
    public MemberWeeks(Problem problem, Timetable before) {
        this.problem = problem;
        this.before = before;
    }

    /** Returns a group in which students who join a formed group are members in their weeks at school; who was a member before stays so in the same weeks. */
    public GroupMembers in(GroupMembers group) {
        boolean isGiven = problem.groups().stream().anyMatch(one -> one.id().equals(group.id()));
        List<GroupMember> earlier = before.groups().stream()
                .filter(one -> one.id().equals(group.id()))
                .flatMap(one -> one.members().stream())
                .toList();
        return isGiven
                ? group
                : new GroupMembers(
                        group.id(),
                        group.members().stream()
                                .map(one -> earlier.stream()
                                        .filter(other -> other.studentId().equals(one.studentId()))
                                        .findFirst()
                                        .orElseGet(
                                                () -> new GroupMember(one.studentId(), weeksAtSchool(one.studentId()))))
                                .toList());
    }

    /** Returns the weeks in which a student is in a given group; empty means all. */
    private SortedSet<IsoWeek> weeksAtSchool(StudentId student) {
        var weeks = new TreeSet<IsoWeek>();
        for (Group group : problem.groups()) {
            for (GroupMember member : group.members()) {
                if (member.studentId().equals(student) && member.weeks().isEmpty()) {
                    return new TreeSet<>();
                }
                weeks.addAll(member.studentId().equals(student) ? member.weeks() : List.of());
            }
        }
        return weeks;
    }
}
