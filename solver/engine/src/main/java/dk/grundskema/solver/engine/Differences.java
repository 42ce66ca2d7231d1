package dk.grundskema.solver.engine;

import dk.grundskema.domain.finding.Fault;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.solver.engine.WhoCould.Candidate;
import dk.grundskema.solver.engine.WhoCould.Difference;
import dk.grundskema.solver.explain.Match;
import dk.grundskema.solver.score.CompiledRules;
import dk.grundskema.solver.spi.RuleType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToLongFunction;

/** What rules make of a change: rule by rule, and place by place. */
final class Differences {
    /** Fewest new shortfalls first, then the cheapest in wishes. */
    static final Comparator<Candidate> BEST_FIRST = Comparator.comparingLong(Candidate::medium)
            .thenComparingLong(Candidate::soft)
            .thenComparing(Candidate::staffId);

    private static final Comparator<Difference> DEAREST_FIRST = Comparator.comparing(Difference::level)
            .thenComparing(Comparator.comparingLong(Difference::cost).reversed())
            .thenComparing(Difference::rule);

    private Differences() {}

    /** Rules that see a difference, those of equal id as one, the dearest of each level first. */
    static List<Difference> of(CompiledRules rules, IntToLongFunction before, IntToLongFunction after) {
        Map<String, Difference> all = new LinkedHashMap<>();
        add(rules, after, 1, all);
        add(rules, before, -1, all);
        return sorted(all);
    }

    /** The same where before and after were compiled apart. */
    static List<Difference> of(
            CompiledRules rulesBefore, IntToLongFunction before, CompiledRules rulesAfter, IntToLongFunction after) {
        Map<String, Difference> all = new LinkedHashMap<>();
        add(rulesAfter, after, 1, all);
        add(rulesBefore, before, -1, all);
        return sorted(all);
    }

    private static void add(CompiledRules rules, IntToLongFunction penalty, int sign, Map<String, Difference> all) {
        for (int rule = 0; rule < rules.rules().size(); rule++) {
            long amount = sign * penalty.applyAsLong(rule);
            if (amount != 0) {
                RuleType type = rules.rules().get(rule).type();
                all.merge(
                        type.id(),
                        new Difference(type.id(), type.level(), amount, amount * rules.weights()[rule]),
                        (a, b) -> new Difference(a.rule(), a.level(), a.amount() + b.amount(), a.cost() + b.cost()));
            }
        }
    }

    private static List<Difference> sorted(Map<String, Difference> all) {
        return all.values().stream()
                .filter(one -> one.amount() != 0 || one.cost() != 0)
                .sorted(DEAREST_FIRST)
                .toList();
    }

    /** Rules of a level of which more is broken. */
    static List<String> broken(List<Difference> differences, Level level) {
        return differences.stream()
                .filter(one -> one.level() == level && one.amount() > 0)
                .map(Difference::rule)
                .toList();
    }

    /** What gets worse; a guideline that is met again, such as that an adult is there, makes up for none that isn't. */
    static long cost(List<Difference> differences, Level level) {
        return differences.stream()
                .filter(one -> one.level() == level && (level == Level.SOFT || one.cost() > 0))
                .mapToLong(Difference::cost)
                .sum();
    }

    /** Places where rules charge more in one list than in another; the same rule and arguments are one place. */
    static List<Fault> more(List<Match> than, List<Match> in) {
        Map<List<Object>, Long> amounts = new HashMap<>();
        than.forEach(match -> amounts.merge(byId(match), match.amount(), Long::sum));
        Map<List<Object>, Match> places = new LinkedHashMap<>();
        for (Match match : in) {
            places.merge(
                    byId(match),
                    match,
                    (a, b) -> new Match(a.rule(), a.type(), a.amount() + b.amount(), a.arguments()));
        }
        var faults = new ArrayList<Fault>();
        places.forEach((place, match) -> {
            long more = match.amount() - amounts.getOrDefault(place, 0L);
            if (more > 0) {
                faults.add(new Fault(match.type().id(), match.type().level(), more, match.arguments()));
            }
        });
        faults.sort(Comparator.comparing(Fault::level).thenComparing(Fault::rule));
        return List.copyOf(faults);
    }

    private static List<Object> byId(Match match) {
        return List.of(match.type().id(), match.arguments());
    }

    /** A place of one rule of a plan. */
    static List<Object> place(Match match) {
        return List.of(match.rule(), match.arguments());
    }
}
