package dk.grundskema.api.imports.table.lists;

import dk.grundskema.api.imports.table.file.CellName.Cell;
import dk.grundskema.api.imports.table.file.MergedArea;
import dk.grundskema.api.imports.table.file.Table;
import dk.grundskema.api.imports.table.parse.WeekdaysParser;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Rows of a timetable in which a weekday stands alone, and that hold for the rows below: {@code Mandag} above the lessons of Monday. Such a row has
 * exactly one filled cell, or one merged area, with weekdays and nothing else; a row with any other word is a lesson like all others.
 */
final class WeekdaySections {
    private static final Pattern DIGIT = Pattern.compile("\\d");

    private final SortedMap<Integer, Cell> cells = new TreeMap<>();
    private final SortedMap<Integer, Cell> others = new TreeMap<>();

    /**
     * @param headingRow    row of the headings, above all sections
     * @param weekdayColumn column of weekdays; a weekday alone in its row is then a section if the next row has none. -1 if there is no such column
     */
    WeekdaySections(Table table, int headingRow, int weekdayColumn) {
        for (int row = headingRow + 1; row < table.rows().size(); row++) {
            Optional<Cell> cell = findOnlyCell(table, row);
            if (cell.isEmpty()) {
                continue;
            }
            boolean isWeekday = isWeekday(table.text(row, cell.get().column()));
            if (!isWeekday) {
                others.put(row, cell.get());
            } else if (weekdayColumn < 0 || isAboveRowWithoutWeekday(table, row, weekdayColumn)) {
                cells.put(row, cell.get());
            }
        }
    }

    private static Optional<Cell> findOnlyCell(Table table, int row) {
        Optional<Cell> only = Optional.empty();
        for (int column = 0; column < table.rows().get(row).size(); column++) {
            if (table.text(row, column).isEmpty()) {
                continue;
            }
            if (only.isEmpty()) {
                only = Optional.of(new Cell(row, column));
            } else if (!isOneArea(table, only.get(), column)) {
                return Optional.empty();
            }
        }
        return only;
    }

    private static boolean isOneArea(Table table, Cell first, int column) {
        Optional<MergedArea> area = table.area(first.row(), first.column());
        return area.isPresent()
                && area.get().top() == area.get().bottom()
                && area.get().contains(first.row(), column);
    }

    /** A date behind the weekday would be passed over. */
    private static boolean isWeekday(String text) {
        return !DIGIT.matcher(text).find() && !WeekdaysParser.parse(text).isEmpty();
    }

    private static boolean isAboveRowWithoutWeekday(Table table, int row, int weekdayColumn) {
        int next = row + 1;
        while (next < table.rows().size() && table.isBlank(next)) {
            next++;
        }
        return next < table.rows().size() && table.text(next, weekdayColumn).isEmpty();
    }

    /** Whether there are any. */
    boolean isEmpty() {
        return cells.isEmpty();
    }

    /** Whether a row is one of them. */
    boolean contains(int row) {
        return cells.containsKey(row);
    }

    /** Returns the cell of the first one. */
    Cell first() {
        return cells.values().iterator().next();
    }

    /** Returns the only cell of a row whose text is no weekday; empty if the row has more cells, or if there are no weekdays in rows of their own. */
    Optional<Cell> findOther(int row) {
        return cells.isEmpty() ? Optional.empty() : Optional.ofNullable(others.get(row));
    }

    /** Returns the weekday of the nearest one above a row; empty if there is none. */
    Optional<Cell> findAbove(int row) {
        SortedMap<Integer, Cell> above = cells.headMap(row);
        return above.isEmpty() ? Optional.empty() : Optional.ofNullable(above.get(above.lastKey()));
    }
}
