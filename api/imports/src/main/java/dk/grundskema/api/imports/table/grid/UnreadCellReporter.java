package dk.grundskema.api.imports.table.grid;

import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.imports.table.file.CellName.Cell;
import dk.grundskema.api.imports.table.file.Table;
import dk.grundskema.api.imports.table.lists.TableSourceBuilder;
import java.util.List;

/** Reports the filled cells of a table with grids that were not read: each cell beside lessons, and blocks of rows of remarks. */
final class UnreadCellReporter {
    private final Table table;
    private final List<GridSlots> grids;

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

        /**
         * Whether everything in the row of a cell should mean something: it is a lesson or a break; or, if lessons run across, it has a
         * weekday or an owner.
         */
        private boolean isUsed(int row, int column) {
            boolean isWithin = row > grid.heading() && row < grid.end();
            boolean isOfDay = grid.table().isTransposed() && grid.columns().containsKey(column);
            return isWithin
                    && (isOfDay
                            || grid.isBreakRow(row)
                            || slots.stream().anyMatch(slot -> row >= slot.first() && row <= slot.last()));
        }
    }

    UnreadCellReporter(Table table, List<GridSlots> grids) {
        this.table = table;
        this.grids = List.copyOf(grids);
    }

    /** Reports all cells that have not been read. */
    void report(ReadCells read, TableSourceBuilder out) {
        int lastRemark = Integer.MIN_VALUE;
        for (Cell cell : read.unread()) {
            if (isBesideLessons(cell)) {
                out.addFinding(FileFinding.warning(
                        table.place(cell.row(), cell.column()),
                        "import.grid.cell-unread",
                        table.text(cell.row(), cell.column())));
            } else {
                if (cell.row() > lastRemark + 1) {
                    var place = table.place(cell.row(), 0);
                    out.addFinding(FileFinding.info(place, "import.grid.remarks", place.where()));
                }
                lastRemark = cell.row();
            }
        }
    }

    private boolean isBesideLessons(Cell cell) {
        return grids.stream()
                .anyMatch(each -> each.grid().table().isTransposed()
                        ? each.isUsed(cell.column(), cell.row())
                        : each.isUsed(cell.row(), cell.column()));
    }
}
