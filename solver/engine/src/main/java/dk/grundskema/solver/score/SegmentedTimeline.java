package dk.grundskema.solver.score;

import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.TimelineRule;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The current items of one person or room, and the charges of the rules that only see nearby duties. Charges are kept
 * per segment of {@link OwnerSegments}; only changed segments are recomputed.
 */
final class SegmentedTimeline {
    private final Object owner;
    private final OwnerSegments ownerSegments;
    private final List<Rule> rules;
    private final byte[] counts;
    private final int[][] held;
    private final int[] sizes;
    private final long[][] costs;
    private final DirtyIndexSet dirty;
    private final CostLog log;

    SegmentedTimeline(Object owner, OwnerSegments ownerSegments, List<Rule> rules, CostLog log) {
        this.owner = owner;
        this.ownerSegments = ownerSegments;
        this.rules = rules;
        this.counts = new byte[ownerSegments.items()];
        this.held = new int[ownerSegments.segments().length][];
        this.sizes = new int[held.length];
        this.costs = new long[ownerSegments.segments().length][];
        for (int segment = 0; segment < costs.length; segment++) {
            costs[segment] = new long[ownerSegments.segments()[segment].rules().length];
        }
        this.dirty = new DirtyIndexSet(costs.length);
        this.log = log;
    }

    void clear() {
        Arrays.fill(counts, (byte) 0);
        for (int segment = 0; segment < costs.length; segment++) {
            holdFixedLessons(segment);
            Arrays.fill(costs[segment], 0);
            dirty.mark(segment);
        }
        for (int item : ownerSegments.facts()) {
            changeLocal(item, 1);
        }
    }

    private void holdFixedLessons(int segment) {
        int[] items = ownerSegments.segments()[segment].items();
        sizes[segment] = 0;
        held[segment] = IntStream.range(0, items.length)
                .filter(place -> items[place] < 0)
                .toArray();
        sizes[segment] = held[segment].length;
    }

    boolean mayHave(int item) {
        return ownerSegments.localItems()[item] >= 0;
    }

    /**
     * Changes the count of an item that the owner may have. A count drops below 0 where two sessions free the owner
     * from the same lesson.
     */
    void change(int item, int by) {
        changeLocal(ownerSegments.localItems()[item], by);
    }

    /** Keeps only the current items, in order, because they are few compared with all possible items. */
    private void changeLocal(int local, int by) {
        int before = counts[local];
        counts[local] += (byte) by;
        boolean comes = before <= 0 && counts[local] > 0;
        boolean goes = before > 0 && counts[local] <= 0;
        int[] places = ownerSegments.ofItem()[local];
        for (int i = 0; i < places.length; i += 2) {
            if (comes) {
                insert(places[i], places[i + 1]);
            } else if (goes) {
                remove(places[i], places[i + 1]);
            }
            dirty.mark(places[i]);
        }
    }

    private void insert(int segment, int place) {
        int size = sizes[segment];
        if (size == held[segment].length) {
            held[segment] = Arrays.copyOf(held[segment], size + size / 2 + 4);
        }
        int[] places = held[segment];
        int at = size;
        while (at > 0 && places[at - 1] > place) {
            places[at] = places[at - 1];
            at--;
        }
        places[at] = place;
        sizes[segment] = size + 1;
    }

    private void remove(int segment, int place) {
        int[] places = held[segment];
        int at = 0;
        while (places[at] != place) {
            at++;
        }
        sizes[segment]--;
        System.arraycopy(places, at + 1, places, at, sizes[segment] - at);
    }

    void settle(DutyList list, SummingPenaltyCollector charge, Penalties penalties) {
        for (int i = 0; i < dirty.count(); i++) {
            settle(dirty.get(i), list, charge, penalties);
        }
        dirty.clear();
    }

    private void settle(int number, DutyList list, SummingPenaltyCollector charge, Penalties penalties) {
        OwnerSegments.Segment segment = ownerSegments.segments()[number];
        list.begin(owner, false);
        int[] items = segment.items();
        int[] places = held[number];
        for (int i = 0; i < sizes[number]; i++) {
            int place = places[i];
            list.add(segment.spots()[place], items[place] < 0 ? 1 : counts[items[place]]);
        }
        for (int i = 0; i < segment.rules().length; i++) {
            int rule = segment.rules()[i];
            charge.total = 0;
            if (list.size() > 0) {
                ((TimelineRule) rules.get(rule)).cost().charge(list, charge);
            }
            long cost = charge.total * segment.times();
            penalties.add(rule, cost - costs[number][i]);
            log.set(costs[number], i, cost);
        }
    }

    /** Forgets which segments changed. */
    void forgetChanges() {
        dirty.clear();
    }
}
