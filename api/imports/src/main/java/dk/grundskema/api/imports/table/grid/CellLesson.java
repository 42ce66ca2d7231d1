package dk.grundskema.api.imports.table.grid;

import dk.grundskema.api.imports.table.grid.CellLineSplitter.CellWeeks;
import dk.grundskema.api.imports.table.grid.CellPartSplitter.CellPart;
import java.util.List;

/**
 * A lesson in a grid cell.
 *
 * @param weeks  its weeks
 * @param parts  its parts
 * @param isPart whether the cell has several lessons at the same time, so that each is for a part of the class
 */
record CellLesson(CellWeeks weeks, List<CellPart> parts, boolean isPart) {
    /** Copies the parts. */
    CellLesson {
        parts = List.copyOf(parts);
    }
}
