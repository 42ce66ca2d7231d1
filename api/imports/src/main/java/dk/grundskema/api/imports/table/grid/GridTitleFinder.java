package dk.grundskema.api.imports.table.grid;

import dk.grundskema.api.imports.source.SourceText;
import dk.grundskema.api.imports.table.file.CellName.Cell;
import dk.grundskema.api.imports.table.parse.WeekdaysParser;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds the owner or the weekday that stands in the corner of a grid or in the rows above it. */
final class GridTitleFinder {
    /** Titles are at most so many rows above the headings. */
    private static final int ROWS_ABOVE = 4;

    private final GridOwnerResolver owners;

    GridTitleFinder(GridOwnerResolver owners) {
        this.owners = owners;
    }

    /**
     * Where a title may stand.
     *
     * @param table   the table
     * @param heading row of the headings, in which only the cells from {@code left} to {@code corner} count
     * @param from    first row that belongs to the grid
     * @param left    first column
     * @param corner  first column after the corner
     * @param right   first column after the grid
     */
    record Area(OrientedTable table, int heading, int from, int left, int corner, int right) {}

    /**
     * An owner in a title.
     *
     * @param owner the owner
     * @param cell  its cell
     */
    record Title(GridOwner owner, Cell cell) {}

    /** Returns the owner in the nearest cell that states one: first the corner, then the rows above it. */
    Optional<Title> findOwner(Area area) {
        return cells(area).stream()
                .flatMap(cell ->
                        sourceText(area, cell)
                                .flatMap(owners::findInTitle)
                                .map(owner -> new Title(owner, cell))
                                .stream())
                .findFirst();
    }

    /** Returns the filled cells in which a title may stand, the nearest row first; without times and numbers of lessons. */
    List<SourceText> texts(Area area) {
        return cells(area).stream()
                .flatMap(cell -> sourceText(area, cell).stream())
                .filter(text -> !GridLabel.parse(List.of(text.text())).isLesson())
                .toList();
    }

    /**
     * Weekdays in a title.
     *
     * @param days the weekdays, at least one
     * @param cell their cell
     */
    record DayTitle(SortedSet<DayOfWeek> days, Cell cell) {}

    /** Returns the weekdays in the nearest cell that states some. */
    static Optional<DayTitle> findDays(Area area) {
        return cells(area).stream()
                .map(cell -> new DayTitle(
                        new TreeSet<>(WeekdaysParser.parse(area.table().text(cell.row(), cell.column()))), cell))
                .filter(title -> !title.days().isEmpty())
                .findFirst();
    }

    /**
     * Even or odd weeks in a title.
     *
     * @param weeks the weeks
     * @param cell  their cell
     */
    record WeekTitle(StatedWeeks weeks, Cell cell) {}

    /**
     * Returns the even or odd weeks of a grid: in a cell that states nothing else, in its title, or in the name of the sheet. Other texts that end with
     * weeks are remarks; weeks by number only say when it was made.
     *
     * @param title the cell that names whose grid it is
     */
    static Optional<WeekTitle> findWeeks(Area area, Optional<Cell> title) {
        var corner = new Cell(area.heading(), area.left());
        return Stream.concat(
                        cells(area).stream()
                                .map(cell -> new TitleText(area.table().text(cell.row(), cell.column()), cell))
                                .filter(text -> WeekWords.isParity(text.text())
                                        || title.filter(text.cell()::equals).isPresent()),
                        Stream.of(new TitleText(
                                GridOwnerResolver.nameOf(area.table().table()), corner)))
                .filter(text -> WeekWords.endsWithParity(text.text()))
                .flatMap(text -> WeekWords.parseLabel(text.text()).weeks().stream()
                        .map(weeks -> new WeekTitle(weeks, text.cell())))
                .findFirst();
    }

    private record TitleText(String text, Cell cell) {}

    private static Optional<SourceText> sourceText(Area area, Cell cell) {
        String text = area.table().text(cell.row(), cell.column());
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(new SourceText(text, area.table().place(cell.row(), cell.column())));
    }

    private static List<Cell> cells(Area area) {
        var cells = new ArrayList<Cell>();
        for (int row = area.heading(); row >= Math.max(area.from(), area.heading() - ROWS_ABOVE); row--) {
            boolean isCorner = row == area.heading();
            int columns = Math.min(area.table().columnCount(row), isCorner ? area.corner() : area.right());
            for (int column = area.left(); column < columns; column++) {
                cells.add(new Cell(row, column));
            }
        }
        if (area.table().isTransposed()) {
            addRowsAbove(area, cells);
        }
        return cells;
    }

    /** Adds the cells above a grid whose lessons run across; its lessons are no titles. */
    private static void addRowsAbove(Area area, List<Cell> cells) {
        for (int column = area.corner() - 1; column >= Math.max(area.left(), area.corner() - ROWS_ABOVE); column--) {
            for (int row = area.heading() + 1; row < area.table().rowCount(); row++) {
                if (!GridLabel.parse(List.of(area.table().text(row, column))).isLesson()) {
                    cells.add(new Cell(row, column));
                }
            }
        }
    }
}
