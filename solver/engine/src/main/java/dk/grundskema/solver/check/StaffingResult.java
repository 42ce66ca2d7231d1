package dk.grundskema.solver.check;

import dk.grundskema.domain.finding.RuleViolation;
import java.util.List;

/**
 * What the people in the seats of a timetable break.
 *
 * @param violations violations of the rules that depend on who takes seats
 * @param rests      work and rest of one person
 */
public record StaffingResult(List<RuleViolation> violations, StaffRestReport rests) {
    /** Copies the list. */
    public StaffingResult {
        violations = List.copyOf(violations);
    }
}
