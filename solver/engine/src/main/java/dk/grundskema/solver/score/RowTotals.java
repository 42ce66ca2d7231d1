package dk.grundskema.solver.score;

import java.util.Arrays;

/** The totals of all sums' keys and what they cost. */
final class RowTotals {
    private final CompiledRules.Sums sums;
    private final long[] totals;
    private final long[] costs;
    private final Marks dirty;

    RowTotals(CompiledRules.Sums sums) {
        this.sums = sums;
        this.totals = new long[sums.keys().length];
        this.costs = new long[totals.length];
        this.dirty = new Marks(totals.length);
    }

    void clear() {
        System.arraycopy(sums.starts(), 0, totals, 0, totals.length);
        Arrays.fill(costs, 0);
        for (int row = 0; row < totals.length; row++) {
            dirty.mark(row);
        }
    }

    /** Adds an entry block, or takes it off again if the sign is -1. */
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
            long cost = total == 0 && !sums.named()[row] ? 0 : sums.costs()[row].of(sums.keys()[row], total);
            penalties.add(sums.rules()[row], cost - costs[row]);
            costs[row] = cost;
        }
        dirty.clear();
    }
}
