package dk.grundskema.api.imports.table.grid;

import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.imports.table.file.CellName.Cell;
import dk.grundskema.api.imports.table.file.Table;
import dk.grundskema.api.imports.table.lists.TableSourceBuilder;
import java.util.BitSet;
import java.util.List;

/** Reports the filled cells of a table with grids that were not read: each cell beside lessons or other read
 * cells, and blocks of rows of remarks. */
final class UnreadCellReporter {
    private final Table table;
    private final List<GridSlots> grids;
    private final BitSet used = new BitSet();

    /**
     * A grid and its lesson times.
     *
     * @param grid  the grid
     * @param slots its lesson times
     */
    record GridSlots(Grid grid, List<GridSlot> slots) {
        /** Copies the lesson times. */
        GridSlots {
            slots = List.copyOf(slots);
        }

        /** Marks the rows in which everything should mean something: lessons and breaks. */
        private void markUsedRows(BitSet rows) {
            for (int row = grid.heading() + 1; row < grid.end(); row++) {
                if (grid.isBreakRow(row)) {
                    rows.set(row);
                }
            }
            slots.forEach(slot -> rows.set(slot.first(), slot.last() + 1));
        }

        /** Whether lessons run across and a cell is in the row of a weekday or an owner. */
        private boolean isOfDayAcross(Cell cell) {
            return grid.table().isTransposed()
                    && grid.columns().containsKey(cell.row())
                    && cell.column() > grid.heading()
                    && cell.column() < grid.end();
        }
    }

    UnreadCellReporter(Table table, List<GridSlots> grids) {
        this.table = table;
        this.grids = List.copyOf(grids);
    }

    /** Reports all cells that have not been read. */
    void report(ReadCells read, TableSourceBuilder out) {
        grids.forEach(each -> each.markUsedRows(used));
        int lastRemark = -2;
        for (Cell cell : read.unread()) {
            var place = table.place(cell.row(), cell.column());
            String text = table.text(cell.row(), cell.column());
            if (isBesideLessons(cell)) {
                out.addFinding(FileFinding.warning(place, "import.grid.cell-unread", text));
            } else if (read.hasReadCell(cell.row())) {
                out.addFinding(FileFinding.info(place, "import.grid.remark", text));
            } else {
                if (cell.row() > lastRemark + 1) {
                    var row = table.place(cell.row(), 0);
                    out.addFinding(FileFinding.info(row, "import.grid.remarks", row.where()));
                }
                lastRemark = cell.row();
            }
        }
    }

    private boolean isBesideLessons(Cell cell) {
        boolean isTransposed = grids.getFirst().grid().table().isTransposed();
        return used.get(isTransposed ? cell.column() : cell.row())
                || (isTransposed && grids.stream().anyMatch(each -> each.isOfDayAcross(cell)));
    }
}
