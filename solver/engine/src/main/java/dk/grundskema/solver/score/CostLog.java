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
    private Object[][] holders = new Object[8][];
    private int[] holderPlaces = new int[8];
    private Object[] referencesBefore = new Object[8];
    private int referenceCount;
    private boolean isTrial;

    /** Starts to remember. */
    void begin() {
        isTrial = true;
        count = 0;
        referenceCount = 0;
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

    /** Sets one element of an array of immutable objects. */
    <T> void set(T[] holder, int place, T value) {
        if (isTrial) {
            if (referenceCount == holderPlaces.length) {
                holders = Arrays.copyOf(holders, 2 * referenceCount);
                holderPlaces = Arrays.copyOf(holderPlaces, 2 * referenceCount);
                referencesBefore = Arrays.copyOf(referencesBefore, 2 * referenceCount);
            }
            holders[referenceCount] = holder;
            holderPlaces[referenceCount] = place;
            referencesBefore[referenceCount++] = holder[place];
        }
        holder[place] = value;
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
        for (int i = referenceCount - 1; i >= 0; i--) {
            holders[i][holderPlaces[i]] = referencesBefore[i];
        }
    }
}
