package dk.grundskema.api.house;

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
public record Standing(long conflicts, long missingAdults, long otherShortfalls, long wishes) {
    /** How it stands by what each rule costs. */
    public static Standing of(List<RuleResult> rules) {
        Predicate<RuleResult> missing = id("core.missing-adult");
        return new Standing(
                sum(rules, level(Level.HARD), RuleResult::count),
                sum(rules, missing, RuleResult::count),
                sum(rules, level(Level.MEDIUM).and(missing.negate()), RuleResult::count),
                sum(rules, id("core.wishes"), RuleResult::count));
    }

    /** The same in words, each number by itself; other shortfalls only if there are some. */
    public List<String> words(Texts texts) {
        var parts = new ArrayList<String>();
        parts.add(texts.text("progress.conflicts", conflicts));
        parts.add(texts.text("progress.missing-adults", missingAdults));
        if (otherShortfalls > 0) {
            parts.add(texts.text("progress.other-shortfalls", otherShortfalls));
        }
        parts.add(texts.text("progress.wishes", wishes));
        return parts;
    }

    private static Predicate<RuleResult> level(Level level) {
        return rule -> rule.level() == level;
    }

    private static Predicate<RuleResult> id(String id) {
        return rule -> rule.id().equals(id);
    }

    private static long sum(List<RuleResult> rules, Predicate<RuleResult> which, ToLongFunction<RuleResult> amount) {
        return rules.stream().filter(which).mapToLong(amount).sum();
    }
}
