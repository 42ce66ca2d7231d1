package dk.grundskema.api.imports.table.lists;

import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.imports.source.Years;
import dk.grundskema.api.imports.table.file.Table;
import java.util.Map;
import java.util.OptionalInt;

/** A table that is a list. */
public final class ListTable {
    private static final Map<String, RowReader> READERS = Map.of(
            CoreLists.TIMETABLE, new LessonRows(),
            CoreLists.BELLS, new BellRows(),
            CoreLists.STAFF, new StaffRows(),
            CoreLists.STUDENTS, new StudentRows(),
            CoreLists.ROOMS, new RoomRows(),
            CoreLists.GROUPS, new GroupRows(),
            CoreLists.BUSY, new BusyRows());

    private final Table table;
    private final Columns columns;

    /** Reads a row of a list. */
    interface RowReader {
        /** Keeps what the row says, or what is wrong with it. */
        void read(ListRow row, Collected out);
    }

    ListTable(Table table, Columns columns) {
        this.table = table;
        this.columns = columns;
    }

    /** Whether a row is a note to people: it begins with {@code #}. */
    static boolean isNote(Table table, int row) {
        return table.rows().get(row).stream()
                .filter(cell -> !cell.isEmpty())
                .findFirst()
                .filter(cell -> cell.startsWith("#"))
                .isPresent();
    }

    /** Whether it has all columns that the list needs. */
    public boolean isWhole() {
        return columns.meetsNeeds();
    }

    /** The row of its headings, from 0. */
    public int headings() {
        return columns.row();
    }

    /** Whether what stands in a cell counts: one below a known heading, in a row that is neither a note nor a total. */
    public boolean reads(int row, int column) {
        if (row <= columns.row() || row >= table.rows().size()) {
            return row == columns.row() || (row > columns.row() && columns.reads(column));
        }
        return columns.reads(column)
                && !isNote(table, row)
                && Totals.of(table, row).isEmpty();
    }

    /**
     * Reads all rows.
     *
     * @param years days among which dates are that are written without their year
     */
    public void read(Collected out, Years years) {
        if (!columns.inspect(out)) {
            return;
        }
        AskedList list = columns.list();
        RowReader reader =
                list.type().isEmpty() ? READERS.getOrDefault(list.list().key(), new TypeRows()) : new TypeRows();
        for (int row = columns.row() + 1; row < table.rows().size(); row++) {
            if (table.isBlank(row) || isNote(table, row)) {
                continue;
            }
            OptionalInt total = Totals.of(table, row);
            if (total.isPresent()) {
                int column = total.getAsInt();
                out.say(FileFinding.info(table.place(row, column), "import.row.total", table.text(row, column)));
            } else {
                reader.read(new ListRow(table, row, columns, out, years), out);
            }
        }
    }
}
