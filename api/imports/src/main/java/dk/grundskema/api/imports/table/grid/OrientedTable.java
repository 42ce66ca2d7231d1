package dk.grundskema.api.imports.table.grid;

import dk.grundskema.api.imports.source.SourceLocation;
import dk.grundskema.api.imports.table.file.MergedArea;
import dk.grundskema.api.imports.table.file.Table;
import java.util.List;
import java.util.Optional;

/**
 * A table seen so that the lessons of a day run down: as it is, or with its rows and columns exchanged. Places are always those of the file.
 *
 * @param table        the table
 * @param isTransposed whether rows and columns are exchanged
 * @param rowCount     the number of rows
 */
record OrientedTable(Table table, boolean isTransposed, int rowCount) {
    /** Returns a table as it is. */
    static OrientedTable upright(Table table) {
        return new OrientedTable(table, false, table.rows().size());
    }

    /** Returns a table with its rows and columns exchanged. */
    static OrientedTable transposed(Table table) {
        int widest = table.rows().stream().mapToInt(List::size).max().orElse(0);
        return new OrientedTable(table, true, widest);
    }

    /** Returns the number of columns of a row, some of which may be empty. */
    int columnCount(int row) {
        return isTransposed ? table.rows().size() : table.rows().get(row).size();
    }

    /** Returns the text of a cell; empty if there is none. */
    String text(int row, int column) {
        return isTransposed ? table.text(column, row) : table.text(row, column);
    }

    /** Returns the place of a cell in the file. */
    SourceLocation place(int row, int column) {
        return isTransposed ? table.place(column, row) : table.place(row, column);
    }

    /** Returns the merged area of a cell, if any. */
    Optional<MergedArea> area(int row, int column) {
        return isTransposed ? table.area(column, row).map(MergedArea::transposed) : table.area(row, column);
    }

    /** Records a cell as read. */
    void markRead(int row, int column, ReadCells read) {
        if (isTransposed) {
            read.mark(column, row);
        } else {
            read.mark(row, column);
        }
    }
}
