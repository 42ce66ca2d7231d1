package dk.grundskema.solver.spi.toolkit;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.Student;
import dk.grundskema.solver.spi.LocalRule;
import dk.grundskema.solver.spi.LocalRule.Scope;
import dk.grundskema.solver.spi.RuleType;
import dk.grundskema.solver.spi.ScopeView;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.ToIntBiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Rules over groups that are formed and over their sessions, one scope for each group: how alike its members are, and how regular its week is. A
 * group that nobody has joined costs nothing.
 */
public final class GroupRules {
    /** What a group costs, given its sessions in the order in which they were named and itself as the only group of the scope. */
    @FunctionalInterface
    public interface Cost {
        /** The amount, 0 or more. Only called for a group with students. */
        long of(GroupId group, ScopeView view);
    }

    private GroupRules() {}

    /**
     * The sessions of a kind that wait for each group, in the demand's order.
     *
     * @param kind what they are
     * @return a list for each group that some session waits for
     */
    public static Map<GroupId, List<Session>> sessions(Demand demand, String kind) {
        Map<GroupId, List<Session>> sessions = new LinkedHashMap<>();
        for (Session one : demand.sessions()) {
            GroupId group = one.awakeWith();
            if (group != null && one.kind().equals(kind)) {
                var own = new ArrayList<>(sessions.getOrDefault(group, List.of()));
                own.add(one);
                sessions.put(group, List.copyOf(own));
            }
        }
        return sessions;
    }

    /**
     * A rule that charges each group with students; the text mentions the group.
     *
     * @param groups   which groups
     * @param sessions what each may look at; none where there is no entry
     */
    public static LocalRule perGroup(
            RuleType type, Collection<GroupId> groups, Map<GroupId, List<Session>> sessions, Cost cost) {
        var scopes = groups.stream()
                .map(group -> new Scope(group, sessions.getOrDefault(group, List.of()), List.of(group), List.of()))
                .toList();
        return LocalRule.local(type, scopes, (scope, view, charge) -> {
            if (view.size(0) > 0) {
                charge.add(cost.of((GroupId) scope.key(), view), scope.key());
            }
        });
    }

    /** A group costs the difference between its members' greatest and least number. */
    public static LocalRule spread(
            RuleType type, Collection<GroupId> groups, ToIntBiFunction<GroupId, Student> number) {
        return perGroup(type, groups, Map.of(), (group, view) -> {
            int least = Integer.MAX_VALUE;
            int most = Integer.MIN_VALUE;
            for (int place = 0; place < view.size(0); place++) {
                int own = number.applyAsInt(group, view.student(0, place));
                least = Math.min(least, own);
                most = Math.max(most, own);
            }
            return (long) most - least;
        });
    }

    /** A group costs 1 for each sort of members beyond the first; members of whom no sort is known ({@code null}) go with all. */
    public static LocalRule sorts(
            RuleType type, Collection<GroupId> groups, BiFunction<GroupId, Student, @Nullable Object> sort) {
        return perGroup(type, groups, Map.of(), (group, view) -> {
            Set<Object> sorts = new HashSet<>();
            for (int place = 0; place < view.size(0); place++) {
                Object own = sort.apply(group, view.student(0, place));
                if (own != null) {
                    sorts.add(own);
                }
            }
            return Math.max(0, sorts.size() - 1);
        });
    }

    /** A group costs 1 for each time of day beyond the first at which one of its sessions starts. */
    public static LocalRule sameTimeOfDay(RuleType type, Map<GroupId, List<Session>> sessions) {
        return perGroup(type, sessions.keySet(), sessions, (group, view) -> {
            Set<LocalTime> starts = new HashSet<>();
            int count = sessions.getOrDefault(group, List.of()).size();
            for (int i = 0; i < count; i++) {
                var time = view.time(i);
                if (time != null) {
                    starts.add(time.start());
                }
            }
            return Math.max(0, starts.size() - 1);
        });
    }

    /** A group costs 1 for each of its sessions beyond a day's first. */
    public static LocalRule oneADay(RuleType type, Map<GroupId, List<Session>> sessions) {
        return perGroup(type, sessions.keySet(), sessions, (group, view) -> {
            Set<DayOfWeek> days = new HashSet<>();
            int placed = 0;
            int count = sessions.getOrDefault(group, List.of()).size();
            for (int i = 0; i < count; i++) {
                var time = view.time(i);
                if (time != null) {
                    placed++;
                    days.add(time.weekday());
                }
            }
            return (long) placed - days.size();
        });
    }

    /** Groups with students beyond a number cost 1 each. */
    public static LocalRule atMost(RuleType type, List<GroupId> groups, int most) {
        var scope = new Scope("groups", List.of(), groups, List.of());
        return LocalRule.local(type, List.of(scope), (all, view, charge) -> {
            int taken = 0;
            for (int group = 0; group < groups.size(); group++) {
                taken += view.size(group) > 0 ? 1 : 0;
            }
            charge.add(Math.max(0, taken - most), most);
        });
    }
}
