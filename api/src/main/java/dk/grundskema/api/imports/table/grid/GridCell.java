package dk.grundskema.api.imports.table.grid;

import dk.grundskema.api.imports.source.Place;
import java.time.DayOfWeek;
import java.util.List;

/**
 * A filled cell of a grid.
 *
 * @param place   where
 * @param text    what it says
 * @param weekday its day
 * @param slots   the lessons that it takes, at least one
 * @param shared  whether another cell has the same day and lesson: both are then for a part of the class
 */
record GridCell(Place place, String text, DayOfWeek weekday, List<Slot> slots, boolean shared) {
    /** Copies the lessons. */
    GridCell {
        slots = List.copyOf(slots);
    }
}
