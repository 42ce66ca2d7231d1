package dk.grundskema.solver.score;

import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.TimelineRule;
import java.util.Arrays;
import java.util.List;

/** What of one person's or room's items is there, and what the rules that see only near duties charge for it. */
final class FoldedLine {
    private final Object owner;
    private final Fold fold;
    private final List<Rule> rules;
    private final byte[] counts;
    private final long[][] costs;
    private final Marks dirty;

    FoldedLine(Object owner, Fold fold, List<Rule> rules) {
        this.owner = owner;
        this.fold = fold;
        this.rules = rules;
        this.counts = new byte[fold.items()];
        this.costs = new long[fold.segments().length][];
        for (int segment = 0; segment < costs.length; segment++) {
            costs[segment] = new long[fold.segments()[segment].rules().length];
        }
        this.dirty = new Marks(costs.length);
    }

    void clear() {
        Arrays.fill(counts, (byte) 0);
        for (int item : fold.facts()) {
            counts[item]++;
        }
        for (int segment = 0; segment < costs.length; segment++) {
            Arrays.fill(costs[segment], 0);
            dirty.mark(segment);
        }
    }

    boolean mayHave(int item) {
        return fold.localItems()[item] >= 0;
    }

    /** Changes how often an item is there that the owner may have; below 0 where two free somebody from the same lesson. */
    void change(int item, int by) {
        int local = fold.localItems()[item];
        counts[local] += (byte) by;
        for (int segment : fold.ofItem()[local]) {
            dirty.mark(segment);
        }
    }

    void settle(DutyList list, SumCharge charge, Penalties penalties) {
        for (int i = 0; i < dirty.count(); i++) {
            settle(dirty.get(i), list, charge, penalties);
        }
        dirty.clear();
    }

    private void settle(int number, DutyList list, SumCharge charge, Penalties penalties) {
        Fold.Segment segment = fold.segments()[number];
        list.begin(owner, false);
        int[] items = segment.items();
        for (int i = 0; i < items.length; i++) {
            list.add(segment.spots()[i], items[i] < 0 ? 1 : counts[items[i]]);
        }
        for (int i = 0; i < segment.rules().length; i++) {
            int rule = segment.rules()[i];
            charge.total = 0;
            if (list.size() > 0) {
                ((TimelineRule) rules.get(rule)).cost().of(list, charge);
            }
            long cost = charge.total * segment.times();
            penalties.add(rule, cost - costs[number][i]);
            costs[number][i] = cost;
        }
    }
}
