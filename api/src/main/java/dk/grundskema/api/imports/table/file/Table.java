package dk.grundskema.api.imports.table.file;

import dk.grundskema.api.imports.source.Place;
import dk.grundskema.api.imports.source.Said;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A sheet of a workbook, or a file of text, as cells. Cells are texts without white space at both ends; numbers have a decimal point, dates are
 * written {@code 2026-09-07} and times {@code 08:00}. Rows and columns are counted from 0.
 *
 * @param file  name of the file as the user gave it
 * @param sheet name of the sheet; empty for a file of text
 * @param rows  rows, each as far as its last filled cell; the last one isn't empty
 * @param areas merged cells
 */
public record Table(String file, String sheet, List<List<String>> rows, Areas areas) {
    /** Copies the list of rows; the rows themselves are taken as they are, for there are many. */
    public Table {
        rows = List.copyOf(rows);
    }

    /** The text of a cell; empty if there is none. */
    public String text(int row, int column) {
        if (row < 0 || row >= rows.size() || column < 0) {
            return "";
        }
        List<String> cells = rows.get(row);
        return column < cells.size() ? cells.get(column) : "";
    }

    /** Where a cell is. */
    public Place place(int row, int column) {
        String cell = CellName.of(row, column);
        return new Place(file, sheet.isEmpty() ? cell : sheet + "!" + cell);
    }

    /** The sheet as a whole, or the file if it is one of text. */
    public Place place() {
        return new Place(file, sheet);
    }

    /** The text of a cell with its place; nothing if the cell is empty. */
    public Optional<Said> said(int row, int column) {
        String text = text(row, column);
        return text.isEmpty() ? Optional.empty() : Optional.of(new Said(text, place(row, column)));
    }

    /** Whether a place is one of its cells. */
    public boolean holds(Place place) {
        return cell(place).isPresent();
    }

    /** The cell that a place names, whether or not something stands there; nothing if that is no cell of this table. */
    public Optional<CellName.Cell> cell(Place place) {
        String start = sheet.isEmpty() ? "" : sheet + "!";
        return place.file().equals(file) && place.where().startsWith(start)
                ? CellName.parse(place.where().substring(start.length()))
                : Optional.empty();
    }

    /** The merged cells that a cell is one of, if any. */
    public Optional<Area> area(int row, int column) {
        return areas.at(row, column);
    }

    /** Whether nothing stands in a row. */
    public boolean isBlank(int row) {
        return row >= rows.size() || rows.get(row).stream().allMatch(String::isEmpty);
    }

    /**
     * The same with other texts in some cells; those of cells that it doesn't have are left out.
     *
     * @param unknown cells whose value can't be known, which may stand in rows below the last in which something is known
     */
    Table mended(Map<Place, String> cells, Set<Place> unknown) {
        var all = new TableRows();
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
                .filter(cell -> cell.column() < Limits.COLUMNS)
                .ifPresent(cell -> all.set(cell.row(), cell.column(), text.strip())));
        return new Table(file, sheet, all.done(), areas);
    }

    /** What people call the table: its sheet, or its file without folder and ending. */
    public String name() {
        if (!sheet.isEmpty()) {
            return sheet;
        }
        String last = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
        int dot = last.lastIndexOf('.');
        return dot > 0 ? last.substring(0, dot) : last;
    }
}
