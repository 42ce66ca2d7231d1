package dk.grundskema.api.exports;

import dk.grundskema.api.timetable.WeekGrid;
import dk.grundskema.api.timetable.WeekGrid.Cell;
import dk.grundskema.api.timetable.WeekGrid.Day;
import dk.grundskema.api.timetable.WeekGrid.Row;
import java.util.List;
import java.util.Locale;

/** How high the rows of a week's table are, so that it fills its page and never goes beyond. Longer times take more, but not in proportion. */
public final class GridSizes {
    private static final int LONGEST = 120;
    private static final double SPACING = 0.8;
    private static final int FEW_COLUMNS = 5;

    private final WeekGrid grid;
    private final Paper paper;
    private final double[] heights;

    GridSizes(WeekGrid grid, Paper paper) {
        this.grid = grid;
        this.paper = paper;
        this.heights = heights(grid.rows());
    }

    private double[] heights(List<Row> rows) {
        double empty = rows.stream().filter(Row::isEmpty).count() * paper.emptyRow();
        long held = rows.stream().filter(row -> !row.isEmpty()).count();
        double room = paper.tableHeight() - empty - rows.size() * SPACING;
        double lowest = Math.min(paper.lowestRow(), room / Math.max(1, held));
        double toShare = room - held * lowest;
        double weights = rows.stream().mapToDouble(GridSizes::weight).sum();
        return rows.stream()
                .mapToDouble(row -> row.isEmpty()
                        ? paper.emptyRow()
                        : Math.min(paper.highestRow(), lowest + toShare * weight(row) / weights))
                .toArray();
    }

    private static double weight(Row row) {
        return row.isEmpty() ? 0 : Math.min(row.minutes(), LONGEST);
    }

    /** Height of a row as CSS writes it. */
    public String ofRow(int row) {
        return millimetres(heights[row]);
    }

    /** Height of what a cell holds, as CSS writes it. */
    public String of(Cell cell) {
        return millimetres(height(cell) - 1.2);
    }

    private double height(Cell cell) {
        double height = (cell.rows() - 1) * SPACING;
        for (int row = cell.row(); row < cell.row() + cell.rows(); row++) {
            height += heights[row];
        }
        return height;
    }

    /** Class that sets the size of a cell's type: small where it is low or narrow, large where there is room. */
    public String style(Cell cell) {
        double lines = height(cell) / paper.lowestRow();
        int columns = grid.days().stream().mapToInt(Day::lanes).sum();
        boolean isNarrow = columns > FEW_COLUMNS + 2;
        if (lines < 0.85) {
            return "tiny";
        }
        if (lines < 1.45 || isNarrow) {
            return "small";
        }
        return lines >= 2.1 && columns <= FEW_COLUMNS ? "large" : "medium";
    }

    /** Share of the width that each lane of a day takes, in per cent, as CSS writes it. */
    public String laneWidth(Day day) {
        double ofDay = (100.0 - timeWidth()) / grid.days().size();
        return String.format(Locale.ROOT, "%.3f%%", ofDay / day.lanes());
    }

    /** Share of the width that the column of times takes, in per cent. */
    public int timeWidth() {
        return 6;
    }

    private static String millimetres(double length) {
        return String.format(Locale.ROOT, "%.2fmm", Math.max(0, length));
    }
}
