package dk.grundskema.api.imports.table.file;

import dk.grundskema.api.imports.source.SourceLocation;
import dk.grundskema.api.imports.source.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A sheet of a workbook, or a text file, as cells. Cells are texts without white space at both ends; numbers have a decimal point, dates
 * are {@code 2026-09-07} and times {@code 08:00}. Row and column indexes start at 0.
 *
 * @param file  name of the file as the user gave it
 * @param sheet name of the sheet; empty for a text file
 * @param rows  rows, each up to its last filled cell; the last row is not empty
 * @param areas merged areas
 */
public record Table(String file, String sheet, List<List<String>> rows, MergedAreas areas) {
    /** Copies the list of rows, but not the rows themselves, because there are many. */
    public Table {
        rows = List.copyOf(rows);
    }

    /** Returns the text of a cell; empty if there is none. */
    public String text(int row, int column) {
        if (row < 0 || row >= rows.size() || column < 0) {
            return "";
        }
        List<String> cells = rows.get(row);
        return column < cells.size() ? cells.get(column) : "";
    }

    /** Returns the place of a cell. */
    public SourceLocation place(int row, int column) {
        String cell = CellName.of(row, column);
        return new SourceLocation(file, sheet.isEmpty() ? cell : sheet + "!" + cell);
    }

    /** Returns the place of the sheet as a whole, or of the file if it is a text file. */
    public SourceLocation place() {
        return new SourceLocation(file, sheet);
    }

    /** Returns the text of a cell with its place; empty if the cell is empty. */
    public Optional<SourceText> sourceText(int row, int column) {
        String text = text(row, column);
        return text.isEmpty() ? Optional.empty() : Optional.of(new SourceText(text, place(row, column)));
    }

    /** Whether a place is a cell of this table. */
    public boolean contains(SourceLocation place) {
        return cell(place).isPresent();
    }

    /** Returns the cell of a place, filled or not; empty if it is not a cell of this table. */
    public Optional<CellName.Cell> cell(SourceLocation place) {
        String start = sheet.isEmpty() ? "" : sheet + "!";
        return place.file().equals(file) && place.where().startsWith(start)
                ? CellName.parse(place.where().substring(start.length()))
                : Optional.empty();
    }

    /** Returns the merged area of a cell, if any. */
    public Optional<MergedArea> area(int row, int column) {
        return areas.at(row, column);
    }

    /** Whether a row is empty. */
    public boolean isBlank(int row) {
        return row >= rows.size() || rows.get(row).stream().allMatch(String::isEmpty);
    }

    /**
     * Returns the table with corrected cells; ignores corrections outside the table.
     *
     * @param unknown cells with an unknown value; they may be below the last row with known values
     */
    Table withCorrections(Map<SourceLocation, String> cells, Set<SourceLocation> unknown) {
        var all = new TableRowsBuilder();
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < rows.get(row).size(); column++) {
                all.set(
                        row,
                        column,
                        cells.getOrDefault(place(row, column), text(row, column))
                                .strip());
            }
        }
        cells.forEach((place, text) -> cell(place)
                .filter(cell -> cell.row() < rows.size() || unknown.contains(place))
                .filter(cell -> cell.column() < TableLimits.COLUMNS)
                .ifPresent(cell -> all.set(cell.row(), cell.column(), text.strip())));
        return new Table(file, sheet, all.build(), areas);
    }

    /** Returns the display name: the sheet, or the file without folder and extension. */
    public String name() {
        if (!sheet.isEmpty()) {
            return sheet;
        }
        String last = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
        int dot = last.lastIndexOf('.');
        return dot > 0 ? last.substring(0, dot) : last;
    }
}
