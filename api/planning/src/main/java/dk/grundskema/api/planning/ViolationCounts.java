package dk.grundskema.api.planning;

import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.timetable.RuleResult;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * What a search has counted so far, by its own rules. A finished plan is counted by {@link dk.grundskema.api.planning.status.PlanStatus}.
 *
 * @param conflicts      places where a hard rule is broken
 * @param missingAdults  meetings in which required seats are vacant
 * @param otherShortfalls other places where something is short
 * @param wishes         places where a soft rule with a weight is not met
 * @param wishCost       weighted penalties of the soft rules
 */
public record ViolationCounts(long conflicts, long missingAdults, long otherShortfalls, long wishes, long wishCost) {
    /** Returns the counts from the results of all rules. */
    public static ViolationCounts of(List<RuleResult> rules) {
        Predicate<RuleResult> missing = rule -> rule.id().equals("core.missing-adult");
        return new ViolationCounts(
                sum(rules, hasLevel(Level.HARD), RuleResult::count),
                sum(rules, missing, RuleResult::count),
                sum(rules, hasLevel(Level.MEDIUM).and(missing.negate()), RuleResult::count),
                sum(rules, hasLevel(Level.SOFT).and(rule -> rule.weight() > 0), RuleResult::count),
                sum(rules, hasLevel(Level.SOFT), rule -> rule.weight() * rule.penalty()));
    }

    /** Returns the counts as texts, one for each count; other shortfalls only if there are any. */
    public List<String> describe(Texts texts) {
        var parts = new ArrayList<String>();
        parts.add(texts.text("status.conflicts", conflicts));
        parts.add(texts.text("progress.missing-adults", missingAdults));
        if (otherShortfalls > 0) {
            parts.add(texts.text("status.other-shortfalls", otherShortfalls));
        }
        parts.add(texts.text("status.wishes", wishes, wishCost));
        return parts;
    }

    private static Predicate<RuleResult> hasLevel(Level level) {
        return rule -> rule.level() == level;
    }

    private static long sum(List<RuleResult> rules, Predicate<RuleResult> which, ToLongFunction<RuleResult> amount) {
        return rules.stream().filter(which).mapToLong(amount).sum();
    }
}
