package dk.grundskema.api.imports.table.grid;

/** What a part of a cell is. */
enum Role {
    /** What is taught. */
    SUBJECT,
    /** Who teaches. */
    TEACHER,
    /** Where. */
    ROOM,
    /** That only a part of the class takes part. */
    PART,
    /** Nobody knows. */
    OTHER
}
