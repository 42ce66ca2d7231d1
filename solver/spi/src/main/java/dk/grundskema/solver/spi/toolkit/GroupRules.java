package dk.grundskema.solver.spi.toolkit;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.time.MeetingTime;
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
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Rules over groups to be formed and over their sessions, with one scope per group: how similar its members are, and how regular its week is. A
 * group without students costs nothing.
 */
public final class GroupRules {
    /** Calculates the cost of a group, given its sessions in order, and the group as the only one of the scope. */
    @FunctionalInterface
    public interface Cost {
        /** Returns the amount, 0 or more. Only called for a group with students. */
        long penalty(GroupId group, ScopeView view);
    }

    private GroupRules() {}

    /**
     * Returns the sessions of a kind that sleep until a group has students, per group, in the demand's order.
     *
     * @param kind kind of the sessions
     * @return a list for each group with such a session
     */
    public static Map<GroupId, List<Session>> sessionsByGroup(Demand demand, String kind) {
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

    /** Charges a group the difference between its members' largest and smallest number; members without a number ({@code null}) are ignored. */
    public static LocalRule spread(
            RuleType type, Collection<GroupId> groups, BiFunction<GroupId, Student, @Nullable Integer> number) {
        return spread(type, groups, number, group -> 0);
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

    /**
     * Charges a group the points by which its leading members fall short of the required lead over each other member.
     *
     * @param number returns the number of a member; members without a number ({@code null}) are ignored
     * @param leads  whether a member should be ahead
     * @param least  returns the required lead; {@code null} means that the group is not charged
     */
    public static LocalRule insufficientLead(
            RuleType type,
            Collection<GroupId> groups,
            BiFunction<GroupId, Student, @Nullable Integer> number,
            BiPredicate<GroupId, Student> leads,
            Function<GroupId, @Nullable Integer> least) {
        return perGroup(type, groups, Map.of(), (group, view) -> {
            Integer asked = least.apply(group);
            long lacking = 0;
            for (int place = 0; asked != null && place < view.groupSize(0); place++) {
                Integer ahead = number.apply(group, view.student(0, place));
                for (int other = 0; ahead != null && other < view.groupSize(0); other++) {
                    Integer behind = number.apply(group, view.student(0, other));
                    boolean counts = behind != null
                            && leads.test(group, view.student(0, place))
                            && !leads.test(group, view.student(0, other));
                    lacking += counts ? Math.max(0, (long) behind + asked - ahead) : 0;
                }
            }
            return lacking;
        });
    }

    /** Charges a group 1 for each sort of members beyond the first; members of unknown sort ({@code null}) match all others. */
    public static LocalRule severalSorts(
            RuleType type, Collection<GroupId> groups, BiFunction<GroupId, Student, @Nullable Object> sort) {
        return perGroup(type, groups, Map.of(), (group, view) -> {
            Set<Object> sorts = new HashSet<>();
            for (int place = 0; place < view.groupSize(0); place++) {
                Object own = sort.apply(group, view.student(0, place));
                if (own != null) {
                    sorts.add(own);
                }
            }
            return Math.max(0, sorts.size() - 1);
        });
    }

    /** Charges a group 1 for each starting time of day of its sessions beyond the first. */
    public static LocalRule sameTimeOfDay(RuleType type, Map<GroupId, List<Session>> sessions) {
        return perGroup(type, sessions.keySet(), sessions, (group, view) -> {
            Set<LocalTime> starts = new HashSet<>();
            times(group, view, sessions).forEach(time -> starts.add(time.start()));
            return Math.max(0, starts.size() - 1);
        });
    }

    /** Charges a group 1 for each room of its sessions beyond the first; sessions without a room or time are ignored. */
    public static LocalRule sameRoom(RuleType type, Map<GroupId, List<Session>> sessions) {
        return perGroup(type, sessions.keySet(), sessions, (group, view) -> {
            Set<RoomId> rooms = new HashSet<>();
            for (int i = 0; i < sessions.getOrDefault(group, List.of()).size(); i++) {
                Room room = view.room(i);
                if (room != null && view.time(i) != null) {
                    rooms.add(room.id());
                }
            }
            return Math.max(0, rooms.size() - 1);
        });
    }

    /** Charges a group 1 for each of its sessions beyond the first on a day. */
    public static LocalRule oneADay(RuleType type, Map<GroupId, List<Session>> sessions) {
        return perGroup(type, sessions.keySet(), sessions, (group, view) -> {
            List<MeetingTime> times = times(group, view, sessions);
            Set<DayOfWeek> days = new HashSet<>();
            times.forEach(time -> days.add(time.weekday()));
            return (long) times.size() - days.size();
        });
    }

    private static List<MeetingTime> times(GroupId group, ScopeView view, Map<GroupId, List<Session>> sessions) {
        var times = new ArrayList<MeetingTime>();
        for (int i = 0; i < sessions.getOrDefault(group, List.of()).size(); i++) {
            MeetingTime time = view.time(i);
            if (time != null) {
                times.add(time);
            }
        }
        return times;
    }

    /** Charges 1 for each group with students beyond a number. */
    public static LocalRule atMostGroups(RuleType type, List<GroupId> groups, int most) {
        var scope = new Scope("groups", List.of(), groups, List.of());
        return LocalRule.local(type, List.of(scope), (all, view, charge) -> {
            int taken = 0;
            for (int group = 0; group < groups.size(); group++) {
                taken += view.groupSize(group) > 0 ? 1 : 0;
            }
            charge.add(Math.max(0, taken - most), most);
        });
    }
}
