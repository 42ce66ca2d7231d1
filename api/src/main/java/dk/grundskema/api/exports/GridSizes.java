package dk.grundskema.api.exports;

import dk.grundskema.api.timetable.Entry;
import dk.grundskema.api.timetable.WeekGrid;
import dk.grundskema.api.timetable.WeekGrid.Cell;
import dk.grundskema.api.timetable.WeekGrid.Day;
import dk.grundskema.api.timetable.WeekGrid.Row;
import java.util.List;
import java.util.Locale;

/**
 * How high the rows of a week's table are, so that it fills its page and never goes beyond, and how large the type in its cells. Longer
 * times take more height, but not in proportion.
 */
public final class GridSizes {
    /** Share of the width that the column of times takes, in per cent. */
    private static final int TIME_WIDTH = 6;

    private static final int LONGEST = 120;
    private static final double SPACING = 0.8;
    private static final double PADDING = 1.2;

    private final WeekGrid grid;
    private final Paper paper;
    private final Viewpoint viewpoint;
    private final double[] heights;

    GridSizes(WeekGrid grid, Paper paper, Viewpoint viewpoint) {
        this.grid = grid;
        this.paper = paper;
        this.viewpoint = viewpoint;
        this.heights = heights(grid.rows());
    }

    private double[] heights(List<Row> rows) {
        double empty = rows.stream().filter(Row::isEmpty).count() * paper.emptyRow();
        long held = rows.stream().filter(row -> !row.isEmpty()).count();
        double room = paper.tableHeight() - empty - (rows.size() + 1) * SPACING;
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
        return millimetres(height(cell) - PADDING);
    }

    private double height(Cell cell) {
        double height = (cell.rows() - 1) * SPACING;
        for (int row = cell.row(); row < cell.row() + cell.rows(); row++) {
            height += heights[row];
        }
        return height;
    }

    /** Class of a cell's type: the largest in which all fits that is to be said; the smallest, and clipped, if none is small enough. */
    public String style(Cell cell, Entry entry) {
        double width = paper.tableWidth() * laneShare(day(entry)) * cell.columns() / 100 - SPACING;
        double height = height(cell) - PADDING;
        for (TypeSize size : TypeSize.values()) {
            if (size.height(entry, cell.isClash(), viewpoint, width, paper) <= height) {
                return size.style();
            }
        }
        return TypeSize.TINY.style();
    }

    private Day day(Entry entry) {
        return grid.days().stream()
                .filter(day -> day.date().equals(entry.date()))
                .findFirst()
                .orElseThrow();
    }

    private double laneShare(Day day) {
        return (100.0 - TIME_WIDTH) / grid.days().size() / day.lanes();
    }

    /** Share of the width that each lane of a day takes, as CSS writes it. */
    public String laneWidth(Day day) {
        return String.format(Locale.ROOT, "%.3f%%", laneShare(day));
    }

    /** Share of the width that the column of times takes, as CSS writes it. */
    public String timeWidth() {
        return TIME_WIDTH + "%";
    }

    private static String millimetres(double length) {
        return String.format(Locale.ROOT, "%.2fmm", Math.max(0, length));
    }
}
