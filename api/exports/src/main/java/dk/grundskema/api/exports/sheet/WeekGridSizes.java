package dk.grundskema.api.exports.sheet;

import dk.grundskema.api.documents.timetable.TimetableEntry;
import dk.grundskema.api.documents.timetable.WeekGrid;
import dk.grundskema.api.documents.timetable.WeekGrid.Cell;
import dk.grundskema.api.documents.timetable.WeekGrid.Day;
import java.util.Locale;

/**
 * Sizes of a week's table: row heights that fill but never exceed the page, and the font sizes of cells. Cells of a single team or person get at
 * least the font size of cells shared by all.
 */
public final class WeekGridSizes {
    /** Width of the time column, in per cent of the table width. */
    private static final int TIME_WIDTH = 6;

    private static final double PADDING = 1.2;

    private final WeekGrid grid;
    private final PaperFormat paper;
    private final Viewpoint viewpoint;
    private final double[] heights;

    /** Largest font size of cells shared by all, so that they do not dominate. */
    private final FontSize largestShared;

    /** @param taken height of other elements on the page, in millimetres */
    WeekGridSizes(WeekGrid grid, PaperFormat paper, Viewpoint viewpoint, double taken) {
        this.grid = grid;
        this.paper = paper;
        this.viewpoint = viewpoint;
        var rows = new RowHeights(grid, paper, taken);
        var choice = new FontSizeChooser(rows, (cell, entry, size) -> neededHeight(cell, entry, size) + PADDING);
        this.largestShared = choice.medianOwnSize();
        this.heights = rows.stretchToPage(choice.leastHeights());
    }

    private double neededHeight(Cell cell, TimetableEntry entry, FontSize size) {
        double width = paper.tableWidth() * laneShare(dayOf(entry)) * cell.columns() / 100 - RowHeights.SPACING;
        return cell.others().isEmpty()
                ? size.height(entry, cell.isClash(), viewpoint, width, paper)
                : size.heightOfMany(cell.entries(), viewpoint, width, paper);
    }

    /** Returns the height of a row as a CSS length. */
    public String ofRow(int row) {
        return toCssLength(heights[row]);
    }

    /** Returns the height of a cell's content as a CSS length. */
    public String of(Cell cell) {
        return toCssLength(cellHeight(cell) - PADDING);
    }

    private double cellHeight(Cell cell) {
        return RowHeights.cellHeight(cell, heights);
    }

    /** Returns the CSS class of a cell's font size: the largest in which the text fits; if none is small enough, the smallest, with clipping. */
    public String style(Cell cell, TimetableEntry entry) {
        double height = cellHeight(cell) - PADDING;
        for (FontSize size : FontSize.values()) {
            boolean isTooLarge = entry.isForAll() && size.compareTo(largestShared) < 0;
            if (!isTooLarge && neededHeight(cell, entry, size) <= height) {
                return size.style();
            }
        }
        return FontSize.TINY.style();
    }

    private Day dayOf(TimetableEntry entry) {
        return grid.days().stream()
                .filter(day -> day.date().equals(entry.date()))
                .findFirst()
                .orElseThrow();
    }

    private double laneShare(Day day) {
        return (100.0 - TIME_WIDTH) / grid.days().size() / day.lanes();
    }

    /** Returns the width of each lane of a day as a CSS percentage. */
    public String laneWidth(Day day) {
        return String.format(Locale.ROOT, "%.3f%%", laneShare(day));
    }

    /** Returns the width of the time column as a CSS percentage. */
    public String timeWidth() {
        return TIME_WIDTH + "%";
    }

    private static String toCssLength(double length) {
        return String.format(Locale.ROOT, "%.2fmm", Math.max(0, length));
    }
}
