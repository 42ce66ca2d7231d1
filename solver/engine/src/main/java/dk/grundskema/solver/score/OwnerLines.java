package dk.grundskema.solver.score;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The duties of all staff, or of all rooms, and which of them changed. */
final class OwnerLines {
    private final @Nullable OwnerLine[] whole;
    private final FoldedLine[] folded;
    private final Items items;
    private final int[][][] spots;
    private final Marks dirty;
    private final int[][] facts;

    OwnerLines(List<?> owners, Fold[] folds, int[][] facts, CompiledRules compiled) {
        this.whole = new OwnerLine[owners.size()];
        this.folded = new FoldedLine[owners.size()];
        this.items = compiled.lines().items();
        this.spots = compiled.blueprint().spots().of();
        this.dirty = new Marks(owners.size());
        this.facts = facts;
        for (int i = 0; i < whole.length; i++) {
            whole[i] = folds[i].rest().isEmpty() ? null : new OwnerLine(owners.get(i), folds[i].rest(), compiled);
            folded[i] = new FoldedLine(owners.get(i), folds[i], compiled.rules());
        }
    }

    void clear() {
        for (int owner = 0; owner < whole.length; owner++) {
            folded[owner].clear();
            OwnerLine line = whole[owner];
            if (line != null) {
                line.clear();
                line.change(facts[owner], 1);
            }
            dirty.mark(owner);
        }
    }

    /** An owner is busy with a session at one of its choices, or no longer if the sign is -1. */
    void change(int owner, int session, int slot, int sign) {
        folded[owner].change(items.ofSession()[session] + slot, sign);
        changeWhole(owner, spots[session][slot], sign);
    }

    /**
     * Lessons of an owner that somebody else may take are the owner's, or no longer if the sign is -1. Whoever doesn't teach a lesson isn't
     * freed from it.
     */
    void changeLessons(int owner, int[] lessons, int sign) {
        for (int spot : lessons) {
            if (folded[owner].mayHave(items.ofSpot()[spot])) {
                folded[owner].change(items.ofSpot()[spot], sign);
            }
        }
        changeWhole(owner, lessons, sign);
    }

    private void changeWhole(int owner, int[] some, int sign) {
        OwnerLine line = whole[owner];
        if (line != null) {
            line.change(some, sign);
        }
        dirty.mark(owner);
    }

    void settle(DutyList list, SumCharge charge, Penalties penalties) {
        for (int i = 0; i < dirty.count(); i++) {
            int owner = dirty.get(i);
            folded[owner].settle(list, charge, penalties);
            OwnerLine line = whole[owner];
            if (line != null) {
                line.settle(list, charge, penalties);
            }
        }
        dirty.clear();
    }
}
