package dk.grundskema.solver.check;

import dk.grundskema.domain.finding.RuleViolation;
import java.util.List;

/**
 * What a person breaks in the seats of a timetable.
 *
 * @param violations violations of core rules on the person's duties and on locks, and of plugins' rules
 * @param rests      work and rest of the person
 */
public record StaffingResult(List<RuleViolation> violations, StaffRestReport rests) {
    /** Copies the list. */
    public StaffingResult {
        violations = List.copyOf(violations);
    }
}
