package dk.grundskema.api.imports.table.lists;

import dk.grundskema.api.documents.cell.WeekdayParser;
import dk.grundskema.api.documents.cell.YearlessDateResolver;
import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.imports.source.ImportQuestion;
import dk.grundskema.api.imports.source.SourceLocation;
import dk.grundskema.api.imports.table.file.CellName.Cell;
import dk.grundskema.api.imports.table.file.Table;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table that was recognised as a list. */
public final class ListTable {
    private static final Map<String, RowReader> READERS = Map.of(
            CoreLists.TIMETABLE, new LessonRowReader(),
            CoreLists.BELLS, new BellRowReader(),
            CoreLists.STAFF, new StaffRowReader(),
            CoreLists.STUDENTS, new StudentRowReader(),
            CoreLists.ROOMS, new RoomRowReader(),
            CoreLists.GROUPS, new GroupRowReader(),
            CoreLists.BUSY, new BusyRowReader());

    private final Table table;
    private final ListColumnMatcher columns;

    /** Reads a row of a list. */
    interface RowReader {
        /** Adds the content of the row, or the findings about it. */
        void read(ListRow row, TableSourceBuilder out);
    }

    ListTable(Table table, ListColumnMatcher columns) {
        this.table = table;
        this.columns = columns;
    }

    /** Whether a row is a note for people: it begins with {@code #}. */
    static boolean isNote(Table table, int row) {
        return table.rows().get(row).stream()
                .filter(cell -> !cell.isEmpty())
                .findFirst()
                .filter(cell -> cell.startsWith("#"))
                .isPresent();
    }

    /** Whether it has all columns that the list needs. */
    public boolean hasNeededColumns() {
        return columns.meetsNeeds();
    }

    /** Whether it has several known columns, and columns that are not read are probably those that it lacks. */
    public boolean hasProbablyNeededColumns() {
        return columns.knownColumnCount() > 1
                && columns.meetsNeedsWith(new ColumnQuestions(table, columns).likelyKeys());
    }

    /** Returns the index of its heading row, from 0. */
    public int headingRow() {
        return columns.headingRow();
    }

    /** Returns the column of a key, from 0; -1 if the table has none. */
    public int columnOf(String key) {
        return columns.indexOf(key);
    }

    /** Returns the indexes of its rows, without blank rows, notes, totals, and weekdays in rows of their own. */
    public List<Integer> rowIndexes() {
        return IntStream.range(columns.headingRow() + 1, table.rows().size())
                .filter(row -> !table.isBlank(row) && !isNote(table, row))
                .filter(row -> TotalRowDetector.findTotalColumn(table, row).isEmpty())
                .filter(row -> !columns.sections().contains(row))
                .boxed()
                .toList();
    }

    /** Whether a cell is read: it is below a known heading, in a row that is neither a note nor a total. */
    public boolean isReadCell(int row, int column) {
        if (row <= columns.headingRow() || row >= table.rows().size()) {
            return row == columns.headingRow() || (row > columns.headingRow() && columns.isKnown(column));
        }
        return columns.isKnown(column)
                && !isNote(table, row)
                && TotalRowDetector.findTotalColumn(table, row).isEmpty();
    }

    /** Returns an error for each heading that means the same as an earlier one. */
    public List<FileFinding> repeatedHeadings() {
        return columns.repeatedHeadings();
    }

    /** Returns what the columns that are not read may be. */
    public List<ImportQuestion> questions() {
        return new ColumnQuestions(table, columns).questions();
    }

    /** Returns what the answers are about that say what columns are. */
    public Set<ImportQuestion.Key> usedAnswers() {
        return columns.usedAnswers().stream()
                .map(one -> new ImportQuestion.Key(ImportQuestion.Kind.HEADING, one.toString()))
                .collect(Collectors.toSet());
    }

    /**
     * Reads all rows.
     *
     * @param years resolves dates without a year
     */
    public void read(TableSourceBuilder out, YearlessDateResolver years) {
        if (!columns.checkHeadings(out)) {
            return;
        }
        reportRowsAbove(out);
        ListDefinition list = columns.list();
        List<Integer> rows = rowIndexes();
        var isRow = new BitSet(table.rows().size());
        rows.forEach(isRow::set);
        var weekdays = new WeekdayCarrier(table, columns, rows);
        weekdays.report(out);
        RowReader reader = list.type().isEmpty()
                ? READERS.getOrDefault(list.list().key(), new InterventionRowReader())
                : new InterventionRowReader();
        for (int row = columns.headingRow() + 1; row < table.rows().size(); row++) {
            Optional<Cell> alone = isRow.get(row) ? columns.sections().findOther(row) : Optional.empty();
            if (alone.isPresent()) {
                // Read as a lesson, it would leave the rows below to the weekday above.
                out.addFinding(unknownWeekday(
                        table.place(row, alone.get().column()),
                        table.text(row, alone.get().column())));
            } else if (isRow.get(row)) {
                reader.read(new ListRow(table, row, weekdays.cellOfWeekday(row), columns, out, years), out);
                reportCellsWithoutHeading(row, out);
            } else if (!isNote(table, row)) {
                reportTotal(row, out);
            }
        }
    }

    /** Returns the error about a text that should be a weekday. */
    static FileFinding unknownWeekday(SourceLocation place, String text) {
        return WeekdayParser.suggest(text)
                .map(meant -> FileFinding.error(place, "import.weekday.meant", text, meant))
                .orElseGet(() -> FileFinding.error(place, "import.weekday.unknown", text));
    }

    private void reportTotal(int row, TableSourceBuilder out) {
        TotalRowDetector.findTotalColumn(table, row)
                .ifPresent(column -> out.addFinding(
                        FileFinding.info(table.place(row, column), "import.row.total", table.text(row, column))));
    }

    /** Reports rows above the headings, except the first one with a single filled cell, which is the title. */
    private void reportRowsAbove(TableSourceBuilder out) {
        boolean hasTitle = false;
        for (int row = 0; row < columns.headingRow(); row++) {
            long filled = table.rows().get(row).stream()
                    .filter(cell -> !cell.isEmpty())
                    .distinct()
                    .count();
            if (filled > 0 && !isNote(table, row)) {
                if (filled > 1 || hasTitle) {
                    var place = table.place(row, 0);
                    out.addFinding(FileFinding.info(place, "import.list.title", place.where()));
                }
                hasTitle = true;
            }
        }
    }

    private void reportCellsWithoutHeading(int row, TableSourceBuilder out) {
        for (int column = 0; column < table.rows().get(row).size(); column++) {
            if (!table.text(row, column).isEmpty()
                    && table.text(columns.headingRow(), column).isEmpty()) {
                out.addFinding(FileFinding.warning(
                        table.place(row, column), "import.list.cell-unread", table.text(row, column)));
            }
        }
    }
}
