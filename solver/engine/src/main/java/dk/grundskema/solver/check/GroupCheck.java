package dk.grundskema.solver.check;

import dk.grundskema.domain.demand.Grouping;
import dk.grundskema.domain.finding.Figure;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.time.IsoWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/** Checks that all students have a group, that groups have the right size, and that students who must not be together are not in one group. */
final class GroupCheck implements CoreCheck {
    @Override
    public void check(CheckedPlan plan, CoreViolations faults) {
        for (Grouping grouping : plan.demanded().groupings()) {
            SortedSet<IsoWeek> asked = askedWeeks(plan, grouping);
            for (Group group : grouping.groups()) {
                checkSize(plan, grouping, group.id(), asked, faults);
                checkChoices(plan, grouping, group.id(), faults);
                checkVetoes(plan, group.id(), faults);
            }
            for (StudentId student : grouping.students()) {
                boolean placed = grouping.groups().stream()
                        .anyMatch(group -> plan.attendance().members(group.id()).contains(student));
                boolean isNeeded = !placed
                        && !StudentPlacements.presentWeeks(student, plan.problem())
                                .isEmpty();
                faults.medium("core.student-without-group", isNeeded ? grouping.needOf(student) : 0, student);
            }
        }
    }

    /** Returns the weeks in which groups that may not be empty need members: all if some are given, otherwise those in which one of the students can come. */
    private static SortedSet<IsoWeek> askedWeeks(CheckedPlan plan, Grouping grouping) {
        boolean areSomeGiven =
                grouping.groups().stream().anyMatch(group -> !group.members().isEmpty());
        return areSomeGiven
                ? new TreeSet<>(plan.problem().horizon().allWeeks())
                : StudentPlacements.weeksOfAny(grouping.students(), plan.problem());
    }

    private static void checkSize(
            CheckedPlan plan, Grouping grouping, GroupId group, SortedSet<IsoWeek> asked, CoreViolations faults) {
        if (grouping.mayStayEmpty() && !plan.attendance().isJoined(group)) {
            return;
        }
        List<SortedSet<IsoWeek>> weeks = new ArrayList<>();
        List<SortedSet<IsoWeek>> joined = new ArrayList<>();
        List<IsoWeek> departures = new ArrayList<>();
        plan.attendance().weeks(group).forEach((student, own) -> {
            boolean isGiven = plan.attendance().isGiven(group, student);
            weeks.add(isGiven ? new TreeSet<>() : own);
            if (!isGiven) {
                joined.add(own);
                StudentPlacements.departure(student, own, plan.problem()).ifPresent(departures::add);
            }
        });
        SortedSet<IsoWeek> counted =
                new TreeSet<>(grouping.mayStayEmpty() ? StudentPlacements.weeksOf(joined, plan.problem()) : asked);
        departures.forEach(last -> counted.removeIf(week -> week.compareTo(last) > 0));
        int fewest = StudentPlacements.fewestAtOnce(weeks, counted);
        int most = StudentPlacements.mostAtOnce(weeks);
        faults.hard(
                "core.group-size",
                Math.max(grouping.smallest() - fewest, most - grouping.largest()),
                group,
                new Figure(most > grouping.largest() ? most : fewest),
                new Figure(grouping.smallest()),
                new Figure(grouping.largest()));
    }

    private static void checkChoices(CheckedPlan plan, Grouping grouping, GroupId group, CoreViolations faults) {
        for (StudentId student : plan.attendance().members(group)) {
            List<GroupId> choices = grouping.choices().get(student);
            boolean isAllowed = choices == null || choices.contains(group);
            boolean isGiven = plan.attendance().isGiven(group, student);
            faults.hard("core.group-not-allowed", isAllowed || isGiven ? 0 : 1, student, group);
        }
    }

    private static void checkVetoes(CheckedPlan plan, GroupId group, CoreViolations faults) {
        List<Student> members = plan.problem().students().stream()
                .filter(student -> plan.attendance().members(group).contains(student.id()))
                .toList();
        for (int i = 0; i < members.size(); i++) {
            for (Student other : members.subList(i + 1, members.size())) {
                Student one = members.get(i);
                var weeks = plan.attendance().weeks(group);
                boolean charged = isVetoed(one, other)
                        && !isGiven(plan, group, one, other)
                        && StudentPlacements.meet(
                                Objects.requireNonNull(weeks.get(one.id())),
                                Objects.requireNonNull(weeks.get(other.id())));
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
