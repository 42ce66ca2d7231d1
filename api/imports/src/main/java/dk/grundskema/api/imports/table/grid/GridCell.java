package dk.grundskema.api.imports.table.grid;

import dk.grundskema.api.imports.source.SourceLocation;
import java.time.DayOfWeek;
import java.util.List;

/**
 * A filled cell of a grid.
 *
 * @param place   its place
 * @param text    its text
 * @param weekday its day
 * @param slots   the lesson times that it covers, at least one
 * @param shared  whether another cell has the same day and lesson time, so that both are for a part of the class
 */
record GridCell(SourceLocation place, String text, DayOfWeek weekday, List<GridSlot> slots, boolean shared) {
    /** Copies the lessons. */
    GridCell {
        slots = List.copyOf(slots);
    }
}
