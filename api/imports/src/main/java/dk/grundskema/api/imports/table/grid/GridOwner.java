package dk.grundskema.api.imports.table.grid;

import dk.grundskema.api.imports.source.SourceText;

/**
 * The class, teacher or room whose timetable a grid is.
 *
 * @param kind what it is
 * @param name its name in the file
 */
record GridOwner(Kind kind, SourceText name) {
    /** Kind of an owner. */
    enum Kind {
        /** A class or course. */
        CLASS,
        /** A member of staff. */
        TEACHER,
        /** A room. */
        ROOM
    }
}
