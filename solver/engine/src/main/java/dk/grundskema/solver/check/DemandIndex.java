package dk.grundskema.solver.check;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.ExclusiveSessions;
import dk.grundskema.domain.demand.Grouping;
import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.demand.Task;
import dk.grundskema.domain.demand.TaskId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.domain.timetable.Meeting;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The combined demand of all interventions of a problem, indexed by session.
 *
 * @param sessions  sessions by id, in the order of the demands
 * @param seats     seats of each session, in order of their positions; sessions without seats have no entry
 * @param groupings groups to be formed
 * @param work      working-time rules by person, where interventions set them: the strictest combination
 * @param tasks     tasks by id
 * @param exclusions sessions that exclude each other
 */
record DemandIndex(
        Map<SessionId, Session> sessions,
        Map<SessionId, List<Seat>> seats,
        List<Grouping> groupings,
        Map<StaffId, WorkRules> work,
        Map<TaskId, Task> tasks,
        List<ExclusiveSessions> exclusions) {

    static DemandIndex of(Collection<Demand> demands) {
        var sessions = new LinkedHashMap<SessionId, Session>();
        var seats = new HashMap<SessionId, List<Seat>>();
        var groupings = new ArrayList<Grouping>();
        var work = new HashMap<StaffId, WorkRules>();
        var tasks = new LinkedHashMap<TaskId, Task>();
        for (Demand demand : demands) {
            demand.sessions().forEach(session -> sessions.put(session.id(), session));
            for (Seat seat : demand.seats()) {
                seat.sessions()
                        .forEach(session -> seats.computeIfAbsent(session, any -> new ArrayList<>())
                                .add(seat));
            }
            groupings.addAll(demand.groupings());
            demand.work().forEach((person, rules) -> work.merge(person, rules, StrictestWorkRules::of));
            demand.tasks().forEach(task -> tasks.put(task.taskId(), task));
        }
        seats.values().forEach(some -> some.sort(Comparator.comparingInt(Seat::position)));
        return new DemandIndex(
                sessions,
                seats,
                groupings,
                work,
                tasks,
                demands.stream().flatMap(demand -> demand.exclusions().stream()).toList());
    }

    /** Returns the seats of a session, in order of their positions. */
    List<Seat> seatsOf(SessionId session) {
        return seats.getOrDefault(session, List.of());
    }

    /** Returns the session of a meeting, or the session that the meeting is a part of; {@code null} if it is not demanded. */
    @Nullable
    Session sessionOf(Meeting meeting) {
        Session whole = sessions.get(meeting.sessionId());
        SessionId origin = meeting.originId();
        return whole == null && origin != null ? sessions.get(origin) : whole;
    }
}
