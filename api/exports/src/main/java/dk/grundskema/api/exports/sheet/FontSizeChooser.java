package dk.grundskema.api.exports.sheet;

import dk.grundskema.api.documents.timetable.TimetableEntry;
import dk.grundskema.api.documents.timetable.WeekGrid.Cell;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Chooses the font sizes of a week's cells. A greedy algorithm enlarges them step by step while the page still fits: first the cells of single teams
 * or people, then the cells shared by all, which stay one step behind.
 */
final class FontSizeChooser {
    private static final List<FontSize> FROM_SMALL = List.of(FontSize.values()).reversed();

    /** Height of a cell's text in a font size. */
    @FunctionalInterface
    interface HeightFunction {
        /** Returns the height in millimetres. */
        double of(Cell cell, TimetableEntry entry, FontSize size);
    }

    private final RowHeights rows;
    private final double[][] needs;
    private final int[] steps;

    FontSizeChooser(RowHeights rows, HeightFunction need) {
        this.rows = rows;
        this.needs = rows.cells().stream()
                .map(cell -> FROM_SMALL.stream()
                        .mapToDouble(size -> need.of(cell, entryOf(cell), size))
                        .toArray())
                .toArray(double[][]::new);
        this.steps = new int[needs.length];
        int[] own = cellIndexes(false);
        int[] shared = cellIndexes(true);
        for (int step = 1; step < FROM_SMALL.size(); step++) {
            enlarge(own, step);
            enlarge(shared, step - 1);
        }
        enlarge(shared, FROM_SMALL.size() - 1);
    }

    private static TimetableEntry entryOf(Cell cell) {
        return Objects.requireNonNull(cell.entry());
    }

    private int[] cellIndexes(boolean shared) {
        return IntStream.range(0, steps.length)
                .filter(cell -> entryOf(rows.cells().get(cell)).isForAll() == shared)
                .toArray();
    }

    /** Enlarges all cells, or else as many as fit: those first that need the least additional height. */
    private void enlarge(int[] cells, int step) {
        if (!tryEnlarge(cells, step)) {
            Arrays.stream(cells)
                    .boxed()
                    .sorted(Comparator.comparingDouble(cell -> needs[cell][step] - needs[cell][steps[cell]]))
                    .forEach(cell -> tryEnlarge(new int[] {cell}, step));
        }
    }

    private boolean tryEnlarge(int[] cells, int step) {
        int[] before = steps.clone();
        for (int cell : cells) {
            steps[cell] = step;
        }
        boolean fits = rows.fitPage(leastHeights());
        if (!fits) {
            System.arraycopy(before, 0, steps, 0, steps.length);
        }
        return fits;
    }

    /** Returns the minimum row heights for the chosen sizes. */
    double[] leastHeights() {
        double[] heights = new double[steps.length];
        for (int cell = 0; cell < heights.length; cell++) {
            heights[cell] = needs[cell][steps[cell]];
        }
        return rows.leastHeights(heights);
    }

    /** Returns the median size of cells that are not shared; the largest size if all are shared. */
    FontSize medianOwnSize() {
        int[] own = Arrays.stream(cellIndexes(false))
                .map(cell -> steps[cell])
                .sorted()
                .toArray();
        return own.length == 0 ? FROM_SMALL.getLast() : FROM_SMALL.get(own[own.length / 2]);
    }
}
