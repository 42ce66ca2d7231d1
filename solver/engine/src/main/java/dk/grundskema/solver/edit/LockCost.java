package dk.grundskema.solver.edit;

import dk.grundskema.domain.problem.SessionLock;
import dk.grundskema.solver.change.SeatCandidates.RuleDifference;
import java.util.List;

/**
 * The cost of a lock: how much the plan would improve if the best single one of the locked values were changed and
 * everything else stayed. Changing several values at once may save more, which only a search finds.
 *
 * @param lock the lock
 * @param hard weighted cost of hard rules, 0 or more; like the costs below, the difference between the plan and that
 * alternative
 * @param medium weighted cost of medium rules; below 0 only if {@code hard} outweighs it
 * @param soft weighted cost of soft rules; below 0 only if {@code hard} or {@code medium} outweighs it
 * @param differences what each rule charges more because of the lock, the most expensive first within each level; empty
 * if no alternative is better
 */
public record LockCost(SessionLock lock, long hard, long medium, long soft, List<RuleDifference> differences) {
    /** Copies the list. */
    public LockCost {
        differences = List.copyOf(differences);
    }
}
