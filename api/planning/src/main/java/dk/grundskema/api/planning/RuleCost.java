package dk.grundskema.api.planning;

import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.timetable.RuleResult;
import java.util.Comparator;
import java.util.List;

/**
 * What a rule costs in a timetable.
 *
 * @param rule    id of the rule
 * @param name    name of the rule
 * @param level   how binding the rule is
 * @param penalty units of penalty
 * @param count   number of places where the rule is broken
 * @param cost    penalty times the weight of the rule; compares with other rules of the same level only
 */
public record RuleCost(String rule, String name, Level level, long penalty, int count, long cost) {
    private static final Comparator<RuleCost> DEAREST_FIRST = Comparator.comparing(RuleCost::level)
            .thenComparing(RuleCost::cost, Comparator.reverseOrder())
            .thenComparing(RuleCost::rule);

    /**
     * Returns the rules that cost something, most binding first, then dearest first.
     *
     * @param rules results of rules
     * @param texts texts with the names of rules
     */
    public static List<RuleCost> of(List<RuleResult> rules, Texts texts) {
        return rules.stream()
                .filter(rule -> rule.weight() * rule.penalty() > 0)
                .map(rule -> new RuleCost(
                        rule.id(),
                        nameOf(texts, rule.id()),
                        rule.level(),
                        rule.penalty(),
                        rule.count(),
                        rule.weight() * rule.penalty()))
                .sorted(DEAREST_FIRST)
                .toList();
    }

    /** Returns the soft rules only, of which the cost of unmet wishes is the sum, dearest first. */
    public static List<RuleCost> wishes(List<RuleCost> costs) {
        return costs.stream().filter(one -> one.level() == Level.SOFT).toList();
    }

    private static String nameOf(Texts texts, String rule) {
        String key = "rule." + rule + ".name";
        return texts.has(key) ? texts.text(key) : rule;
    }
}
