package dk.grundskema.api.imports.table.lists;

import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.imports.table.file.Table;
import java.util.List;

/**
 * Knows which weekday rows without one have. If at least half of the rows of a timetable have none, the weekday stands only in the first row of
 * each day, and a row without one has that of the row above. Otherwise a missing weekday is a mistake.
 */
final class WeekdayCarrier {
    private static final String WEEKDAY = "weekday";

    private final Table table;
    private final int column;
    private final int firstBlank;
    private final boolean isCarried;
    private int stated;

    /** @param rows rows of the list, without blank rows, notes and totals */
    WeekdayCarrier(Table table, ListColumnMatcher columns, List<Integer> rows) {
        this.table = table;
        this.column = columns.indexOf(WEEKDAY);
        boolean isTimetable =
                columns.list().list().key().equals(CoreLists.TIMETABLE) && columns.has(WEEKDAY) && !columns.has("date");
        List<Integer> blank = isTimetable
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
    }

    /** Returns the row with the weekday of a row; the row itself if it states one or none is carried. Rows are asked from top to bottom. */
    int rowOfWeekday(int row) {
        if (!isCarried || !table.text(row, column).isEmpty()) {
            stated = row;
        }
        return stated < 0 ? row : stated;
    }
}
