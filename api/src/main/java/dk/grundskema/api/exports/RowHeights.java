package dk.grundskema.api.exports;

import dk.grundskema.api.timetable.WeekGrid;
import dk.grundskema.api.timetable.WeekGrid.Cell;
import dk.grundskema.api.timetable.WeekGrid.Row;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Heights of a week's rows, in millimetres: no more than their cells need, so that times which many days share get the height, and not those
 * at which only one day has an edge; what is left over goes to the longer times.
 */
final class RowHeights {
    /** Space between two rows. */
    static final double SPACING = 0.8;

    private static final int LONGEST = 120;

    private final WeekGrid grid;
    private final Paper paper;
    private final List<Cell> cells;
    private final double taken;

    /** @param taken height that something else on the page takes, in millimetres */
    RowHeights(WeekGrid grid, Paper paper, double taken) {
        this.taken = taken;
        this.grid = grid;
        this.paper = paper;
        this.cells = grid.rows().stream()
                .flatMap(row -> row.cells().stream())
                .filter(cell -> cell.entry() != null)
                .sorted(Comparator.comparingInt(Cell::rows))
                .toList();
    }

    /** Cells in which something is held, those of the fewest rows first. */
    List<Cell> cells() {
        return cells;
    }

    /** The least heights that give each cell what it needs, in the order of {@link #cells}. */
    double[] least(double[] needs) {
        double[] heights = bare();
        for (int nth = 0; nth < needs.length; nth++) {
            Cell cell = cells.get(nth);
            double lacking = needs[nth] - of(cell, heights);
            for (int row = cell.row(); lacking > 0 && row < cell.row() + cell.rows(); row++) {
                heights[row] += lacking / cell.rows();
            }
        }
        return heights;
    }

    /** Heights that the times beside the rows need. */
    private double[] bare() {
        double[] heights = new double[grid.rows().size()];
        for (int row = 0; row < heights.length; row++) {
            heights[row] = grid.rows().get(row).isEmpty() ? paper.emptyRow() : paper.timeHeight();
        }
        if (heights.length > 0) {
            heights[heights.length - 1] += paper.timeHeight();
        }
        return heights;
    }

    /** Whether rows of these heights stay on the page. */
    boolean fit(double[] heights) {
        return Arrays.stream(heights).sum() <= room();
    }

    private double room() {
        return paper.tableHeight() - taken - (grid.rows().size() + 1) * SPACING;
    }

    /** Heights that fill the page: higher where time is longer; if they go beyond it, all are lower. */
    double[] filling(double[] least) {
        double rest = room() - Arrays.stream(least).sum();
        if (rest < 0) {
            return lower(least);
        }
        double weights = grid.rows().stream().mapToDouble(RowHeights::weight).sum();
        double[] heights = least.clone();
        for (int row = 0; row < heights.length; row++) {
            double share = weights == 0 ? 0 : rest * weight(grid.rows().get(row)) / weights;
            heights[row] = Math.max(least[row], Math.min(paper.highestRow(), least[row] + share));
        }
        return heights;
    }

    /** The times keep their height as long as that is possible; what is beyond shrinks alike. */
    private double[] lower(double[] least) {
        double[] bare = bare();
        double bareSum = Arrays.stream(bare).sum();
        double beyond = Arrays.stream(least).sum() - bareSum;
        double share = beyond <= 0 ? 0 : Math.max(0, room() - bareSum) / beyond;
        double scale = Math.min(1, room() / bareSum);
        double[] heights = new double[least.length];
        for (int row = 0; row < heights.length; row++) {
            heights[row] = bare[row] * scale + (least[row] - bare[row]) * share;
        }
        return heights;
    }

    private static double weight(Row row) {
        return row.isEmpty() ? 0 : Math.min(row.minutes(), LONGEST);
    }

    /** Height of a cell in rows of these heights. */
    static double of(Cell cell, double[] heights) {
        double height = (cell.rows() - 1) * SPACING;
        for (int row = cell.row(); row < cell.row() + cell.rows(); row++) {
            height += heights[row];
        }
        return height;
    }
}
