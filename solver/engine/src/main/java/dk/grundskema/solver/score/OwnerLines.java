package dk.grundskema.solver.score;

import dk.grundskema.solver.score.CompiledRules.OwnerRules;
import java.util.List;

/** The duties of all staff, or of all rooms, and which of them changed. Empty if no rule looks at them. */
final class OwnerLines {
    private final OwnerLine[] lines;
    private final Marks dirty;
    private final int[][] facts;

    OwnerLines(List<?> owners, OwnerRules rules, int[][] facts, CompiledRules compiled) {
        this.lines = new OwnerLine[rules.isEmpty() ? 0 : owners.size()];
        this.dirty = new Marks(lines.length);
        this.facts = facts;
        for (int i = 0; i < lines.length; i++) {
            lines[i] = new OwnerLine(owners.get(i), rules, compiled);
        }
    }

    void clear() {
        for (int owner = 0; owner < lines.length; owner++) {
            lines[owner].clear();
            change(owner, facts[owner], 1);
        }
    }

    void change(int owner, int[] spots, int sign) {
        if (lines.length > 0) {
            for (int spot : spots) {
                lines[owner].change(spot, sign);
            }
            dirty.mark(owner);
        }
    }

    void settle(DutyList list, SumCharge charge, Penalties penalties) {
        for (int i = 0; i < dirty.count(); i++) {
            lines[dirty.get(i)].settle(list, charge, penalties);
        }
        dirty.clear();
    }
}
