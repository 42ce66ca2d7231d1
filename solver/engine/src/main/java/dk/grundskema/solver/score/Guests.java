package dk.grundskema.solver.score;

import java.util.Arrays;

/** Which guests are placed into which host at the moment, in the order of their numbers, however they came there; lives with one thread. */
public final class Guests {
    private final int[][] lists;
    private final int[] counts;

    /** Nobody is placed anywhere among so many sessions. */
    public Guests(int sessions) {
        lists = new int[sessions][];
        counts = new int[sessions];
    }

    /** How many guests a host has. */
    public int count(int host) {
        return counts[host];
    }

    /** One of a host's guests. */
    public int of(int host, int place) {
        return lists[host][place];
    }

    /** Places a guest into a host. */
    public void add(int host, int guest) {
        int[] list = lists[host];
        if (list == null) {
            list = new int[2];
            lists[host] = list;
        } else if (counts[host] == list.length) {
            list = Arrays.copyOf(list, 2 * list.length);
            lists[host] = list;
        }
        int place = counts[host]++;
        for (; place > 0 && list[place - 1] > guest; place--) {
            list[place] = list[place - 1];
        }
        list[place] = guest;
    }

    /** Takes a guest out of a host. */
    public void remove(int host, int guest) {
        int[] list = lists[host];
        for (int i = 0; i < counts[host]; i++) {
            if (list[i] == guest) {
                System.arraycopy(list, i + 1, list, i, --counts[host] - i);
                return;
            }
        }
        throw new IllegalStateException("The guest (%d) is not in the host (%d).".formatted(guest, host));
    }

    /** Takes all guests out of all hosts. */
    public void clear() {
        Arrays.fill(counts, 0);
    }
}
