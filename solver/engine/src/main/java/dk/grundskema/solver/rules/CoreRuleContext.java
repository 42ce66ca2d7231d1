package dk.grundskema.solver.rules;

import dk.grundskema.domain.demand.ExclusiveSessions;
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
 * The input of the core rules.
 *
 * @param problem the problem
 * @param sessions sessions of all interventions
 * @param seats their seats, and the seats that locks add
 * @param asked number of demanded seats per session; a session without an entry demands none
 * @param groupings groups to be formed
 * @param memberships memberships of students in these groupings
 * @param weeks weeks of these memberships, and of earlier ones
 * @param tasks dated tasks of all interventions
 * @param exclusions sessions of all interventions that exclude each other
 * @param work working-time rules that apply to each staff member
 * @param offers support offer of each intervention; one without an entry gives no support
 * @param reference earlier timetable to stay close to; {@code null} means none
 */
public record CoreRuleContext(
        Problem problem,
        List<Session> sessions,
        List<Seat> seats,
        Map<SessionId, Integer> asked,
        List<Grouping> groupings,
        List<Membership> memberships,
        MembershipWeeks weeks,
        List<Task> tasks,
        List<ExclusiveSessions> exclusions,
        Map<StaffId, WorkRules> work,
        Map<InterventionId, SupportOffer> offers,
        @Nullable Timetable reference) {
    /** Copies the collections. */
    public CoreRuleContext {
        sessions = List.copyOf(sessions);
        seats = List.copyOf(seats);
        asked = Map.copyOf(asked);
        groupings = List.copyOf(groupings);
        memberships = List.copyOf(memberships);
        tasks = List.copyOf(tasks);
        exclusions = List.copyOf(exclusions);
        work = Map.copyOf(work);
        offers = Map.copyOf(offers);
    }
}
