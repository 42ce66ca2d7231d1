package dk.grundskema.solver.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EqualRowMergerTest {
    /** A hash with which all rows of equal sums collide. */
    @SuppressWarnings("unused") // the number does not matter
    private static long weakHash(long number) {
        return 1;
    }

    private static List<List<Integer>> merge(LongUnaryOperator hash, int rows, int[]... blocks) {
        return new EqualRowMerger(new int[rows], new long[rows], rows, List.of(blocks), hash).linkedRows();
    }

    @Test
    void rowsThatReceiveTheSameAmountsAreMerged() {
        int[] one = {0, 45, 1, 45, 2, 30};
        int[] other = {0, 5, 1, 5, 2, 5};
        assertThat(merge(EqualRowMergerTest::weakHash, 3, one, other)).containsExactly(List.of(0, 1), List.of(2));
    }

    @Test
    void rowsWhoseHashesCollideAreNotMerged() {
        assertThat(merge(EqualRowMergerTest::weakHash, 2, new int[] {0, 45, 1, 30}, new int[] {0, 30, 1, 45}))
                .as("both receive 75")
                .containsExactly(List.of(0), List.of(1));
        assertThat(merge(EqualRowMergerTest::weakHash, 2, new int[] {0, 45}, new int[] {1, 45}))
                .as("in different blocks")
                .containsExactly(List.of(0), List.of(1));
        assertThat(merge(number -> 0, 2, new int[] {0, 45}))
                .as("one receives nothing")
                .containsExactly(List.of(0), List.of(1));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void linkedRowsAreEqualWithAnyHash(long seed) {
        var random = new Random(seed);
        int rows = 60;
        List<int[]> blocks = new ArrayList<>();
        for (int b = 0; b < 12; b++) {
            int[] block = new int[2 * (5 + random.nextInt(20))];
            for (int i = 0; i < block.length; i += 2) {
                block[i] = random.nextInt(rows);
                block[i + 1] = 1 + random.nextInt(2);
            }
            blocks.add(block);
        }
        List<Map<Integer, Long>> amounts = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            var ofRow = new HashMap<Integer, Long>();
            for (int b = 0; b < blocks.size(); b++) {
                int[] block = blocks.get(b);
                for (int i = 0; i < block.length; i += 2) {
                    if (block[i] == row) {
                        ofRow.merge(b, (long) block[i + 1], Long::sum);
                    }
                }
            }
            amounts.add(ofRow);
        }

        List<List<Integer>> linked = merge(EqualRowMergerTest::weakHash, rows, blocks.toArray(int[][]::new));

        assertThat(linked.stream().mapToInt(List::size).sum()).isEqualTo(rows);
        assertThat(linked)
                .allSatisfy(some -> assertThat(some)
                        .allSatisfy(row -> assertThat(amounts.get(row)).isEqualTo(amounts.get(some.getFirst()))));
    }
}
