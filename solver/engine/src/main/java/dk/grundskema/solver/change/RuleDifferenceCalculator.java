package dk.grundskema.solver.change;

import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.solver.change.SeatCandidates.RuleDifference;
import dk.grundskema.solver.explain.RuleMatch;
import dk.grundskema.solver.score.CompiledRules;
import dk.grundskema.solver.spi.RuleType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToLongFunction;

/** Computes the effect of a change on the rules, per rule and per violation. */
public final class RuleDifferenceCalculator {
    private static final Comparator<RuleDifference> DEAREST_FIRST = Comparator.comparing(RuleDifference::level)
            .thenComparing(Comparator.comparingLong(RuleDifference::cost).reversed())
            .thenComparing(RuleDifference::rule);

    private RuleDifferenceCalculator() {}

    /** Returns the rules whose penalty differs, rules with equal ids summed, the most expensive of each level first. */
    public static List<RuleDifference> of(CompiledRules rules, IntToLongFunction before, IntToLongFunction after) {
        Map<String, RuleDifference> all = new LinkedHashMap<>();
        add(rules, after, 1, all);
        add(rules, before, -1, all);
        return sortedByCost(all);
    }

    /** The same for two plans that were compiled separately. */
    public static List<RuleDifference> of(
            CompiledRules rulesBefore, IntToLongFunction before, CompiledRules rulesAfter, IntToLongFunction after) {
        Map<String, RuleDifference> all = new LinkedHashMap<>();
        add(rulesAfter, after, 1, all);
        add(rulesBefore, before, -1, all);
        return sortedByCost(all);
    }

    private static void add(CompiledRules rules, IntToLongFunction penalty, int sign, Map<String, RuleDifference> all) {
        for (int rule = 0; rule < rules.rules().size(); rule++) {
            long amount = sign * penalty.applyAsLong(rule);
            if (amount != 0) {
                RuleType type = rules.rules().get(rule).type();
                all.merge(
                        type.id(),
                        new RuleDifference(type.id(), type.level(), amount, amount * rules.weights()[rule]),
                        (a, b) ->
                                new RuleDifference(a.rule(), a.level(), a.amount() + b.amount(), a.cost() + b.cost()));
            }
        }
    }

    private static List<RuleDifference> sortedByCost(Map<String, RuleDifference> all) {
        return all.values().stream()
                .filter(one -> one.amount() != 0 || one.cost() != 0)
                .sorted(DEAREST_FIRST)
                .toList();
    }

    /** Returns the ids of rules of a level whose violations increase. */
    public static List<String> brokenRules(List<RuleDifference> differences, Level level) {
        return differences.stream()
                .filter(one -> one.level() == level && one.amount() > 0)
                .map(RuleDifference::rule)
                .toList();
    }

    /**
     * Returns the added cost of a level. For hard and medium rules, improvements are not set off against new
     * violations: an adult who is present again does not compensate for one who is missing elsewhere.
     */
    public static long addedCost(List<RuleDifference> differences, Level level) {
        return differences.stream()
                .filter(one -> one.level() == level && (level == Level.SOFT || one.cost() > 0))
                .mapToLong(RuleDifference::cost)
                .sum();
    }

    /**
     * Returns the violations of {@code in} that exceed those of {@code than}. Matches of the same rule with the same
     * arguments are one violation.
     */
    public static List<RuleViolation> additionalFaults(List<RuleMatch> than, List<RuleMatch> in) {
        Map<List<Object>, Long> amounts = new HashMap<>();
        than.forEach(match -> amounts.merge(placeKeyById(match), match.amount(), Long::sum));
        Map<List<Object>, RuleMatch> places = new LinkedHashMap<>();
        for (RuleMatch match : in) {
            places.merge(
                    placeKeyById(match),
                    match,
                    (a, b) -> new RuleMatch(a.rule(), a.type(), a.amount() + b.amount(), a.arguments()));
        }
        var faults = new ArrayList<RuleViolation>();
        places.forEach((place, match) -> {
            long more = match.amount() - amounts.getOrDefault(place, 0L);
            if (more > 0) {
                faults.add(new RuleViolation(match.type().id(), match.type().level(), more, match.arguments()));
            }
        });
        faults.sort(Comparator.comparing(RuleViolation::level).thenComparing(RuleViolation::rule));
        return List.copyOf(faults);
    }

    private static List<Object> placeKeyById(RuleMatch match) {
        return List.of(match.type().id(), match.place());
    }

    /** Returns the key of a violation within one plan: rule number and arguments. */
    public static List<Object> placeKey(RuleMatch match) {
        return List.of(match.rule(), match.place());
    }
}
