package dk.grundskema.solver.check;

import dk.grundskema.domain.finding.Figure;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.GroupMembers;
import dk.grundskema.solver.spi.RequiredGroups;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Compares the members of groups with those that each plugin derives from its parameters, without the demand: who is in a group and who in none, sizes,
 * and students who must not be together. Amounts and arguments are those of the rules.
 */
final class RequiredGroupsCheck {
    private final Map<GroupId, List<GroupMember>> stated = new HashMap<>();
    private final Problem problem;
    private final AbsentMembers absent;
    private final CoreViolations faults;

    private RequiredGroupsCheck(
            List<GroupMembers> groups, Problem problem, AbsentMembers absent, CoreViolations faults) {
        groups.forEach(group -> stated.put(group.id(), group.members()));
        this.problem = problem;
        this.absent = absent;
        this.faults = faults;
    }

    /** Adds a violation for each difference between the groups and what is required. Members who need no group and never come are left out. */
    static void check(
            List<GroupMembers> groups,
            List<RequiredGroups> required,
            Problem problem,
            AbsentMembers absent,
            CoreViolations faults) {
        var check = new RequiredGroupsCheck(groups, problem, absent, faults);
        required.forEach(check::compare);
    }

    private void compare(RequiredGroups required) {
        var placed = new StudentPlacements(problem);
        boolean areSomeGiven = required.given().values().stream().anyMatch(some -> !some.isEmpty());
        SortedSet<IsoWeek> asked = areSomeGiven
                ? new TreeSet<>(problem.horizon().allWeeks())
                : StudentPlacements.weeksOfAny(required.needs().keySet(), problem);
        for (GroupId group : required.groups()) {
            List<GroupMember> members = stated.getOrDefault(group, List.of());
            Map<StudentId, SortedSet<IsoWeek>> own = new LinkedHashMap<>();
            Set<StudentId> given = required.given().getOrDefault(group, Set.of());
            for (GroupMember member : members) {
                StudentId student = member.studentId();
                boolean isAsked = given.contains(student) || required.needs().containsKey(student);
                if (!isAsked && absent.neverComes(student, group)) {
                    continue;
                }
                if (own.putIfAbsent(student, member.weeks()) != null) {
                    faults.medium("core.member-twice", 1, student, group);
                } else if (given.contains(student)) {
                    boolean isThroughout = StudentPlacements.cover(List.of(member.weeks()), student, problem);
                    faults.medium("core.asked-member", isThroughout ? 0 : 1, student, group);
                } else {
                    boolean isChosen = placed.add(student, group, member.weeks())
                            && required.needs().containsKey(student);
                    faults.medium("core.other-member", isChosen ? 0 : 1, student, group);
                }
            }
            given.forEach(
                    student -> faults.medium("core.asked-member", own.containsKey(student) ? 0 : 1, student, group));
            checkSize(required, group, own, asked);
            checkVetoes(group, own);
        }
        placed.incomplete().forEach((student, group) -> faults.medium("core.asked-member", 1, student, group));
        required.needs().forEach((student, need) -> {
            boolean isNeeded = !placed.isPlaced(student)
                    && !StudentPlacements.presentWeeks(student, problem).isEmpty();
            faults.medium("core.student-without-group", isNeeded ? need : 0, student);
        });
    }

    private void checkSize(
            RequiredGroups required, GroupId group, Map<StudentId, SortedSet<IsoWeek>> own, SortedSet<IsoWeek> asked) {
        Set<StudentId> given = required.given().getOrDefault(group, Set.of());
        List<SortedSet<IsoWeek>> weeks = new ArrayList<>();
        List<SortedSet<IsoWeek>> joined = new ArrayList<>();
        own.forEach((student, some) -> {
            weeks.add(given.contains(student) ? new TreeSet<>() : some);
            if (!given.contains(student)) {
                joined.add(some);
            }
        });
        int fewest = StudentPlacements.fewestAtOnce(
                weeks, required.mayStayEmpty() ? StudentPlacements.weeksOf(joined, problem) : asked);
        int most = StudentPlacements.mostAtOnce(weeks);
        if (!own.isEmpty() || !required.mayStayEmpty()) {
            faults.hard(
                    "core.group-size",
                    Math.max(required.smallest() - fewest, most - required.largest()),
                    group,
                    new Figure(most > required.largest() ? most : fewest),
                    new Figure(required.smallest()),
                    new Figure(required.largest()));
        }
    }

    private void checkVetoes(GroupId group, Map<StudentId, SortedSet<IsoWeek>> own) {
        List<Student> members = problem.students().stream()
                .filter(student -> own.containsKey(student.id()))
                .toList();
        for (int i = 0; i < members.size(); i++) {
            Student one = members.get(i);
            for (Student other : members.subList(i + 1, members.size())) {
                boolean isVetoed = one.neverWith().contains(other.id())
                        || other.neverWith().contains(one.id());
                boolean meet = StudentPlacements.meet(
                        Objects.requireNonNull(own.get(one.id())), Objects.requireNonNull(own.get(other.id())));
                faults.hard("core.never-together", isVetoed && meet ? 1 : 0, one.id(), other.id(), group);
            }
        }
    }
}
