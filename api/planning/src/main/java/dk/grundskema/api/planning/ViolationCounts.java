package dk.grundskema.api.planning;

import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.timetable.RuleResult;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * How a plan stands, in the few numbers that people look at.
 *
 * @param conflicts       places where a hard rule is broken
 * @param missingAdults   seats that nobody fills
 * @param otherShortfalls other places where something is short
 * @param wishes          wishes that aren't met
 */
public record ViolationCounts(long conflicts, long missingAdults, long otherShortfalls, long wishes) {
    /** Returns the counts from the results of all rules. */
    public static ViolationCounts of(List<RuleResult> rules) {
        Predicate<RuleResult> missing = hasId("core.missing-adult");
        return new ViolationCounts(
                sum(rules, hasLevel(Level.HARD), RuleResult::count),
                sum(rules, missing, RuleResult::count),
                sum(rules, hasLevel(Level.MEDIUM).and(missing.negate()), RuleResult::count),
                sum(rules, hasId("core.wishes"), RuleResult::count));
    }

    /** Returns the counts as texts, one for each count; other shortfalls only if there are any. */
    public List<String> describe(Texts texts) {
        var parts = new ArrayList<String>();
        parts.add(texts.text("progress.conflicts", conflicts));
        parts.add(texts.text("progress.missing-adults", missingAdults));
        if (otherShortfalls > 0) {
            parts.add(texts.text("progress.other-shortfalls", otherShortfalls));
        }
        parts.add(texts.text("progress.wishes", wishes));
        return parts;
    }

    private static Predicate<RuleResult> hasLevel(Level level) {
        return rule -> rule.level() == level;
    }

    private static Predicate<RuleResult> hasId(String id) {
        return rule -> rule.id().equals(id);
    }

    private static long sum(List<RuleResult> rules, Predicate<RuleResult> which, ToLongFunction<RuleResult> amount) {
        return rules.stream().filter(which).mapToLong(amount).sum();
    }
}
