package dk.grundskema.solver.moves;

import dk.grundskema.solver.model.Decisions;
import java.util.Arrays;

/**
 * A move under construction: the decisions that it changes and their new values, over the current values of the plan.
 * One instance is reused for all moves.
 */
final class DecisionOverlay {
    private static final int UNTOUCHED = Integer.MIN_VALUE;

    private final Decisions decisions;
    private final int[] planned;
    private int[] touched = new int[16];
    private int count;
    private final int[] currentValues;

    /** Creates a draft over an array of current values, which may change between moves. */
    DecisionOverlay(Decisions decisions, int[] currentValues) {
        this.decisions = decisions;
        this.currentValues = currentValues;
        this.planned = new int[decisions.count()];
        Arrays.fill(planned, UNTOUCHED);
    }

    /** Discards all planned changes. */
    void clear() {
        for (int i = 0; i < count; i++) {
            planned[touched[i]] = UNTOUCHED;
        }
        count = 0;
    }

    /** Returns the value of a decision after the planned changes. */
    int value(int decision) {
        return planned[decision] == UNTOUCHED ? currentValues[decision] : planned[decision];
    }

    /** Whether a decision is open and may take a value. */
    boolean allows(int decision, int value) {
        return decisions.isOpen(decision) && decisions.allows(decision, value);
    }

    /** Plans a change; returns {@code false} if the decision is not open or the value not in its range. */
    boolean set(int decision, int value) {
        if (!allows(decision, value)) {
            return false;
        }
        if (planned[decision] == UNTOUCHED) {
            if (count == touched.length) {
                touched = Arrays.copyOf(touched, 2 * count);
            }
            touched[count++] = decision;
        }
        planned[decision] = value;
        return true;
    }

    /** Returns the number of planned decisions whose value changes. */
    int countChanges() {
        int changes = 0;
        for (int i = 0; i < count; i++) {
            changes += planned[touched[i]] == currentValues[touched[i]] ? 0 : 1;
        }
        return changes;
    }

    /** Returns the number of planned decisions. */
    int count() {
        return count;
    }

    /** Returns one of the planned decisions. */
    int decision(int place) {
        return touched[place];
    }
}
