package dk.grundskema.solver.change;

import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.timetable.RuleResult;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Ranks plans after one change, the better first: conflicts, shortfalls, person-days, meetings, rooms, wishes. A conflict is a broken hard rule at one place.
 * A shortfall counts as what is lacking times the weight of its rule, as in the search: a module without any adult is as bad as two that lack one each.
 */
final class ChangeRanking implements Comparator<ChangedPlan> {
    private final Map<String, Long> weights;
    private final Comparator<ChangedPlan> ranks;

    /** @param results results of all rules of the search; violations of a rule that is not among them weigh 1 */
    ChangeRanking(List<RuleResult> results) {
        this.weights = results.stream().collect(Collectors.toMap(RuleResult::id, RuleResult::weight));
        this.ranks = Comparator.comparingLong(this::conflicts)
                .thenComparingLong(this::shortfall)
                .thenComparingInt(one -> one.difference().days().size())
                .thenComparingInt(one -> one.difference().dates().size())
                .thenComparingLong(one -> one.difference().countRooms())
                .thenComparingLong(ChangedPlan::wishCost);
    }

    @Override
    public int compare(ChangedPlan one, ChangedPlan other) {
        return ranks.compare(one, other);
    }

    /** Returns the number of broken hard rules, place by place. */
    long conflicts(ChangedPlan plan) {
        return violations(plan, Level.HARD).count();
    }

    /** Returns what broken medium rules lack, weighted. */
    long shortfall(ChangedPlan plan) {
        return violations(plan, Level.MEDIUM)
                .mapToLong(one -> one.amount() * weights.getOrDefault(one.rule(), 1L))
                .sum();
    }

    private static Stream<RuleViolation> violations(ChangedPlan plan, Level level) {
        return plan.violations().stream().filter(one -> one.level() == level);
    }
}
