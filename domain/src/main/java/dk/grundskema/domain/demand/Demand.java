package dk.grundskema.domain.demand;

import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.WorkRules;
import java.util.List;
import java.util.Map;

/**
 * The demand of one intervention. It is the only data that the solver receives from a plugin, besides the rules. Decisions are left open in it as
 * choices: the times and rooms of a session, the hosts of a guest, the candidates of a seat, the group of each student of a grouping.
 *
 * @param sessions       sessions to hold
 * @param seats          seats of the sessions
 * @param groupings      groups to be formed
 * @param neighbourhoods decisions that belong together
 * @param tasks          tasks on a date, without a time
 * @param work           working-time rules of people while they take part, where they differ from the problem's
 * @param exclusions     sessions that exclude each other
 */
public record Demand(
        List<Session> sessions,
        List<Seat> seats,
        List<Grouping> groupings,
        List<Neighbourhood> neighbourhoods,
        List<Task> tasks,
        Map<StaffId, WorkRules> work,
        List<ExclusiveSessions> exclusions) {
    /** Copies the collections. */
    public Demand {
        sessions = List.copyOf(sessions);
        seats = List.copyOf(seats);
        groupings = List.copyOf(groupings);
        neighbourhoods = List.copyOf(neighbourhoods);
        tasks = List.copyOf(tasks);
        work = Map.copyOf(work);
        exclusions = List.copyOf(exclusions);
    }

    /** Creates a demand of sessions that do not exclude each other. */
    public Demand(
            List<Session> sessions,
            List<Seat> seats,
            List<Grouping> groupings,
            List<Neighbourhood> neighbourhoods,
            List<Task> tasks,
            Map<StaffId, WorkRules> work) {
        this(sessions, seats, groupings, neighbourhoods, tasks, work, List.of());
    }
}
