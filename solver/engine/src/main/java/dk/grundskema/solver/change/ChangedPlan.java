package dk.grundskema.solver.change;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.timetable.RuleResult;
import dk.grundskema.domain.timetable.Timetable;
import java.util.List;

/**
 * A plan after a change.
 *
 * @param timetable  the plan: what began before the change is as it was
 * @param wishes     cost of each soft rule in the weeks to come, without the cost of changes
 * @param violations broken hard and medium rules of the whole plan, past included, as if the sessions of {@code begunLate} had been held without
 *     staff in the weeks that are over
 * @param difference how much differs from the plan in use
 * @param begunLate  sessions that the change asks for in weeks that are over, too; they are held in the weeks to come only
 * @param isLeast    whether it is proved that no plan without further violations changes fewer days of other people; false if that is not known
 */
public record ChangedPlan(
        Timetable timetable,
        List<RuleResult> wishes,
        List<RuleViolation> violations,
        PlanDifference difference,
        List<SessionId> begunLate,
        boolean isLeast) {
    /** Copies the lists. */
    public ChangedPlan {
        wishes = List.copyOf(wishes);
        violations = List.copyOf(violations);
        begunLate = List.copyOf(begunLate);
    }

    ChangedPlan provedLeast() {
        return new ChangedPlan(timetable, wishes, violations, difference, begunLate, true);
    }

    /** Returns the weighted cost in wishes, 0 or more. */
    public long wishCost() {
        return wishes.stream().mapToLong(one -> one.weight() * one.penalty()).sum();
    }
}
