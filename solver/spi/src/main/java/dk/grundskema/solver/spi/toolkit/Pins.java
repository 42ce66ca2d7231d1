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

/** What the planner fixed about groups that are to be formed, and whether it can be. */
public final class Pins {
    private Pins() {}

    /**
     * Adds {@code <plugin>.too-many-pins} for each group that has more students, given and fixed, than places, with its name, how many they are
     * and how many places there are; and {@code <plugin>.pinned-veto} for each in which two fixed students must not be together, with both.
     *
     * @param demand what the intervention needs; only asked for if no error was found so far, for plugins that can't say it otherwise
     * @param place  pointer below the parameters
     */
    public static void check(Problem problem, Supplier<Demand> demand, FindingList found, String place) {
        if (!found.hasErrors()) {
            check(problem, demand.get(), found, place);
        }
    }

    /** Likewise whatever was found so far. */
    public static void check(Problem problem, Demand demand, FindingList found, String place) {
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
            Problem problem, String group, List<StudentId> members, int most, FindingList found, String place) {
        found.unless(members.size() <= most, "too-many-pins", place, group, members.size(), most);
        var vetoed = new Company(problem, members).vetoedAmong(members);
        found.unless(vetoed.isEmpty(), "pinned-veto", place, vetoed);
    }
}
