package dk.grundskema.api.imports.table.grid;

import dk.grundskema.api.imports.source.SourceLocation;
import java.time.DayOfWeek;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A filled cell of a grid.
 *
 * @param place    its place
 * @param text     its text
 * @param weekdays its days, at least one
 * @param owners   the owners of its columns; empty means that the grid has one for all columns
 * @param slots    the lesson times that it covers, at least one
 * @param shared   whether another cell has the same day, lesson time and owner, so that both are for a part of the class
 */
record GridCell(
        SourceLocation place,
        String text,
        SortedSet<DayOfWeek> weekdays,
        List<GridOwner> owners,
        List<GridSlot> slots,
        boolean shared) {
    /** Copies the lists. */
    GridCell {
        weekdays = Collections.unmodifiableSortedSet(new TreeSet<>(weekdays));
        owners = List.copyOf(owners);
        slots = List.copyOf(slots);
    }
}
