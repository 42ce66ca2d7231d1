package dk.grundskema.api.imports.table.grid;

import dk.grundskema.api.imports.source.Days.Weeks;
import dk.grundskema.api.imports.table.grid.CellParts.Part;
import java.util.List;

/**
 * A lesson of a cell.
 *
 * @param weeks  in which weeks
 * @param parts  what it says
 * @param isPart whether there are others at the same time, so that each is for a part of the class
 */
record CellLesson(Weeks weeks, List<Part> parts, boolean isPart) {
    /** Copies the parts. */
    CellLesson {
        parts = List.copyOf(parts);
    }
}
