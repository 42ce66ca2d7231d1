package dk.grundskema.solver.change;

import dk.grundskema.domain.fidelity.AcceptedShortfall.Place;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.RuleViolation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a plan in use lacks before a change, which is not the business of the change. Conflicts are compared place by place; shortfalls by the people and things they concern, since a
 * meeting that moves divides the weeks that are alike.
 */
final class LackBefore {
    private final Map<List<Object>, Long> before;

    /** @param violations violations of the plan in use */
    LackBefore(List<RuleViolation> violations) {
        this.before = amounts(violations);
    }

    private static Map<List<Object>, Long> amounts(List<RuleViolation> violations) {
        Map<List<Object>, Long> amounts = new HashMap<>();
        for (RuleViolation one : violations) {
            Object place =
                    one.level() == Level.HARD ? one.place() : Place.of(one).subject();
            amounts.merge(List.of(one.rule(), place), one.amount(), Long::sum);
        }
        return amounts;
    }

    /** Returns whether a plan after the change, found by a search, lacks less somewhere than before. */
    boolean isMendedBy(List<RuleViolation> found) {
        Map<List<Object>, Long> after = amounts(found);
        return before.entrySet().stream().anyMatch(one -> after.getOrDefault(one.getKey(), 0L) < one.getValue());
    }

    /** Returns whether a plan lacks nowhere more than both the plan before the change and the one that a search found. */
    boolean isNoWorse(List<RuleViolation> plan, List<RuleViolation> found) {
        Map<List<Object>, Long> after = amounts(found);
        return amounts(plan).entrySet().stream()
                .allMatch(one -> one.getValue()
                        <= Math.max(before.getOrDefault(one.getKey(), 0L), after.getOrDefault(one.getKey(), 0L)));
    }
}
