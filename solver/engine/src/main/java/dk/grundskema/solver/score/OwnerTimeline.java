package dk.grundskema.solver.score;

import dk.grundskema.solver.score.CompiledRules.OwnerRules;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The duties of one person or room, and the charges of the timeline rules that need all of them. Charges are cached by
 * a hash of the set of duties, because a search often undoes its moves.
 */
final class OwnerTimeline {
    private static final int CACHE_SIZE = 1024;

    private final Object owner;
    private final OwnerRules rules;
    private final CompiledRules.Timelines lines;
    private final byte[] counts;
    private final long[] occupied;
    private final long[] horizonCosts;
    private final WindowCosts days;
    private final WindowCosts weeks;
    private final long[] hashes = new long[CACHE_SIZE];
    private final long[] @Nullable [] cache = new long[CACHE_SIZE][];
    private final CostLog log;
    private long hash;

    OwnerTimeline(Object owner, OwnerRules rules, CompiledRules compiled, CostLog log) {
        this.owner = owner;
        this.rules = rules;
        this.lines = compiled.lines();
        this.log = log;
        int spots = compiled.blueprint().spots().count();
        this.counts = new byte[spots];
        this.occupied = new long[(spots + 63) / 64];
        this.horizonCosts = new long[rules.horizon().size()];
        this.days = new WindowCosts(rules.day(), lines.days(), log);
        this.weeks = new WindowCosts(rules.week(), lines.weeks(), log);
    }

    void clear() {
        Arrays.fill(counts, (byte) 0);
        Arrays.fill(occupied, 0);
        hash = 0;
        Arrays.fill(horizonCosts, 0);
        days.clear();
        weeks.clear();
    }

    void change(int[] spots, int by) {
        for (int spot : spots) {
            change(spot, by);
        }
    }

    private void change(int spot, int by) {
        counts[spot] += (byte) by;
        if (counts[spot] <= 0) { // below 0 where two sessions free the person from the same lesson
            occupied[spot >> 6] &= ~(1L << spot);
        } else {
            occupied[spot >> 6] |= 1L << spot;
        }
        hash += by * lines.random()[spot];
        days.markChanged(spot);
        weeks.markChanged(spot);
    }

    /** Updates the charges and adds the differences to the penalties of the rules. */
    void settle(DutyList list, SummingPenaltyCollector charge, Penalties penalties) {
        int place = (int) (hash ^ (hash >>> 32)) & (CACHE_SIZE - 1);
        long[] known = cache[place];
        if (known == null || hashes[place] != hash) {
            fill(list, 0, counts.length);
            known = new long[rules.horizon().size()];
            for (int i = 0; i < known.length; i++) {
                charge.total = 0;
                rules.horizon().rules().get(i).cost().charge(list, charge);
                known[i] = charge.total;
            }
            cache[place] = known;
            hashes[place] = hash;
        }
        for (int i = 0; i < horizonCosts.length; i++) {
            penalties.add(rules.horizon().numbers()[i], known[i] - horizonCosts[i]);
            log.set(horizonCosts, i, known[i]);
        }
        days.settle(this::fill, list, charge, penalties);
        weeks.settle(this::fill, list, charge, penalties);
    }

    /** Forgets which windows changed. */
    void forgetChanges() {
        days.forgetChanges();
        weeks.forgetChanges();
    }

    /** Lists the spots from {@code from} (inclusive) to {@code until} (exclusive). */
    private void fill(DutyList list, int from, int until) {
        list.begin(owner, false);
        for (int word = from >> 6; word << 6 < until; word++) {
            long bits = occupied[word];
            if (word == from >> 6) {
                bits &= -1L << from;
            }
            for (; bits != 0; bits &= bits - 1) {
                int spot = (word << 6) + Long.numberOfTrailingZeros(bits);
                if (spot >= until) {
                    return;
                }
                list.add(spot, counts[spot]);
            }
        }
    }
}
