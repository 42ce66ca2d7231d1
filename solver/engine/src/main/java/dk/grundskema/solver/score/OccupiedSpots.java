package dk.grundskema.solver.score;

import java.util.Arrays;

/** How often each spot occurs among the duties of one owner. Not thread-safe. */
final class OccupiedSpots {
    private final Object owner;
    private final byte[] counts;
    private final long[] occupied;

    OccupiedSpots(Object owner, int spots) {
        this.owner = owner;
        this.counts = new byte[spots];
        this.occupied = new long[(spots + 63) / 64];
    }

    void clear() {
        Arrays.fill(counts, (byte) 0);
        Arrays.fill(occupied, 0);
    }

    /** Changes the count of a spot. It drops below 0 where two sessions free the person from the same lesson. */
    void change(int spot, int by) {
        counts[spot] += (byte) by;
        if (counts[spot] <= 0) {
            occupied[spot >> 6] &= ~(1L << spot);
        } else {
            occupied[spot >> 6] |= 1L << spot;
        }
    }

    /** Returns the number of spots. */
    int size() {
        return counts.length;
    }

    /** Returns the first occupied spot from the given one on; -1 if there is none. */
    int next(int spot) {
        if (spot >= counts.length) {
            return -1;
        }
        int word = spot >> 6;
        long bits = occupied[word] & (-1L << spot);
        while (bits == 0) {
            if (++word == occupied.length) {
                return -1;
            }
            bits = occupied[word];
        }
        return (word << 6) + Long.numberOfTrailingZeros(bits);
    }

    /** Returns the last occupied spot up to the given one; -1 if there is none. */
    int previous(int spot) {
        if (spot < 0) {
            return -1;
        }
        int word = spot >> 6;
        long bits = occupied[word] & (-1L >>> (63 - (spot & 63)));
        while (bits == 0) {
            if (--word < 0) {
                return -1;
            }
            bits = occupied[word];
        }
        return (word << 6) + 63 - Long.numberOfLeadingZeros(bits);
    }

    /** Lists the spots from {@code from} (inclusive) to {@code until} (exclusive). */
    void fill(DutyList list, int from, int until) {
        list.begin(owner, false);
        for (int spot = next(from); spot >= 0 && spot < until; spot = next(spot + 1)) {
            list.add(spot, counts[spot]);
        }
    }
}
