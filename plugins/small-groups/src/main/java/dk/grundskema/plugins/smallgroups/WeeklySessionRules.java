package dk.grundskema.plugins.smallgroups;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.solver.spi.LocalRule;
import dk.grundskema.solver.spi.RuleType;
import dk.grundskema.solver.spi.ScopeView;
import dk.grundskema.solver.spi.toolkit.GroupRules;
import dk.grundskema.solver.spi.toolkit.ScopeCounts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rules on how regular the week of a group is, with one scope per group. A group without students costs nothing. */
final class WeeklySessionRules {
    /** Calculates the cost of a group from the first sessions of its scope. */
    @FunctionalInterface
    private interface RegularityCost {
        long penalty(ScopeView view, int sessions);
    }

    private WeeklySessionRules() {}

    /**
     * Returns the sessions of a kind that sleep until a group has students, per group, in the demand's order.
     *
     * @param kind kind of the sessions
     * @return a list for each group with such a session
     */
    static Map<GroupId, List<Session>> sessionsByGroup(Demand demand, String kind) {
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

    /** Charges a group 1 for each starting time of day of its sessions beyond the first. */
    static LocalRule sameTimeOfDay(RuleType type, Map<GroupId, List<Session>> sessions) {
        return perGroup(type, sessions, (view, count) -> Math.max(0, ScopeCounts.startTimes(view, count) - 1));
    }

    /** Charges a group 1 for each room of its sessions beyond the first; sessions without a room or time are ignored. */
    static LocalRule sameRoom(RuleType type, Map<GroupId, List<Session>> sessions) {
        return perGroup(type, sessions, (view, count) -> Math.max(0, ScopeCounts.rooms(view, count) - 1));
    }

    /** Charges a group 1 for each of its sessions beyond the first on a day. */
    static LocalRule oneADay(RuleType type, Map<GroupId, List<Session>> sessions) {
        return perGroup(
                type,
                sessions,
                (view, count) -> ScopeCounts.scheduled(view, count) - ScopeCounts.weekdays(view, count));
    }

    private static LocalRule perGroup(RuleType type, Map<GroupId, List<Session>> sessions, RegularityCost cost) {
        return GroupRules.perGroup(
                type,
                sessions.keySet(),
                sessions,
                (group, view) -> cost.penalty(
                        view, sessions.getOrDefault(group, List.of()).size()));
    }
}
