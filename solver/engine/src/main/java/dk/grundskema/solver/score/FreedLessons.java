package dk.grundskema.solver.score;

import java.util.Arrays;

/** How many take each lesson off somebody's hands; it is freed once, however many do. */
final class FreedLessons {
    private final int[][] blocks;
    private final int[] takers;

    /** @param blocks what each adds to the totals while it is freed */
    FreedLessons(int[][] blocks) {
        this.blocks = blocks;
        this.takers = new int[blocks.length];
    }

    void clear() {
        Arrays.fill(takers, 0);
    }

    /** One more takes some, or one less if the sign is -1. */
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
