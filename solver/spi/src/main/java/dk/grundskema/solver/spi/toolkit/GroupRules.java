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

    /** A group costs the difference between its members' greatest and least number; members without one ({@code null}) go with all. */
    public static LocalRule spread(
            RuleType type, Collection<GroupId> groups, BiFunction<GroupId, Student, @Nullable Integer> number) {
        return spread(type, groups, number, group -> 0);
    }

    /**
     * A group costs what the difference between its members' greatest and least number is beyond the group's limit.
     *
     * @param number what a member counts; {@code null} goes with all
     * @param limit  the difference that is free, 0 or more; {@code null} means that the group isn't judged
     */
    public static LocalRule spread(
            RuleType type,
            Collection<GroupId> groups,
            BiFunction<GroupId, Student, @Nullable Integer> number,
            Function<GroupId, @Nullable Integer> limit) {
        return perGroup(type, groups, Map.of(), (group, view) -> {
            int least = Integer.MAX_VALUE;
            int most = Integer.MIN_VALUE;
            for (int place = 0; place < view.size(0); place++) {
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
     * A group costs the points that those who lead lack to be so far ahead of each of the others.
     *
     * @param number what a member counts; somebody without ({@code null}) is neither ahead nor behind
     * @param leads  who is to be ahead
     * @param least  by how much at least; {@code null} means that the group isn't judged
     */
    public static LocalRule behind(
            RuleType type,
            Collection<GroupId> groups,
            BiFunction<GroupId, Student, @Nullable Integer> number,
            BiPredicate<GroupId, Student> leads,
            Function<GroupId, @Nullable Integer> least) {
        return perGroup(type, groups, Map.of(), (group, view) -> {
            Integer asked = least.apply(group);
            long lacking = 0;
            for (int place = 0; asked != null && place < view.size(0); place++) {
                Integer ahead = number.apply(group, view.student(0, place));
                for (int other = 0; ahead != null && other < view.size(0); other++) {
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
            times(group, view, sessions).forEach(time -> starts.add(time.start()));
            return Math.max(0, starts.size() - 1);
        });
    }

    /** A group costs 1 for each room beyond the first in which one of its sessions is held; a session without a room or time goes with all. */
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

    /** A group costs 1 for each of its sessions beyond a day's first. */
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
