package dk.grundskema.solver.engine;

import dk.grundskema.domain.problem.SessionLock;
import dk.grundskema.solver.engine.WhoCould.Difference;
import java.util.List;

/**
 * What a lock costs: how much better the plan would be if the best one of the things that it fixes were chosen otherwise, the rest as it stands.
 * Several things chosen otherwise at once may save more, which only a search finds.
 *
 * @param lock        the lock
 * @param hard        weighted cost of rules that can't be broken, 0 or more; of that choice compared with the plan as it stands, as all below
 * @param medium      weighted cost of guidelines; below 0 only where it is outweighed by {@code hard}
 * @param soft        weighted cost of wishes; below 0 only where it is outweighed by what is above it
 * @param differences what each rule charges more because of the lock, dearest first within each level; empty if no other choice is better
 */
public record LockCost(SessionLock lock, long hard, long medium, long soft, List<Difference> differences) {
    /** Copies the list. */
    public LockCost {
        differences = List.copyOf(differences);
    }
}
