package dk.grundskema.solver.change;

import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.RuleViolation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How much each rule is broken in a plan. Conflicts, and shortfalls of the rules of the core, are compared place by place. Shortfalls of the rules of an
 * intervention are compared in total: their places are weeks that are alike, and a meeting that moves divides these.
 */
final class RuleAmounts {
    private static final String CORE = "core.";

    private final Map<List<Object>, Long> byPlace = new HashMap<>();
    private final Map<String, Long> byRule;

    RuleAmounts(List<RuleViolation> violations) {
        for (RuleViolation one : violations) {
            boolean hasOwnPlace = one.level() == Level.HARD || one.rule().startsWith(CORE);
            byPlace.merge(
                    hasOwnPlace ? List.of(one.rule(), one.place()) : List.of(one.rule()), one.amount(), Long::sum);
        }
        this.byRule = violations.stream()
                .collect(Collectors.groupingBy(RuleViolation::rule, Collectors.summingLong(RuleViolation::amount)));
    }

    /** Returns whether no rule is broken more than in another plan. */
    boolean isAtMost(RuleAmounts other) {
        return byPlace.entrySet().stream()
                .allMatch(one -> one.getValue() <= other.byPlace.getOrDefault(one.getKey(), 0L));
    }

    /** Returns by how much less some rules are broken than in another plan, in total; negative if they are broken more. */
    long gain(RuleAmounts other, Set<String> rules) {
        return rules.stream()
                .mapToLong(rule -> other.amount(rule) - amount(rule))
                .sum();
    }

    /** Returns the rules that are broken more than in another plan, in total. */
    Set<String> rulesBrokenMoreThan(RuleAmounts other) {
        return byRule.entrySet().stream()
                .filter(one -> one.getValue() > other.amount(one.getKey()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private long amount(String rule) {
        return byRule.getOrDefault(rule, 0L);
    }
}
