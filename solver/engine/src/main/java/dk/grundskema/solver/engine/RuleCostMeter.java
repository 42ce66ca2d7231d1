package dk.grundskema.solver.engine;

import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.mapping.BlueprintBuilder;
import dk.grundskema.solver.model.SearchContext;
import dk.grundskema.solver.moves.OpenDecisionIndex;
import dk.grundskema.solver.registry.PluginRegistry;
import dk.grundskema.solver.rules.MembershipWeeks;
import dk.grundskema.solver.score.CompiledRules;
import dk.grundskema.solver.spi.LocalRule;
import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.RuleType;
import dk.grundskema.solver.spi.SumRule;
import dk.grundskema.solver.spi.TimelineRule;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Measures how long the cost functions of rules take while a search runs. Reading the clock takes about 50 ns of each call. */
public final class RuleCostMeter {
    /**
     * What the cost functions of a rule take.
     *
     * @param type  the rule
     * @param calls number of calls
     * @param nanos time of all calls together, in nanoseconds, with reading the clock
     */
    public record RuleCost(RuleType type, long calls, long nanos) {}

    /**
     * What all rules take.
     *
     * @param moves number of moves tried; 0 if the problem leaves nothing to decide
     * @param nanos time of the search, in nanoseconds
     * @param costs each rule that was called, the one that takes most time first
     */
    public record Measurement(long moves, long nanos, List<RuleCost> costs) {
        /** Copies the list. */
        public Measurement {
            costs = List.copyOf(costs);
        }
    }

    private static final class Clock {
        private final RuleType type;
        private long calls;
        private long nanos;

        Clock(RuleType type) {
            this.type = type;
        }

        void add(long startedAt) {
            calls++;
            nanos += System.nanoTime() - startedAt;
        }

        void reset() {
            calls = 0;
            nanos = 0;
        }

        RuleCost cost() {
            return new RuleCost(type, calls, nanos);
        }
    }

    private final Map<String, Clock> clocks = new LinkedHashMap<>();

    private RuleCostMeter() {}

    /**
     * Searches on the calling thread, first without measuring until the rules are compiled by the virtual machine.
     *
     * @param problem a problem that validates without an error
     * @param moves   number of moves that are measured, and number of those before
     * @param seed    seed of the search
     */
    public static Measurement measure(PluginRegistry plugins, Problem problem, long moves, long seed) {
        return new RuleCostMeter().measureSearch(plugins, problem, moves, seed);
    }

    private Measurement measureSearch(PluginRegistry plugins, Problem problem, long moves, long seed) {
        var blueprint = BlueprintBuilder.build(problem, PreparedPlan.demands(plugins, problem));
        PreparedPlan plain =
                PreparedPlan.of(plugins, blueprint, MembershipWeeks.inNewPlan(blueprint.problem()), null, this::timed);
        var prepared = new PreparedPlan(blueprint, timedSums(plain.rules()));
        var openDecisions = new OpenDecisionIndex(blueprint, Set.of(), ClashGraphBuilder.build(prepared.rules()));
        if (!openDecisions.hasMoves()) {
            return new Measurement(0, 0, List.of());
        }
        var context = new SearchContext(blueprint, prepared.rules(), openDecisions);
        int[] start = new ConstructionHeuristic(prepared.rules(), openDecisions, seed, () -> false)
                .construct(blueprint.decisions().startValues());
        int[] better = search(context, start, moves, seed);
        clocks.values().forEach(Clock::reset);
        long startedAt = System.nanoTime();
        search(context, better, moves, seed + 1);
        return new Measurement(
                moves,
                System.nanoTime() - startedAt,
                clocks.values().stream()
                        .map(Clock::cost)
                        .filter(cost -> cost.calls() > 0)
                        .sorted(Comparator.comparingLong(RuleCost::nanos).reversed())
                        .toList());
    }

    private static int[] search(SearchContext context, int[] from, long moves, long seed) {
        return new SearchLeg(
                        context,
                        seed,
                        moves,
                        System.nanoTime(),
                        null,
                        CoolingSchedule.Heat.LOW,
                        false,
                        false,
                        HardMediumSoftLongScore.of(1, 0, 0), // never reached, so that all moves are tried
                        (values, score) -> {},
                        tried -> {},
                        () -> false)
                .search(from, () -> false);
    }

    private Clock clock(RuleType type) {
        return clocks.computeIfAbsent(type.id(), id -> new Clock(type));
    }

    private Rule timed(Rule rule) {
        Clock clock = clock(rule.type());
        return switch (rule) {
            case LocalRule local -> {
                LocalRule.Cost cost = local.cost();
                yield local.withCost((scope, view, charge) -> {
                    long startedAt = System.nanoTime();
                    cost.charge(scope, view, charge);
                    clock.add(startedAt);
                });
            }
            case TimelineRule line -> {
                TimelineRule.Cost cost = line.cost();
                yield line.withCost((duties, charge) -> {
                    long startedAt = System.nanoTime();
                    cost.charge(duties, charge);
                    clock.add(startedAt);
                });
            }
            case SumRule sum -> sum; // see timedSums
        };
    }

    private CompiledRules timedSums(CompiledRules rules) {
        CompiledRules.Sums sums = rules.sums();
        var costs = new SumRule.Cost[sums.costs().length];
        for (int row = 0; row < costs.length; row++) {
            Clock clock = clock(rules.rules().get(sums.rules()[row]).type());
            SumRule.Cost cost = sums.costs()[row];
            costs[row] = (key, total) -> {
                long startedAt = System.nanoTime();
                long penalty = cost.penalty(key, total);
                clock.add(startedAt);
                return penalty;
            };
        }
        return new CompiledRules(
                rules.blueprint(),
                rules.rules(),
                rules.weights(),
                new CompiledRules.Sums(
                        sums.keys(),
                        sums.rules(),
                        costs,
                        sums.starts(),
                        sums.named(),
                        sums.entries(),
                        sums.seatAt(),
                        sums.teaching(),
                        sums.guestKinds(),
                        sums.companions(),
                        sums.freed()),
                rules.scopes(),
                rules.watch(),
                rules.lines());
    }
}
