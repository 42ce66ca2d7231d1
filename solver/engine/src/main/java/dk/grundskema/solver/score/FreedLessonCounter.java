package dk.grundskema.solver.score;

import java.util.Arrays;

/**
 * Counts the sessions that free a staff member from each lesson. A lesson is freed once, however many sessions do so.
 */
final class FreedLessonCounter {
    private final int[][] blocks;
    private final int[] takers;

    /** @param blocks what each lesson adds to the totals while it is freed */
    FreedLessonCounter(int[][] blocks) {
        this.blocks = blocks;
        this.takers = new int[blocks.length];
    }

    void clear() {
        Arrays.fill(takers, 0);
    }

    /** Adds one session that frees the given lessons, or removes it if the sign is -1. */
    void change(int[] numbers, int sign, RowTotals rows) {
        for (int number : numbers) {
            boolean was = takers[number] > 0;
            takers[number] += sign;
            boolean is = takers[number] > 0;
            if (is != was) {
                rows.apply(blocks[number], sign);
            }
        }
    }
}
