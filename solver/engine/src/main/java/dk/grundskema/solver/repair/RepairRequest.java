package dk.grundskema.solver.repair;

import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import java.time.LocalDateTime;
import java.util.List;

/**
 * A request to repair a plan in use because staff are absent.
 *
 * @param problem the planned problem; validated without an error
 * @param timetable the plan in use
 * @param absences the absences
 * @param now the current local time in the problem's zone; everything that began before it is fixed
 */
public record RepairRequest(Problem problem, Timetable timetable, List<Absence> absences, LocalDateTime now) {
    /** Copies the list. */
    public RepairRequest {
        absences = List.copyOf(absences);
    }
}
