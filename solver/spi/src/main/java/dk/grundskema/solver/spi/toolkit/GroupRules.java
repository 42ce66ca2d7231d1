package dk.grundskema.solver.spi.toolkit;

import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.Student;
import dk.grundskema.solver.spi.LocalRule;
import dk.grundskema.solver.spi.LocalRule.Scope;
import dk.grundskema.solver.spi.RuleType;
import dk.grundskema.solver.spi.ScopeView;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rules over groups to be formed, with one scope per group. A group without students costs nothing. */
public final class GroupRules {
    /** Calculates the cost of a group, given its sessions in order, and the group as the only one of the scope. */
    @FunctionalInterface
    public interface Cost {
        /** Returns the amount, 0 or more. Only called for a group with students. */
        long penalty(GroupId group, ScopeView view);
    }

    private GroupRules() {}

    /**
     * Returns a rule that charges each group with students; the text has the group as argument.
     *
     * @param groups   the groups
     * @param sessions the sessions that the scope of each group includes; none if there is no entry
     */
    public static LocalRule perGroup(
            RuleType type, Collection<GroupId> groups, Map<GroupId, List<Session>> sessions, Cost cost) {
        var scopes = groups.stream()
                .map(group -> new Scope(group, sessions.getOrDefault(group, List.of()), List.of(group), List.of()))
                .toList();
        return LocalRule.local(type, scopes, (scope, view, charge) -> {
            if (view.groupSize(0) > 0) {
                charge.add(cost.penalty((GroupId) scope.key(), view), scope.key());
            }
        });
    }

    /**
     * Charges a group the excess of the difference between its members' largest and smallest number over the group's limit.
     *
     * @param number returns the number of a member; {@code null} is ignored
     * @param limit  returns the difference that is free, 0 or more; {@code null} means that the group is not charged
     */
    public static LocalRule spread(
            RuleType type,
            Collection<GroupId> groups,
            BiFunction<GroupId, Student, @Nullable Integer> number,
            Function<GroupId, @Nullable Integer> limit) {
        return perGroup(type, groups, Map.of(), (group, view) -> {
            int least = Integer.MAX_VALUE;
            int most = Integer.MIN_VALUE;
            for (int place = 0; place < view.groupSize(0); place++) {
                Integer own = number.apply(group, view.student(0, place));
                if (own != null) {
                    least = Math.min(least, own);
                    most = Math.max(most, own);
                }
            }
            Integer free = limit.apply(group);
            return free == null || least > most ? 0 : Math.max(0, (long) most - least - free);
        });
    }
}
