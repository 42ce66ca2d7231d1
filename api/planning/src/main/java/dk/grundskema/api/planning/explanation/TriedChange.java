package dk.grundskema.api.planning.explanation;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.solver.change.RuleDifferenceCalculator;
import dk.grundskema.solver.change.SeatCandidates.RuleDifference;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Another time, room or group, tried while the rest of the plan stays as it is.
 *
 * @param value      the {@link dk.grundskema.domain.time.MeetingTime}, {@link dk.grundskema.domain.place.RoomId} or
 *     {@link dk.grundskema.domain.people.GroupId}
 * @param swapsWith  module with which the meeting swaps subjects; {@code null} means that there is no swap
 * @param broken     ids of the hard and medium rules that are broken more than now
 * @param mended     ids of the hard and medium rules that are broken less than now
 * @param wishes     weighted cost of the wishes compared with now, below 0 if they are met better
 * @param violations weighted cost of hard and medium rules compared with now
 */
public record TriedChange(
        Object value,
        @Nullable SessionId swapsWith,
        List<String> broken,
        List<String> mended,
        long wishes,
        Violations violations) {
    /** The best first: what mends most or breaks least, then the cheapest wishes. */
    static final Comparator<TriedChange> BEST_FIRST = Comparator.comparingLong(
                    (TriedChange change) -> change.violations().hard())
            .thenComparingLong(change -> change.violations().medium())
            .thenComparingLong(TriedChange::wishes);

    /**
     * Weighted costs, below 0 if less is broken than now.
     *
     * @param hard   of hard rules
     * @param medium of medium rules
     */
    public record Violations(long hard, long medium) {}

    /** Copies the lists. */
    public TriedChange {
        broken = List.copyOf(broken);
        mended = List.copyOf(mended);
    }

    static TriedChange of(Object value, @Nullable SessionId swapsWith, List<RuleDifference> differences) {
        return new TriedChange(
                value,
                swapsWith,
                Stream.of(Level.HARD, Level.MEDIUM)
                        .flatMap(level -> RuleDifferenceCalculator.brokenRules(differences, level).stream())
                        .toList(),
                differences.stream()
                        .filter(one -> one.level() != Level.SOFT && one.cost() < 0)
                        .map(RuleDifference::rule)
                        .toList(),
                RuleDifferenceCalculator.addedCost(differences, Level.SOFT),
                new Violations(cost(differences, Level.HARD), cost(differences, Level.MEDIUM)));
    }

    private static long cost(List<RuleDifference> differences, Level level) {
        return differences.stream()
                .filter(one -> one.level() == level)
                .mapToLong(RuleDifference::cost)
                .sum();
    }
}
