package dk.grundskema.api.imports.table.lists;

import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.imports.table.file.CellName.Cell;
import dk.grundskema.api.imports.table.file.Table;
import java.util.List;

/**
 * Knows which weekday rows without one have: that of the section in which they are, if weekdays stand in rows of their own. Otherwise, if at least
 * half of the rows of a timetable have none, the weekday stands only in the first row of each day, and a row without one has that of the row above.
 * Otherwise a missing weekday is a mistake.
 */
final class WeekdayCarrier {
    private static final String WEEKDAY = "weekday";

    private final Table table;
    private final int column;
    private final int firstBlank;
    private final WeekdaySections sections;
    private final boolean isCarried;
    private int stated;

    /** @param rows rows of the list, without blank rows, notes, totals and sections */
    WeekdayCarrier(Table table, ListColumnMatcher columns, List<Integer> rows) {
        this.table = table;
        this.column = columns.indexOf(WEEKDAY);
        this.sections = columns.sections();
        boolean isTimetable =
                columns.list().list().key().equals(CoreLists.TIMETABLE) && columns.has(WEEKDAY) && !columns.has("date");
        List<Integer> blank = isTimetable && sections.isEmpty()
                ? rows.stream().filter(row -> table.text(row, column).isEmpty()).toList()
                : List.of();
        this.isCarried = !blank.isEmpty() && 2 * blank.size() >= rows.size();
        this.firstBlank = blank.isEmpty() ? -1 : blank.getFirst();
        this.stated = -1;
    }

    /** Says once that weekdays are those of the rows above. */
    void report(TableSourceBuilder out) {
        if (isCarried) {
            out.addFinding(FileFinding.info(table.place(firstBlank, column), "import.weekday.above"));
        }
        if (!sections.isEmpty()) {
            Cell first = sections.first();
            out.addFinding(FileFinding.info(
                    table.place(first.row(), first.column()),
                    "import.weekday.section",
                    table.text(first.row(), first.column())));
        }
    }

    /** Returns the cell with the weekday of a row; that of the row itself if it states one or none is carried. Rows are asked from top to bottom. */
    Cell cellOfWeekday(int row) {
        Cell own = new Cell(row, column);
        if (!sections.isEmpty()) {
            return table.text(row, column).isEmpty() ? sections.findAbove(row).orElse(own) : own;
        }
        if (!isCarried || !table.text(row, column).isEmpty()) {
            stated = row;
        }
        return stated < 0 ? own : new Cell(stated, column);
    }
}
