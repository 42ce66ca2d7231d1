package dk.grundskema.solver.check;

import dk.grundskema.domain.finding.RuleViolation;
import java.util.List;

/**
 * What a plan and other plans break only together.
 *
 * @param violation the violation, which contains nothing about the other plans but the time
 * @param places    meetings of the checked plan in which it is; empty if it is in none
 */
public record CrossPlanViolation(RuleViolation violation, List<ViolationPlace> places) {
    /** Copies the list. */
    public CrossPlanViolation {
        places = List.copyOf(places);
    }

    /** Returns the rule only: arguments may name people. */
    @Override
    public String toString() {
        return violation.rule();
    }
}
