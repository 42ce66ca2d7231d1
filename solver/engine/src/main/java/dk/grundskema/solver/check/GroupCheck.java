package dk.grundskema.solver.check;

import dk.grundskema.domain.demand.Grouping;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import java.util.List;

/** Everybody has a group, groups have the right size, and nobody is in one with somebody they must not meet there. */
final class GroupCheck implements CoreCheck {
    @Override
    public void check(CheckedPlan plan, Faults faults) {
        for (Grouping grouping : plan.demanded().groupings()) {
            for (Group group : grouping.groups()) {
                size(plan, grouping, group.id(), faults);
                choice(plan, grouping, group.id(), faults);
                company(plan, group.id(), faults);
            }
            for (StudentId student : grouping.students()) {
                boolean placed = grouping.groups().stream()
                        .anyMatch(group -> plan.attendance().members(group.id()).contains(student));
                faults.medium("core.student-without-group", placed ? 0 : grouping.need(student), student);
            }
        }
    }

    private static void size(CheckedPlan plan, Grouping grouping, GroupId group, Faults faults) {
        if (grouping.mayStayEmpty() && !plan.attendance().isJoined(group)) {
            return;
        }
        int size = plan.attendance().members(group).size();
        faults.hard("core.group-size", Math.max(grouping.smallest() - size, size - grouping.largest()), group);
    }

    private static void choice(CheckedPlan plan, Grouping grouping, GroupId group, Faults faults) {
        for (StudentId student : plan.attendance().members(group)) {
            List<GroupId> choices = grouping.choices().get(student);
            boolean isAllowed = choices == null || choices.contains(group);
            boolean isGiven = plan.attendance().isGiven(group, student);
            faults.hard("core.group-not-allowed", isAllowed || isGiven ? 0 : 1, student, group);
        }
    }

    private static void company(CheckedPlan plan, GroupId group, Faults faults) {
        List<Student> members = plan.problem().students().stream()
                .filter(student -> plan.attendance().members(group).contains(student.id()))
                .toList();
        for (int i = 0; i < members.size(); i++) {
            for (Student other : members.subList(i + 1, members.size())) {
                Student one = members.get(i);
                boolean charged = isVetoed(one, other) && !isGiven(plan, group, one, other);
                faults.hard("core.never-together", charged ? 1 : 0, one.id(), other.id(), group);
            }
        }
    }

    private static boolean isVetoed(Student one, Student other) {
        return one.neverWith().contains(other.id()) || other.neverWith().contains(one.id());
    }

    private static boolean isGiven(CheckedPlan plan, GroupId group, Student one, Student other) {
        return plan.attendance().isGiven(group, one.id()) && plan.attendance().isGiven(group, other.id());
    }
}
