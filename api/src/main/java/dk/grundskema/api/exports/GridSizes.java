package dk.grundskema.api.exports;

import dk.grundskema.api.timetable.Entry;
import dk.grundskema.api.timetable.WeekGrid;
import dk.grundskema.api.timetable.WeekGrid.Cell;
import dk.grundskema.api.timetable.WeekGrid.Day;
import java.util.Locale;

/**
 * How high the rows of a week's table are, so that it fills its page and never goes beyond, and how large the type in its cells. What one team
 * or person has alone is set at least as large as what all share.
 */
public final class GridSizes {
    /** Share of the width that the column of times takes, in per cent. */
    private static final int TIME_WIDTH = 6;

    private static final double PADDING = 1.2;

    private final WeekGrid grid;
    private final Paper paper;
    private final Viewpoint viewpoint;
    private final double[] heights;

    /** The largest type of what all share, so that it doesn't outdo the rest. */
    private final TypeSize largestShared;

    /** @param taken height that something else on the page takes, in millimetres */
    GridSizes(WeekGrid grid, Paper paper, Viewpoint viewpoint, double taken) {
        this.grid = grid;
        this.paper = paper;
        this.viewpoint = viewpoint;
        var rows = new RowHeights(grid, paper, taken);
        var choice = new TypeChoice(rows, (cell, entry, size) -> need(cell, entry, size) + PADDING);
        this.largestShared = choice.usual();
        this.heights = rows.filling(choice.least());
    }

    private double need(Cell cell, Entry entry, TypeSize size) {
        double width = paper.tableWidth() * laneShare(day(entry)) * cell.columns() / 100 - RowHeights.SPACING;
        return size.height(entry, cell.isClash(), viewpoint, width, paper);
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
        return RowHeights.of(cell, heights);
    }

    /** Class of a cell's type: the largest in which all fits that is to be said; the smallest, and clipped, if none is small enough. */
    public String style(Cell cell, Entry entry) {
        double height = height(cell) - PADDING;
        for (TypeSize size : TypeSize.values()) {
            boolean isTooLarge = entry.isForAll() && size.compareTo(largestShared) < 0;
            if (!isTooLarge && need(cell, entry, size) <= height) {
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
