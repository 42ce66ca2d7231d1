package dk.grundskema.plugins.smallgroups;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.solver.spi.LocalRule;
import dk.grundskema.solver.spi.RuleType;
import dk.grundskema.solver.spi.ScopeView;
import dk.grundskema.solver.spi.toolkit.GroupRules;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rules on how regular the week of a group is, with one scope per group. A group without students costs nothing. */
final class WeeklySessionRules {
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
        return GroupRules.perGroup(type, sessions.keySet(), sessions, (group, view) -> {
            Set<LocalTime> starts = new HashSet<>();
            times(group, view, sessions).forEach(time -> starts.add(time.start()));
            return Math.max(0, starts.size() - 1);
        });
    }

    /** Charges a group 1 for each room of its sessions beyond the first; sessions without a room or time are ignored. */
    static LocalRule sameRoom(RuleType type, Map<GroupId, List<Session>> sessions) {
        return GroupRules.perGroup(type, sessions.keySet(), sessions, (group, view) -> {
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
    static LocalRule oneADay(RuleType type, Map<GroupId, List<Session>> sessions) {
        return GroupRules.perGroup(type, sessions.keySet(), sessions, (group, view) -> {
            int days = 0;
            long more = 0;
            for (int i = 0; i < sessions.getOrDefault(group, List.of()).size(); i++) {
                MeetingTime time = view.time(i);
                int day = time == null ? 0 : 1 << time.weekday().getValue();
                more += (days & day) != 0 ? 1 : 0;
                days |= day;
            }
            return more;
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
}
