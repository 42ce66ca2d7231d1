package dk.grundskema.solver.spi.toolkit;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Grouping;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.MemberLock;
import dk.grundskema.domain.problem.Problem;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Checks whether the planner's locks on members of groups to be formed can be satisfied. */
public final class MemberLockCheck {
    private MemberLockCheck() {}

    /**
     * Adds {@code <plugin>.too-many-pins} for each group with more given and locked students than places, with its name, the number of students and
     * the number of places; and {@code <plugin>.pinned-veto} for each group with two locked students who must not be together, with both.
     *
     * @param demand the intervention's demand; only evaluated if there is no error so far, for plugins that cannot expand invalid parameters
     * @param place  pointer below the parameters
     */
    public static void check(Problem problem, Supplier<Demand> demand, FindingCollector found, String place) {
        if (!found.hasErrors()) {
            check(problem, demand.get(), found, place);
        }
    }

    /** Adds the same findings, regardless of earlier errors. */
    public static void check(Problem problem, Demand demand, FindingCollector found, String place) {
        for (Grouping grouping : demand.groupings()) {
            for (Group group : grouping.groups()) {
                var given = group.members().stream().map(GroupMember::studentId);
                var fixed = problem.memberLocks().stream()
                        .filter(lock -> lock.groupId().equals(group.id()))
                        .map(MemberLock::studentId);
                List<StudentId> members = Stream.concat(given, fixed).distinct().toList();
                check(problem, group.name(), members, grouping.largest(), found, place);
            }
        }
    }

    private static void check(
            Problem problem, String group, List<StudentId> members, int most, FindingCollector found, String place) {
        found.errorUnless(members.size() <= most, "too-many-pins", place, group, members.size(), most);
        var vetoed = new StudentCompanyWishes(problem, members).firstVetoedPair(members);
        found.errorUnless(vetoed.isEmpty(), "pinned-veto", place, vetoed);
    }
}
