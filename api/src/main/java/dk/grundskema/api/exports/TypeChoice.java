package dk.grundskema.api.exports;

import dk.grundskema.api.timetable.Entry;
import dk.grundskema.api.timetable.WeekGrid.Cell;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Which type the cells of a week get: larger step by step as long as the page holds it, first what a team or person has alone, then what all
 * share. What all share follows a step behind.
 */
final class TypeChoice {
    private static final List<TypeSize> FROM_SMALL = List.of(TypeSize.values()).reversed();

    /** Height that a cell's text takes in a type. */
    @FunctionalInterface
    interface Need {
        /** Height in millimetres. */
        double of(Cell cell, Entry entry, TypeSize size);
    }

    private final RowHeights rows;
    private final double[][] needs;
    private final int[] steps;

    TypeChoice(RowHeights rows, Need need) {
        this.rows = rows;
        this.needs = rows.cells().stream()
                .map(cell -> FROM_SMALL.stream()
                        .mapToDouble(size -> need.of(cell, entry(cell), size))
                        .toArray())
                .toArray(double[][]::new);
        this.steps = new int[needs.length];
        int[] own = cells(false);
        int[] shared = cells(true);
        for (int step = 1; step < FROM_SMALL.size(); step++) {
            enlarge(own, step);
            enlarge(shared, step - 1);
        }
        enlarge(shared, FROM_SMALL.size() - 1);
    }

    private static Entry entry(Cell cell) {
        return Objects.requireNonNull(cell.entry());
    }

    private int[] cells(boolean shared) {
        return IntStream.range(0, steps.length)
                .filter(cell -> entry(rows.cells().get(cell)).isForAll() == shared)
                .toArray();
    }

    /** If not all fit, then as many as do: those first that need the least more. */
    private void enlarge(int[] cells, int step) {
        if (!tryAll(cells, step)) {
            Arrays.stream(cells)
                    .boxed()
                    .sorted(Comparator.comparingDouble(cell -> needs[cell][step] - needs[cell][steps[cell]]))
                    .forEach(cell -> tryAll(new int[] {cell}, step));
        }
    }

    private boolean tryAll(int[] cells, int step) {
        int[] before = steps.clone();
        for (int cell : cells) {
            steps[cell] = step;
        }
        boolean fits = rows.fit(least());
        if (!fits) {
            System.arraycopy(before, 0, steps, 0, steps.length);
        }
        return fits;
    }

    /** The least heights of rows for the types that were chosen. */
    double[] least() {
        double[] heights = new double[steps.length];
        for (int cell = 0; cell < heights.length; cell++) {
            heights[cell] = needs[cell][steps[cell]];
        }
        return rows.least(heights);
    }

    /** Type that half of what isn't shared has at least; the largest if all is shared. */
    TypeSize usual() {
        int[] own =
                Arrays.stream(cells(false)).map(cell -> steps[cell]).sorted().toArray();
        return own.length == 0 ? FROM_SMALL.getLast() : FROM_SMALL.get(own[own.length / 2]);
    }
}
