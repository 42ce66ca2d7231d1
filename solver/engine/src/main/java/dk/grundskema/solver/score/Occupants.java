package dk.grundskema.solver.score;

import java.util.Arrays;

/**
 * Which ones are in which place at the moment, guests in a host or memberships in a group, in the order of their numbers, however they came
 * there; lives with one thread.
 */
public final class Occupants {
    private final int[][] lists;
    private final int[] counts;

    /** Nobody is in any of so many places. */
    public Occupants(int places) {
        lists = new int[places][];
        counts = new int[places];
    }

    /** How many are in a place. */
    public int count(int place) {
        return counts[place];
    }

    /** One of those who are in a place, from 0. */
    public int of(int place, int number) {
        return lists[place][number];
    }

    /** Somebody comes to a place. */
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

    /** Somebody leaves a place. */
    public void remove(int place, int one) {
        int[] list = lists[place];
        for (int i = 0; i < counts[place]; i++) {
            if (list[i] == one) {
                System.arraycopy(list, i + 1, list, i, --counts[place] - i);
                return;
            }
        }
        throw new IllegalStateException("(%d) is not in the place (%d).".formatted(one, place));
    }

    /** Everybody leaves. */
    public void clear() {
        Arrays.fill(counts, 0);
    }
}
