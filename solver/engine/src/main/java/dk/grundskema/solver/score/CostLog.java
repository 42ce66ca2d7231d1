package dk.grundskema.solver.score;

import java.util.Arrays;

/**
 * Sets costs, and during a trial remembers the value that each had before, so that a trial is undone without computing costs again. Not
 * thread-safe.
 */
final class CostLog {
    private long[][] arrays = new long[64][];
    private int[] places = new int[64];
    private long[] before = new long[64];
    private int count;
    private boolean isTrial;

    /** Starts to remember. */
    void begin() {
        isTrial = true;
        count = 0;
    }

    /** Sets one cost. */
    void set(long[] costs, int place, long cost) {
        if (isTrial) {
            if (count == places.length) {
                arrays = Arrays.copyOf(arrays, 2 * count);
                places = Arrays.copyOf(places, 2 * count);
                before = Arrays.copyOf(before, 2 * count);
            }
            arrays[count] = costs;
            places[count] = place;
            before[count++] = costs[place];
        }
        costs[place] = cost;
    }

    /** Keeps what was set since {@link #begin}. */
    void keep() {
        isTrial = false;
    }

    /** Restores what was set since {@link #begin}, the last first. */
    void revert() {
        isTrial = false;
        for (int i = count - 1; i >= 0; i--) {
            arrays[i][places[i]] = before[i];
        }
    }
}
