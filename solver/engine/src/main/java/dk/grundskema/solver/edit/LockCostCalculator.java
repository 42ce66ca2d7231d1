package dk.grundskema.solver.edit;

import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.problem.SeatLock;
import dk.grundskema.domain.problem.SessionLock;
import dk.grundskema.solver.change.SeatCandidates.RuleDifference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Computes the cost of a lock by comparing the plan with the best alternative that the workbench finds. */
final class LockCostCalculator {
    private static final Comparator<LockCost> DEAREST = Comparator.comparingLong(LockCost::hard)
            .thenComparingLong(LockCost::medium)
            .thenComparingLong(LockCost::soft);

    private final AlternativeFinder choices;

    LockCostCalculator(AlternativeFinder choices) {
        this.choices = choices;
    }

    LockCost calculate(SessionLock lock) {
        var others = new ArrayList<List<RuleDifference>>();
        if (lock.time() != null || lock.subject() != null) {
            choices.findTargets(lock.sessionId()).forEach(one -> others.add(one.differences()));
        }
        if (lock.roomId() != null) {
            choices.findRoomChoices(lock.sessionId()).forEach(one -> others.add(one.differences()));
        }
        for (SeatLock seat : lock.seats()) {
            choices.findSeatChoices(lock.sessionId(), seat.position())
                    .ifPresent(all -> all.candidates().forEach(one -> others.add(one.differences())));
        }
        var none = new LockCost(lock, 0, 0, 0, List.of());
        return others.stream()
                .map(differences -> costOfStaying(lock, differences))
                .filter(one -> DEAREST.compare(one, none) > 0)
                .max(DEAREST)
                .orElse(none);
    }

    /** Returns the cost of the locked value compared with an alternative. */
    private static LockCost costOfStaying(SessionLock lock, List<RuleDifference> going) {
        List<RuleDifference> staying = going.stream()
                .map(one -> new RuleDifference(one.rule(), one.level(), -one.amount(), -one.cost()))
                .sorted(Comparator.comparing(RuleDifference::level)
                        .thenComparing(
                                Comparator.comparingLong(RuleDifference::cost).reversed())
                        .thenComparing(RuleDifference::rule))
                .toList();
        return new LockCost(
                lock, sum(staying, Level.HARD), sum(staying, Level.MEDIUM), sum(staying, Level.SOFT), staying);
    }

    private static long sum(List<RuleDifference> differences, Level level) {
        return differences.stream()
                .filter(one -> one.level() == level)
                .mapToLong(RuleDifference::cost)
                .sum();
    }
}
