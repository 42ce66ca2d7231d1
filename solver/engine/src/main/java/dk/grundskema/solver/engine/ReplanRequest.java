package dk.grundskema.solver.engine;

import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import java.time.LocalDateTime;
import java.util.List;

/**
 * People are away who are in a plan that is in use.
 *
 * @param problem   what was planned; validated without an error
 * @param timetable the plan in use
 * @param absences  who is away when
 * @param now       on the wall clock of the problem's zone; what began before it is a fact
 */
public record ReplanRequest(Problem problem, Timetable timetable, List<Absence> absences, LocalDateTime now) {
    /** Copies the list. */
    public ReplanRequest {
        absences = List.copyOf(absences);
    }
}
