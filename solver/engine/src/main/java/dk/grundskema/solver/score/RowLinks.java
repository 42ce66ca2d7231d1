package dk.grundskema.solver.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which rows always have the same total, such as a person's minutes in each week of a year: they are of one rule, start alike, and
 * whatever adds to one adds as much to the others. Linked rows are one row, whose cost is the sum of what each key's total costs.
 */
final class RowLinks {
    private record Likeness(int rule, long start, boolean isNamed, long oneHash, long otherHash) {}

    private final int[] leaders;
    private final int[] numbers;
    private final List<List<Integer>> linked = new ArrayList<>();
    private final IdentityHashMap<int[], int[]> rewritten = new IdentityHashMap<>();

    /**
     * Links rows.
     *
     * @param rules  number of each row's rule
     * @param starts what each row starts from
     * @param named  how many rows, the first ones, count from the start
     * @param blocks all entry blocks
     */
    RowLinks(int[] rules, long[] starts, int named, Collection<int[]> blocks) {
        this.leaders = leaders(rules, starts, named, blocks);
        long[] amounts = new long[leaders.length];
        blocks.forEach(block -> verify(block, amounts));
        this.numbers = new int[leaders.length];
        for (int row = 0; row < leaders.length; row++) {
            if (leaders[row] == row) {
                numbers[row] = linked.size();
                linked.add(new ArrayList<>());
            }
            linked.get(numbers[leaders[row]]).add(row);
        }
        blocks.forEach(block -> rewritten.put(block, rewritten(block)));
    }

    /** Rows that are one, in the order of their first ones. */
    List<List<Integer>> linked() {
        return linked;
    }

    /** Puts rewritten entry blocks in the place of the old ones, at whatever depth of arrays. */
    Object relink(Object nested) {
        if (nested instanceof int[] block) {
            return rewritten.getOrDefault(block, block);
        }
        if (nested instanceof Object[] list) {
            for (int i = 0; i < list.length; i++) {
                if (list[i] != null) { // a person who never comes there has no block
                    list[i] = relink(list[i]);
                }
            }
        }
        return nested;
    }

    /** For each row the first one that seems to be like it. */
    private static int[] leaders(int[] rules, long[] starts, int named, Collection<int[]> blocks) {
        long[] one = new long[rules.length];
        long[] other = new long[rules.length];
        int number = 0;
        for (int[] block : blocks) {
            number++;
            for (int i = 0; i < block.length; i += 2) {
                long mixed = mix(number * 0x9e3779b97f4a7c15L);
                one[block[i]] += mixed * block[i + 1];
                other[block[i]] += mix(mixed) * block[i + 1];
            }
        }
        Map<Likeness, Integer> first = new HashMap<>();
        int[] leaders = new int[rules.length];
        for (int row = 0; row < leaders.length; row++) {
            var likeness = new Likeness(rules[row], starts[row], row < named, one[row], other[row]);
            int candidate = row;
            leaders[row] = first.computeIfAbsent(likeness, any -> candidate);
        }
        return leaders;
    }

    private static long mix(long bits) {
        long mixed = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }

    /** Hashes could be equal by chance, though it would take longer than the world is old. */
    private void verify(int[] block, long[] amounts) {
        for (int i = 0; i < block.length; i += 2) {
            amounts[block[i]] += block[i + 1];
        }
        for (int i = 0; i < block.length; i += 2) {
            if (amounts[block[i]] != amounts[leaders[block[i]]]) {
                throw new IllegalStateException(
                        "The rows (%d) and (%d) seemed alike and aren't.".formatted(block[i], leaders[block[i]]));
            }
        }
        for (int i = 0; i < block.length; i += 2) {
            amounts[block[i]] = 0;
        }
    }

    private int[] rewritten(int[] block) {
        int[] shorter = new int[block.length];
        int length = 0;
        for (int i = 0; i < block.length; i += 2) {
            if (leaders[block[i]] == block[i]) {
                shorter[length++] = numbers[block[i]];
                shorter[length++] = block[i + 1];
            }
        }
        return Arrays.copyOf(shorter, length);
    }
}
