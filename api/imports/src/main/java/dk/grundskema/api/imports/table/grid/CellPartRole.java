package dk.grundskema.api.imports.table.grid;

/** Role of a part of a grid cell. */
enum CellPartRole {
    /** A class. */
    CLASS,
    /** The subject. */
    SUBJECT,
    /** A teacher. */
    TEACHER,
    /** A room. */
    ROOM,
    /** A mark that only a part of the class takes part. */
    PART,
    /** Unknown. */
    OTHER
}
