package dk.grundskema.solver.check;

import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The groups of one grouping that each student is in, one after the other: a student may change the group, come later or leave. Weeks are those of a membership;
 * none means all.
 */
final class StudentPlacements {
    private record Placement(GroupId group, SortedSet<IsoWeek> weeks) {}

    private final Problem problem;
    private final Map<StudentId, List<Placement>> placements = new LinkedHashMap<>();

    StudentPlacements(Problem problem) {
        this.problem = problem;
    }

    /** Adds a membership; returns {@code false} if the student is in another of the groups in one of the weeks. */
    boolean add(StudentId student, GroupId group, SortedSet<IsoWeek> weeks) {
        List<Placement> others = placements.computeIfAbsent(student, any -> new ArrayList<>());
        boolean isAlone = others.stream().noneMatch(one -> meet(one.weeks(), weeks));
        others.add(new Placement(group, weeks));
        return isAlone;
    }

    /** Returns whether the student is in one of the groups in some week. */
    boolean isPlaced(StudentId student) {
        return placements.containsKey(student);
    }

    /** Returns the last group of each student who lacks a group in a week in which the student must have one. */
    Map<StudentId, GroupId> incomplete() {
        Map<StudentId, GroupId> incomplete = new LinkedHashMap<>();
        placements.forEach((student, all) -> {
            if (!cover(all.stream().map(Placement::weeks).toList(), student, problem)) {
                incomplete.put(student, all.getLast().group());
            }
        });
        return incomplete;
    }

    /**
     * Returns whether memberships cover all weeks in which a student must be in a formed group: from the first of them on, as a student may come to a group
     * later.
     */
    static boolean cover(Collection<SortedSet<IsoWeek>> memberships, StudentId student, Problem problem) {
        if (memberships.stream().anyMatch(Set::isEmpty)) {
            return true;
        }
        var weeks = new TreeSet<IsoWeek>();
        memberships.forEach(weeks::addAll);
        SortedSet<IsoWeek> required = presentWeeks(student, problem);
        return weeks.containsAll(weeks.isEmpty() ? required : required.tailSet(weeks.first()));
    }

    /**
     * Returns the weeks in which a student can be in a formed group: all, or those in which a class has the student, who came or left then. Weeks in which the
     * student is away all the time are left out.
     */
    static SortedSet<IsoWeek> presentWeeks(StudentId student, Problem problem) {
        List<SortedSet<IsoWeek>> given = problem.groups().stream()
                .filter(group -> group.kind() == Group.Kind.CLASS)
                .flatMap(group -> group.members().stream())
                .filter(one -> one.studentId().equals(student))
                .map(one -> one.weeks())
                .toList();
        var required = new TreeSet<IsoWeek>();
        given.forEach(required::addAll);
        if (given.isEmpty() || given.stream().anyMatch(Set::isEmpty)) {
            required.addAll(problem.horizon().allWeeks());
        }
        problem.student(student)
                .ifPresent(one -> required.removeAll(one.availability().weeksAway(problem.horizon())));
        return required;
    }

    /**
     * Returns the last week of a member who then leaves for good: who is away from the next week to the end of the plan. Empty for one who stays, or goes to
     * another group.
     *
     * @param own weeks of the membership; empty means all
     */
    static Optional<IsoWeek> departure(StudentId student, SortedSet<IsoWeek> own, Problem problem) {
        SortedSet<IsoWeek> present = presentWeeks(student, problem);
        boolean isGone = problem.student(student)
                .filter(one -> one.availability()
                        .weeksAway(problem.horizon())
                        .contains(problem.horizon().allWeeks().getLast()))
                .isPresent();
        return isGone && !own.isEmpty() && !present.isEmpty() && own.last().compareTo(present.last()) >= 0
                ? Optional.of(own.last())
                : Optional.empty();
    }

    /** Returns whether two memberships have a week in common. */
    static boolean meet(SortedSet<IsoWeek> some, SortedSet<IsoWeek> others) {
        return some.isEmpty() || others.isEmpty() || !Collections.disjoint(some, others);
    }

    /** Returns how many of some members are in a group in the week in which most of them are. */
    static int mostAtOnce(Collection<? extends SortedSet<IsoWeek>> memberships) {
        long always = memberships.stream().filter(Set::isEmpty).count();
        long most = memberships.stream()
                .flatMap(Collection::stream)
                .distinct()
                .mapToLong(week ->
                        memberships.stream().filter(one -> one.contains(week)).count())
                .max()
                .orElse(0);
        return Math.toIntExact(always + most);
    }

    /**
     * Returns how many of some members are in a group in the week in which fewest of them are. A group is complete when its last member has come: earlier weeks
     * do not count.
     *
     * @param asked weeks in which the group needs members
     */
    static int fewestAtOnce(Collection<? extends SortedSet<IsoWeek>> memberships, SortedSet<IsoWeek> asked) {
        Optional<IsoWeek> complete = memberships.stream()
                .filter(one -> !one.isEmpty())
                .map(one -> one.first())
                .max(Comparator.naturalOrder());
        long fewest = complete.map(week -> asked.tailSet(week)).orElse(asked).stream()
                .mapToLong(week -> memberships.stream()
                        .filter(one -> one.isEmpty() || one.contains(week))
                        .count())
                .min()
                .orElse(memberships.size());
        return Math.toIntExact(fewest);
    }

    /** Returns the weeks in which one of some students can be in a group. */
    static SortedSet<IsoWeek> weeksOfAny(Collection<StudentId> students, Problem problem) {
        var weeks = new TreeSet<IsoWeek>();
        students.forEach(student -> weeks.addAll(presentWeeks(student, problem)));
        return weeks;
    }

    /** Returns the weeks of some memberships. */
    static SortedSet<IsoWeek> weeksOf(Collection<? extends SortedSet<IsoWeek>> memberships, Problem problem) {
        var weeks = new TreeSet<IsoWeek>();
        memberships.forEach(
                one -> weeks.addAll(one.isEmpty() ? problem.horizon().allWeeks() : one));
        return weeks;
    }
}
