package dk.grundskema.domain.demand;

import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.WorkRules;
import java.util.List;
import java.util.Map;

/**
 * Everything that one intervention needs.
 *
 * @param sessions       what is to be held
 * @param seats          who is to be there
 * @param groupings      groups to be formed
 * @param neighbourhoods decisions that belong together
 * @param tasks          what is to be done on a date, without a time
 * @param work           working-time rules of people while they take part, where they differ from the problem's
 */
public record Demand(
        List<Session> sessions,
        List<Seat> seats,
        List<Grouping> groupings,
        List<Neighbourhood> neighbourhoods,
        List<Task> tasks,
        Map<StaffId, WorkRules> work) {
    /** Copies the collections. */
    public Demand {
        sessions = List.copyOf(sessions);
        seats = List.copyOf(seats);
        groupings = List.copyOf(groupings);
        neighbourhoods = List.copyOf(neighbourhoods);
        tasks = List.copyOf(tasks);
        work = Map.copyOf(work);
    }
}
