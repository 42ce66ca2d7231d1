package dk.grundskema.solver.score;

import dk.grundskema.solver.model.TimeSlots;
import dk.grundskema.solver.score.CompiledRules.OwnerRules;
import dk.grundskema.solver.score.CompiledRules.RuleSet;
import dk.grundskema.solver.spi.DutyVisibility;
import dk.grundskema.solver.spi.TimelineRule;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The duties of one person or room, and the charges of the timeline rules that are not divided into segments. Rules over the horizon that only see
 * nearby duties are charged around each change. The charges of the others are cached by a hash of the set of duties, because the same
 * sets recur.
 */
final class OwnerTimeline {
    private static final int CACHE_SIZE = 1024;

    private final RuleSet wholeHorizon;
    private final CompiledRules.Timelines lines;
    private final OccupiedSpots occupied;
    private final long[] horizonCosts;
    private final List<NearbyCosts> nearby;
    private final WindowCosts days;
    private final WindowCosts weeks;
    private final long[] hashes = new long[CACHE_SIZE];
    private final long[] @Nullable [] cache = new long[CACHE_SIZE][];
    private final CostLog log;
    private long hash;

    /** @param longestDuty length of the longest possible duty of any owner, in minutes */
    OwnerTimeline(Object owner, OwnerRules rules, CompiledRules compiled, long longestDuty, CostLog log) {
        this.lines = compiled.lines();
        this.log = log;
        this.occupied = new OccupiedSpots(owner, compiled.blueprint().spots().count());
        RuleSet horizon = rules.horizon();
        this.wholeHorizon = subset(horizon, i -> !isNearby(horizon.rules().get(i), owner));
        this.horizonCosts = new long[wholeHorizon.size()];
        this.nearby = Stream.of(true, false)
                .map(isShort -> subset(
                        horizon,
                        i -> isNearby(horizon.rules().get(i), owner)
                                && isShort(horizon.rules().get(i), owner) == isShort))
                .filter(some -> !some.isEmpty())
                .map(some -> nearbyCosts(some, owner, compiled.blueprint().spots(), longestDuty))
                .toList();
        this.days = new WindowCosts(rules.day(), lines.days(), log);
        this.weeks = new WindowCosts(rules.week(), lines.weeks(), log);
    }

    private static boolean isNearby(TimelineRule rule, Object owner) {
        return rule.visibility(owner).kind() == DutyVisibility.Kind.NEARBY;
    }

    private static boolean isShort(TimelineRule rule, Object owner) {
        return rule.visibility(owner).minutes() <= OwnerSegmentsCompiler.SHORT;
    }

    private static RuleSet subset(RuleSet all, IntPredicate isIn) {
        int[] places = IntStream.range(0, all.size()).filter(isIn).toArray();
        return new RuleSet(
                Arrays.stream(places).mapToObj(all.rules()::get).toList(),
                Arrays.stream(places).map(place -> all.numbers()[place]).toArray());
    }

    private NearbyCosts nearbyCosts(RuleSet some, Object owner, TimeSlots spots, long longestDuty) {
        long minutes = some.rules().stream()
                .mapToLong(rule -> rule.visibility(owner).minutes())
                .max()
                .orElse(0);
        return new NearbyCosts(some, minutes, spots, longestDuty, log);
    }

    void clear() {
        occupied.clear();
        hash = 0;
        Arrays.fill(horizonCosts, 0);
        nearby.forEach(NearbyCosts::clear);
        days.clear();
        weeks.clear();
    }

    void change(int[] spots, int by) {
        for (int spot : spots) {
            change(spot, by);
        }
    }

    private void change(int spot, int by) {
        occupied.change(spot, by);
        hash += by * lines.random()[spot];
        for (NearbyCosts some : nearby) {
            some.markChanged(spot);
        }
        days.markChanged(spot);
        weeks.markChanged(spot);
    }

    /** Updates the charges of rules that see nearby duties, and adds the differences to the penalties of the rules. */
    void settleNearby(DutyList list, SummingPenaltyCollector charge, Penalties penalties) {
        for (NearbyCosts some : nearby) {
            some.settle(occupied, list, charge, penalties);
        }
    }

    /** Updates the other charges. */
    void settleWhole(DutyList list, SummingPenaltyCollector charge, Penalties penalties) {
        if (horizonCosts.length > 0) {
            settleHorizon(list, charge, penalties);
        }
        days.settle(occupied::fill, list, charge, penalties);
        weeks.settle(occupied::fill, list, charge, penalties);
    }

    private void settleHorizon(DutyList list, SummingPenaltyCollector charge, Penalties penalties) {
        int place = (int) (hash ^ (hash >>> 32)) & (CACHE_SIZE - 1);
        long[] known = cache[place];
        if (known == null || hashes[place] != hash) {
            occupied.fill(list, 0, occupied.size());
            known = new long[horizonCosts.length];
            for (int i = 0; i < known.length; i++) {
                charge.total = 0;
                wholeHorizon.rules().get(i).cost().charge(list, charge);
                known[i] = charge.total;
            }
            cache[place] = known;
            hashes[place] = hash;
        }
        for (int i = 0; i < horizonCosts.length; i++) {
            penalties.add(wholeHorizon.numbers()[i], known[i] - horizonCosts[i]);
            log.set(horizonCosts, i, known[i]);
        }
    }

    /** Forgets what changed. */
    void forgetChanges() {
        nearby.forEach(NearbyCosts::forgetChanges);
        days.forgetChanges();
        weeks.forgetChanges();
    }
}
