package dk.grundskema.solver.rules;

import dk.grundskema.domain.demand.Grouping;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.solver.spi.Membership;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The weeks that rules of formed groups look up during a search: of students, and of their present and former memberships. Thread-safe. */
final class GroupingWeeks {
    private record MembershipKey(StudentId student, GroupId group) {}

    /** Weeks of students who are away for whole weeks, none if they are away in all; others are present in all weeks. */
    private final Map<StudentId, SortedSet<IsoWeek>> present = new HashMap<>();

    private final Set<StudentId> awayInLastWeek = new HashSet<>();
    /** Weeks of a student in a group that the student joins, none if there is none; other memberships are of all weeks. */
    private final Map<MembershipKey, SortedSet<IsoWeek>> joinedWeeks = new HashMap<>();
    /** Weeks in which students were in a group that they may have left. */
    private final Map<GroupId, Map<StudentId, SortedSet<IsoWeek>>> former = new HashMap<>();

    GroupingWeeks(CoreRuleContext context) {
        Problem problem = context.problem();
        var allWeeks = new TreeSet<>(problem.horizon().allWeeks());
        Map<SortedSet<IsoWeek>, SortedSet<IsoWeek>> equalSets = new HashMap<>(); // most of many thousand are equal
        for (Membership membership : context.memberships()) {
            Student student = membership.student();
            SortedSet<IsoWeek> away = student.availability().weeksAway(problem.horizon());
            if (!away.isEmpty()) {
                present.computeIfAbsent(student.id(), problem::weeksPresent);
            }
            if (away.contains(allWeeks.last())) {
                awayInLastWeek.add(student.id());
            }
            for (Group group : membership.grouping().groups()) {
                SortedSet<IsoWeek> weeks = context.weeks().ifJoined(student.id(), group.id());
                if (!weeks.containsAll(allWeeks)) {
                    joinedWeeks.put(
                            new MembershipKey(student.id(), group.id()), equalSets.computeIfAbsent(weeks, one -> one));
                }
            }
        }
        for (Grouping grouping : context.groupings()) {
            for (Group group : grouping.groups()) {
                Map<StudentId, SortedSet<IsoWeek>> some =
                        new HashMap<>(context.weeks().former(group.id()));
                group.members().forEach(given -> some.remove(given.studentId()));
                if (!some.isEmpty()) {
                    former.put(group.id(), some);
                }
            }
        }
    }

    /** Returns whether students are in their group in all weeks, and nobody was in another one before. */
    boolean isAlwaysTheSame() {
        return joinedWeeks.isEmpty() && former.isEmpty();
    }

    boolean isEverPresent(StudentId student) {
        SortedSet<IsoWeek> weeks = present.get(student);
        return weeks == null || !weeks.isEmpty();
    }

    /** Returns the weeks of a student who is away for whole weeks; {@code null} for others. */
    @Nullable
    SortedSet<IsoWeek> presentWeeks(StudentId student) {
        return present.get(student);
    }

    /** Returns whether a student who is in a group in some weeks leaves it with the last of them for good, and comes no more. */
    boolean leavesForGood(StudentId student, SortedSet<IsoWeek> own) {
        SortedSet<IsoWeek> weeks = present.get(student);
        return weeks != null
                && !weeks.isEmpty()
                && awayInLastWeek.contains(student)
                && own.last().compareTo(weeks.last()) >= 0;
    }

    /** Returns the weeks of a student in a group that the student joined, empty if there are none; {@code null} if they are all. */
    @Nullable
    SortedSet<IsoWeek> joinedWeeks(StudentId student, GroupId group) {
        return joinedWeeks.get(new MembershipKey(student, group));
    }

    /** Returns the weeks in which students were in a group without being placed there by the intervention itself; at least one week each. */
    Map<StudentId, SortedSet<IsoWeek>> former(GroupId group) {
        return former.getOrDefault(group, Map.of());
    }
}
