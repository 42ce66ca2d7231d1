package dk.grundskema.solver.engine;

import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.problem.SeatLock;
import dk.grundskema.domain.problem.SessionLock;
import dk.grundskema.solver.engine.WhoCould.Difference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds for locks what other choice would be best, of all that the workbench knows. */
final class LockCosts {
    private static final Comparator<LockCost> DEAREST = Comparator.comparingLong(LockCost::hard)
            .thenComparingLong(LockCost::medium)
            .thenComparingLong(LockCost::soft);

    private final Choices choices;

    LockCosts(Choices choices) {
        this.choices = choices;
    }

    LockCost of(SessionLock lock) {
        var others = new ArrayList<List<Difference>>();
        if (lock.time() != null || lock.subject() != null) {
            choices.targets(lock.sessionId()).forEach(one -> others.add(one.differences()));
        }
        if (lock.roomId() != null) {
            choices.rooms(lock.sessionId()).forEach(one -> others.add(one.differences()));
        }
        for (SeatLock seat : lock.seats()) {
            choices.candidates(lock.sessionId(), seat.position())
                    .ifPresent(all -> all.candidates().forEach(one -> others.add(one.differences())));
        }
        var none = new LockCost(lock, 0, 0, 0, List.of());
        return others.stream()
                .map(differences -> cost(lock, differences))
                .filter(one -> DEAREST.compare(one, none) > 0)
                .max(DEAREST)
                .orElse(none);
    }

    /** What staying costs, compared with going. */
    private static LockCost cost(SessionLock lock, List<Difference> going) {
        List<Difference> staying = going.stream()
                .map(one -> new Difference(one.rule(), one.level(), -one.amount(), -one.cost()))
                .sorted(Comparator.comparing(Difference::level)
                        .thenComparing(
                                Comparator.comparingLong(Difference::cost).reversed())
                        .thenComparing(Difference::rule))
                .toList();
        return new LockCost(
                lock, sum(staying, Level.HARD), sum(staying, Level.MEDIUM), sum(staying, Level.SOFT), staying);
    }

    private static long sum(List<Difference> differences, Level level) {
        return differences.stream()
                .filter(one -> one.level() == level)
                .mapToLong(Difference::cost)
                .sum();
    }
}
