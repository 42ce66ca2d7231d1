package dk.grundskema.solver.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongUnaryOperator;

/**
 * Merges rows that always have the same total, such as a person's minutes in each week of a year. Such rows belong to
 * one rule, start with the same total, and receive the same amounts. A merged row costs the sum of the costs of all its
 * keys.
 */
final class EqualRowMerger {
    private record RowSignature(int rule, long start, boolean isNamed, long oneHash, long otherHash) {}

    private final int[] leaders;
    private final int[] numbers;
    private final List<List<Integer>> linked = new ArrayList<>();
    private final IdentityHashMap<int[], int[]> rewritten = new IdentityHashMap<>();

    /**
     * Merges rows.
     *
     * @param rules number of each row's rule
     * @param starts start total of each row
     * @param named number of leading rows that exist from the start
     * @param blocks all entry blocks
     */
    EqualRowMerger(int[] rules, long[] starts, int named, Collection<int[]> blocks) {
        this(rules, starts, named, blocks, EqualRowMerger::mix);
    }

    /** @param hash hash of a number; rows are merged only if they are equal, whatever it returns */
    EqualRowMerger(int[] rules, long[] starts, int named, Collection<int[]> blocks, LongUnaryOperator hash) {
        this.leaders = findLeaders(rules, starts, named, blocks, hash);
        separateUnequalRows(blocks);
        this.numbers = new int[leaders.length];
        for (int row = 0; row < leaders.length; row++) {
            if (leaders[row] == row) {
                numbers[row] = linked.size();
                linked.add(new ArrayList<>());
            }
            linked.get(numbers[leaders[row]]).add(row);
        }
        blocks.forEach(block -> rewritten.put(block, rewriteBlock(block)));
    }

    /** Returns the sets of merged rows, ordered by their first row. */
    List<List<Integer>> linkedRows() {
        return linked;
    }

    /** Replaces entry blocks by their rewritten form, in arrays of any depth. */
    Object replaceBlocks(Object nested) {
        if (nested instanceof int[] block) {
            return rewritten.getOrDefault(block, block);
        }
        if (nested instanceof Object[] list) {
            for (int i = 0; i < list.length; i++) {
                if (list[i] != null) { // a person who never comes there has no block
                    list[i] = replaceBlocks(list[i]);
                }
            }
        }
        return nested;
    }

    /** Returns for each row the first row with the same signature. */
    private static int[] findLeaders(
            int[] rules, long[] starts, int named, Collection<int[]> blocks, LongUnaryOperator hash) {
        long[] one = new long[rules.length];
        long[] other = new long[rules.length];
        int number = 0;
        for (int[] block : blocks) {
            number++;
            for (int i = 0; i < block.length; i += 2) {
                long mixed = hash.applyAsLong(number * 0x9e3779b97f4a7c15L);
                one[block[i]] += mixed * block[i + 1];
                other[block[i]] += hash.applyAsLong(mixed) * block[i + 1];
            }
        }
        Map<RowSignature, Integer> first = new HashMap<>();
        int[] leaders = new int[rules.length];
        for (int row = 0; row < leaders.length; row++) {
            var likeness = new RowSignature(rules[row], starts[row], row < named, one[row], other[row]);
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

    /** Compares rows exactly, because hashes may collide, however unlikely. A row that differs from its leader is not merged. */
    private void separateUnequalRows(Collection<int[]> blocks) {
        long[] amounts = new long[leaders.length];
        boolean[] differs = new boolean[leaders.length];
        int[] blocksOf = new int[leaders.length];
        for (int[] block : blocks) {
            for (int i = 0; i < block.length; i += 2) {
                amounts[block[i]] += block[i + 1];
            }
            for (int i = 0; i < block.length; i += 2) {
                int row = block[i];
                differs[row] |= amounts[row] != amounts[leaders[row]];
            }
            for (int i = 0; i < block.length; i += 2) {
                blocksOf[block[i]] += amounts[block[i]] == 0 ? 0 : 1;
                amounts[block[i]] = 0;
            }
        }
        for (int row = 0; row < leaders.length; row++) {
            if (differs[row] || blocksOf[row] != blocksOf[leaders[row]]) {
                leaders[row] = row;
            }
        }
    }

    private int[] rewriteBlock(int[] block) {
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
