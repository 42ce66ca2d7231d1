package dk.grundskema.api.imports.table.grid;

import dk.grundskema.api.imports.table.file.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the grids of a table. It tries all readings: weekdays or owners as headings, each across and down; the headings decide, which means
 * that the reading that explains most cells is taken.
 */
final class GridFinder {
    /** Larger tables are read with weekdays across only. Our own number, which bounds the time and memory of reading four times. */
    private static final int MOST_CELLS = 500_000;

    private final GridOwnerResolver owners;

    GridFinder(GridOwnerResolver owners) {
        this.owners = owners;
    }

    /** What the headings of a table are. */
    enum Reading {
        /** Classes, teachers or rooms across. */
        OWNERS_ACROSS,
        /** Classes, teachers or rooms down. */
        OWNERS_DOWN,
        /** Weekdays across. */
        DAYS_ACROSS,
        /** Weekdays down. */
        DAYS_DOWN
    }

    /**
     * Grids of a table.
     *
     * @param grids       the grids; empty if the table has none
     * @param reading     how they were read
     * @param isAmbiguous whether another reading explains at least half as many cells
     */
    record Found(List<Grid> grids, Reading reading, boolean isAmbiguous) {
        /** Copies the grids. */
        Found {
            grids = List.copyOf(grids);
        }

        private int understoodCells() {
            return grids.stream().mapToInt(Grid::understoodCells).sum();
        }
    }

    /** Returns the grids of a table. */
    Found find(Table table) {
        var upright = OrientedTable.upright(table);
        var daysAcross = new Found(new DayGridFinder(upright, owners).findAll(), Reading.DAYS_ACROSS, false);
        if (table.rows().stream().mapToLong(List::size).sum() > MOST_CELLS) {
            return daysAcross;
        }
        var turned = OrientedTable.transposed(table);
        var all = new ArrayList<Found>();
        all.add(new Found(new OwnerGridFinder(upright, owners).findAll(), Reading.OWNERS_ACROSS, false));
        all.add(new Found(new OwnerGridFinder(turned, owners).findAll(), Reading.OWNERS_DOWN, false));
        all.add(daysAcross);
        all.add(new Found(new DayGridFinder(turned, owners).findAll(), Reading.DAYS_DOWN, false));
        Found best = daysAcross;
        int most = 0;
        for (Found each : all) {
            int cells = each.understoodCells();
            if (cells > most) {
                best = each;
                most = cells;
            }
        }
        Found taken = best;
        int explained = most;
        boolean isAmbiguous = all.stream()
                .anyMatch(each -> each.reading() != taken.reading()
                        && each.understoodCells() > 0
                        && 2 * each.understoodCells() >= explained);
        return new Found(taken.grids(), taken.reading(), isAmbiguous);
    }
}
