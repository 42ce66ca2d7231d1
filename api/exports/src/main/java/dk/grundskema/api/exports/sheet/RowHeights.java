package dk.grundskema.api.exports.sheet;

import dk.grundskema.api.documents.timetable.WeekGrid;
import dk.grundskema.api.documents.timetable.WeekGrid.Cell;
import dk.grundskema.api.documents.timetable.WeekGrid.Row;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Calculates the row heights of a week, in millimetres. Rows get only the height that their cells need, preferably rows that many days share rather
 * than rows at which only one day has an edge; the remaining height goes to longer rows.
 */
final class RowHeights {
    /** Space between two rows. */
    static final double SPACING = 0.8;

    private static final int LONGEST = 120;

    private final WeekGrid grid;
    private final PaperFormat paper;
    private final List<Cell> cells;
    private final double taken;

    /** @param taken height of other elements on the page, in millimetres */
    RowHeights(WeekGrid grid, PaperFormat paper, double taken) {
        this.taken = taken;
        this.grid = grid;
        this.paper = paper;
        this.cells = grid.rows().stream()
                .flatMap(row -> row.cells().stream())
                .filter(cell -> cell.entry() != null)
                .sorted(Comparator.comparingInt(Cell::rows))
                .toList();
    }

    /** Returns the cells with entries, those with the fewest rows first. */
    List<Cell> cells() {
        return cells;
    }

    /** Returns the minimum row heights that give each cell its needed height, in the order of {@link #cells}. */
    double[] leastHeights(double[] needs) {
        double[] heights = bareHeights();
        for (int nth = 0; nth < needs.length; nth++) {
            Cell cell = cells.get(nth);
            double lacking = needs[nth] - cellHeight(cell, heights);
            for (int row = cell.row(); lacking > 0 && row < cell.row() + cell.rows(); row++) {
                heights[row] += lacking / cell.rows();
            }
        }
        return heights;
    }

    /** Returns the heights for the time labels beside the rows. */
    private double[] bareHeights() {
        double[] heights = new double[grid.rows().size()];
        for (int row = 0; row < heights.length; row++) {
            heights[row] = grid.rows().get(row).isEmpty() ? paper.emptyRow() : paper.timeHeight();
        }
        if (heights.length > 0) {
            heights[heights.length - 1] += paper.timeHeight();
        }
        return heights;
    }

    /** Returns whether rows of these heights fit on the page. */
    boolean fitPage(double[] heights) {
        return Arrays.stream(heights).sum() <= availableHeight();
    }

    private double availableHeight() {
        return paper.tableHeight() - taken - (grid.rows().size() + 1) * SPACING;
    }

    /** Returns heights that fill the page: longer rows grow; if they exceed the page, all rows shrink. */
    double[] stretchToPage(double[] least) {
        double rest = availableHeight() - Arrays.stream(least).sum();
        if (rest < 0) {
            return shrinkToPage(least);
        }
        double weights = grid.rows().stream().mapToDouble(RowHeights::weight).sum();
        double[] heights = least.clone();
        for (int row = 0; row < heights.length; row++) {
            double share = weights == 0 ? 0 : rest * weight(grid.rows().get(row)) / weights;
            heights[row] = Math.max(least[row], Math.min(paper.highestRow(), least[row] + share));
        }
        return heights;
    }

    /** The time labels keep their height as long as possible; the rest shrinks proportionally. */
    private double[] shrinkToPage(double[] least) {
        double[] bare = bareHeights();
        double bareSum = Arrays.stream(bare).sum();
        double beyond = Arrays.stream(least).sum() - bareSum;
        double share = beyond <= 0 ? 0 : Math.max(0, availableHeight() - bareSum) / beyond;
        double scale = Math.min(1, availableHeight() / bareSum);
        double[] heights = new double[least.length];
        for (int row = 0; row < heights.length; row++) {
            heights[row] = bare[row] * scale + (least[row] - bare[row]) * share;
        }
        return heights;
    }

    private static double weight(Row row) {
        return row.isEmpty() ? 0 : Math.min(row.minutes(), LONGEST);
    }

    /** Returns the height of a cell. */
    static double cellHeight(Cell cell, double[] heights) {
        double height = (cell.rows() - 1) * SPACING;
        for (int row = cell.row(); row < cell.row() + cell.rows(); row++) {
            height += heights[row];
        }
        return height;
    }
}
