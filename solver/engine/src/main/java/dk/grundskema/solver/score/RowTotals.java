package dk.grundskema.solver.score;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The current total of each row of sums and its cost. */
final class RowTotals {
    /** Number of cached totals of a row with several keys, a power of 2. */
    private static final int MANY_KEYS_CACHE_SIZE = 64;

    /** Number of cached totals of a row with one key, a power of 2: a trial and its undoing are most often between few totals. */
    private static final int ONE_KEY_CACHE_SIZE = 8;

    private final CompiledRules.Sums sums;
    private final long[] totals;
    private final long[] costs;
    private final long[] @Nullable [] cachedTotals;
    private final long[] @Nullable [] cachedCosts;
    private final DirtyIndexSet dirty;
    private final CostLog log;

    RowTotals(CompiledRules.Sums sums, CostLog log) {
        this.sums = sums;
        this.totals = new long[sums.keys().length];
        this.costs = new long[totals.length];
        this.cachedTotals = new long[totals.length][];
        this.cachedCosts = new long[totals.length][];
        this.dirty = new DirtyIndexSet(totals.length);
        this.log = log;
    }

    void clear() {
        System.arraycopy(sums.starts(), 0, totals, 0, totals.length);
        Arrays.fill(costs, 0);
        for (int row = 0; row < totals.length; row++) {
            dirty.mark(row);
        }
    }

    /** Adds an entry block, or subtracts it if the sign is -1. */
    void apply(int[] block, int sign) {
        for (int i = 0; i < block.length; i += 2) {
            totals[block[i]] += sign * (long) block[i + 1];
            dirty.mark(block[i]);
        }
    }

    void settle(Penalties penalties) {
        for (int i = 0; i < dirty.count(); i++) {
            int row = dirty.get(i);
            long total = totals[row];
            long cost = total == 0 && !sums.named()[row] ? 0 : cost(row, total);
            penalties.add(sums.rules()[row], cost - costs[row]);
            log.set(costs, row, cost);
        }
        dirty.clear();
    }

    /** Forgets which totals changed. */
    void forgetChanges() {
        dirty.clear();
    }

    /** Returns the summed cost of a row's keys. It is cached, because totals recur and costs may look up what belongs to a key. */
    private long cost(int row, long total) {
        long[] knownTotals = cachedTotals[row];
        long[] knownCosts = cachedCosts[row];
        if (knownTotals == null || knownCosts == null) {
            int size = sums.keys()[row].length == 1 ? ONE_KEY_CACHE_SIZE : MANY_KEYS_CACHE_SIZE;
            knownTotals = new long[size];
            knownCosts = new long[size];
            Arrays.fill(knownCosts, -1);
            cachedTotals[row] = knownTotals;
            cachedCosts[row] = knownCosts;
        }
        int place = (int) ((total * 0x9e3779b97f4a7c15L) >>> 58) & (knownTotals.length - 1);
        if (knownTotals[place] != total || knownCosts[place] < 0) {
            long sum = 0;
            for (Object key : sums.keys()[row]) {
                sum += sums.costs()[row].penalty(key, total);
            }
            knownTotals[place] = total;
            knownCosts[place] = sum;
        }
        return knownCosts[place];
    }
}
