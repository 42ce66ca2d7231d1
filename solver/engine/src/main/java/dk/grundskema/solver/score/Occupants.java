package dk.grundskema.solver.score;

import java.util.Arrays;

/**
 * The current occupants of each place: guests of a host or memberships of a group. Always in ascending order,
 * independent of the order in which they were added, so that scores are reproducible. Not thread-safe.
 */
public final class Occupants {
    private final int[][] lists;
    private final int[] counts;

    /** Creates the given number of empty places. */
    public Occupants(int places) {
        lists = new int[places][];
        counts = new int[places];
    }

    /** Returns the number of occupants of a place. */
    public int count(int place) {
        return counts[place];
    }

    /** Returns one of the occupants of a place, counted from 0. */
    public int occupant(int place, int number) {
        return lists[place][number];
    }

    /** Adds an occupant to a place. */
    public void add(int place, int one) {
        int[] list = lists[place];
        if (list == null) {
            list = new int[2];
            lists[place] = list;
        } else if (counts[place] == list.length) {
            list = Arrays.copyOf(list, 2 * list.length);
            lists[place] = list;
        }
        int at = counts[place]++;
        for (; at > 0 && list[at - 1] > one; at--) {
            list[at] = list[at - 1];
        }
        list[at] = one;
    }

    /**
     * Removes an occupant from a place.
     *
     * @throws IllegalStateException if it is not there
     */
    public void remove(int place, int one) {
        int[] list = lists[place];
        for (int i = 0; i < counts[place]; i++) {
            if (list[i] == one) {
                System.arraycopy(list, i + 1, list, i, --counts[place] - i);
                return;
            }
        }
        throw new IllegalStateException("The occupant (%d) is not in the place (%d).".formatted(one, place));
    }

    /** Empties all places. */
    public void clear() {
        Arrays.fill(counts, 0);
    }
}
