package dk.grundskema.solver.rules;

import dk.grundskema.domain.demand.Grouping;
import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.demand.Task;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.spi.Membership;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the core's rules are about.
 *
 * @param problem     the problem
 * @param sessions    sessions of all interventions
 * @param seats       their seats, and those that locks add
 * @param asked       how many seats each session asks for; a session that isn't named asks for none
 * @param groupings   groups to be formed
 * @param memberships who is to join one
 * @param tasks       what is to be done on a date, of all interventions
 * @param work        working-time rules that apply to each staff member
 * @param offers      what each intervention gives; one that isn't named gives no support
 * @param reference   earlier timetable to stay close to; {@code null} means none
 */
public record Brief(
        Problem problem,
        List<Session> sessions,
        List<Seat> seats,
        Map<SessionId, Integer> asked,
        List<Grouping> groupings,
        List<Membership> memberships,
        List<Task> tasks,
        Map<StaffId, WorkRules> work,
        Map<InterventionId, Offer> offers,
        @Nullable Timetable reference) {
    /** Copies the collections. */
    public Brief {
        sessions = List.copyOf(sessions);
        seats = List.copyOf(seats);
        asked = Map.copyOf(asked);
        groupings = List.copyOf(groupings);
        memberships = List.copyOf(memberships);
        tasks = List.copyOf(tasks);
        work = Map.copyOf(work);
        offers = Map.copyOf(offers);
    }
}
