package dk.grundskema.api.imports.table.grid;

import dk.grundskema.api.imports.source.SourceLocation;
import dk.grundskema.api.imports.table.file.CellName.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A grid in a table: lessons run down, and each column has its weekday and perhaps its owner.
 *
 * @param table      the table, so turned that lessons run down
 * @param heading    row directly above the first row with lessons
 * @param end        first row after the grid
 * @param labelFrom  first column with times or lesson numbers
 * @param labelUntil first column after those
 * @param columns    meaning of the columns with lessons
 * @param owner      owner of all columns that have none of their own, if it is stated in the table
 * @param headings   cells with weekdays, owners and the like, in the rows and columns of {@code table}
 */
record Grid(
        OrientedTable table,
        int heading,
        int end,
        int labelFrom,
        int labelUntil,
        SortedMap<Integer, GridColumn> columns,
        Optional<GridOwner> owner,
        List<Cell> headings) {
    /** Copies the headings. */
    Grid {
        headings = List.copyOf(headings);
    }

    /** Returns the grid with another end. */
    Grid withEnd(int row) {
        return new Grid(table, heading, row, labelFrom, labelUntil, columns, owner, headings);
    }

    /** Returns the place of the grid: its first filled heading, or where that should be. */
    SourceLocation place() {
        int column = labelFrom;
        while (column < labelUntil && table.text(heading, column).isEmpty()) {
            column++;
        }
        return table.place(heading, column < labelUntil ? column : labelFrom);
    }

    /** Whether the columns have different owners. */
    boolean hasColumnOwners() {
        return columns.values().stream().anyMatch(column -> column.owner() != null);
    }

    /** Returns the texts of a row before the columns with lessons, without weekdays if these stand there. */
    List<String> labels(int row) {
        var labels = new ArrayList<String>();
        for (int column = labelFrom; column < labelUntil; column++) {
            labels.add(table.text(row, column));
        }
        return hasColumnOwners() ? GridLabel.withoutWeekdays(labels) : labels;
    }

    /** Whether no cell of the grid is filled in a row. */
    boolean isBlank(int row) {
        for (int column = labelFrom; column <= columns.lastKey(); column++) {
            if (!table.text(row, column).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** Whether no cell of a column with lessons is filled. */
    boolean hasNoCell(int row) {
        return columns.keySet().stream()
                .allMatch(column -> table.text(row, column).isEmpty());
    }

    /** Whether there are filled cells in columns with lessons and all of them mean a break. */
    boolean isAllBreak(int row) {
        var filled = columns.keySet().stream()
                .map(column -> table.text(row, column))
                .filter(text -> !text.isEmpty())
                .toList();
        return !filled.isEmpty() && filled.stream().allMatch(GridLabel::isBreak);
    }

    /** Whether a row is a break. */
    boolean isBreakRow(int row) {
        return GridLabel.parse(labels(row)) instanceof GridLabel.Break || isAllBreak(row);
    }

    /** Whether a row has a time or a number of a lesson. */
    boolean isLessonRow(int row) {
        return GridLabel.parse(labels(row)).isLesson();
    }

    /** Returns the number of filled cells that have a time, a weekday and, if it is stated, an owner; those count twice. */
    int understoodCells() {
        int cells = 0;
        for (int row = heading + 1; row < end; row++) {
            if (isLessonRow(row)) {
                for (var column : columns.entrySet()) {
                    boolean isOwned = column.getValue().owner() != null || owner.isPresent();
                    cells += table.text(row, column.getKey()).isEmpty() ? 0 : isOwned ? 2 : 1;
                }
            }
        }
        return cells;
    }
}
