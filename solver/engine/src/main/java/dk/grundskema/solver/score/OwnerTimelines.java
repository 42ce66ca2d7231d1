package dk.grundskema.solver.score;

import dk.grundskema.solver.model.TimeSlots;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The duties of all staff or of all rooms, with the owners whose duties changed. */
final class OwnerTimelines {
    private final @Nullable OwnerTimeline[] whole;
    private final SegmentedTimeline[] segmented;
    private final DutyItems items;
    private final int[][][] spots;
    private final DirtyIndexSet dirty;
    private final int[][] facts;

    OwnerTimelines(
            List<?> owners, OwnerSegments[] segmentsOfOwners, int[][] facts, CompiledRules compiled, CostLog log) {
        this.whole = new OwnerTimeline[owners.size()];
        this.segmented = new SegmentedTimeline[owners.size()];
        this.items = compiled.lines().items();
        this.spots = compiled.blueprint().spots().of();
        this.dirty = new DirtyIndexSet(owners.size());
        this.facts = facts;
        TimeSlots slots = compiled.blueprint().spots();
        long longestDuty = IntStream.range(0, slots.count())
                .mapToLong(spot -> slots.end()[spot] - slots.start()[spot])
                .max()
                .orElse(0);
        for (int i = 0; i < whole.length; i++) {
            whole[i] = segmentsOfOwners[i].rest().isEmpty()
                    ? null
                    : new OwnerTimeline(owners.get(i), segmentsOfOwners[i].rest(), compiled, longestDuty, log);
            segmented[i] = new SegmentedTimeline(owners.get(i), segmentsOfOwners[i], compiled.rules(), log);
        }
    }

    void clear() {
        for (int owner = 0; owner < whole.length; owner++) {
            segmented[owner].clear();
            OwnerTimeline line = whole[owner];
            if (line != null) {
                line.clear();
                line.change(facts[owner], 1);
            }
            dirty.mark(owner);
        }
    }

    /** Adds a session at one of its choices to an owner's duties, or removes it if the sign is -1. */
    void change(int owner, int session, int slot, int sign) {
        segmented[owner].change(items.ofSession()[session] + slot, sign);
        changeWhole(owner, spots[session][slot], sign);
    }

    /**
     * Adds lessons that another person may take over to an owner's duties, or removes them if the sign is -1. Ignores
     * the lessons that the owner does not teach.
     */
    void changeLessons(int owner, int[] lessons, int sign) {
        for (int spot : lessons) {
            if (segmented[owner].mayHave(items.ofSpot()[spot])) {
                segmented[owner].change(items.ofSpot()[spot], sign);
            }
        }
        changeWhole(owner, lessons, sign);
    }

    private void changeWhole(int owner, int[] some, int sign) {
        OwnerTimeline line = whole[owner];
        if (line != null) {
            line.change(some, sign);
        }
        dirty.mark(owner);
    }

    /** Updates the charges of the rules that only see nearby duties. */
    void settleNearby(DutyList list, SummingPenaltyCollector charge, Penalties penalties) {
        for (int i = 0; i < dirty.count(); i++) {
            int owner = dirty.get(i);
            segmented[owner].settle(list, charge, penalties);
            OwnerTimeline line = whole[owner];
            if (line != null) {
                line.settleNearby(list, charge, penalties);
            }
        }
    }

    /** Updates the charges of the rules that see all duties; the others are up to date. */
    void settleWhole(DutyList list, SummingPenaltyCollector charge, Penalties penalties) {
        for (int i = 0; i < dirty.count(); i++) {
            OwnerTimeline line = whole[dirty.get(i)];
            if (line != null) {
                line.settleWhole(list, charge, penalties);
            }
        }
        dirty.clear();
    }

    /** Forgets whose duties changed. */
    void forgetChanges() {
        for (int i = 0; i < dirty.count(); i++) {
            int owner = dirty.get(i);
            segmented[owner].forgetChanges();
            OwnerTimeline line = whole[owner];
            if (line != null) {
                line.forgetChanges();
            }
        }
        dirty.clear();
    }
}
