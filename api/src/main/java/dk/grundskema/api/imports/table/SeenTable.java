package dk.grundskema.api.imports.table;

import dk.grundskema.api.imports.table.file.Table;

/**
 * A table as it was read, for those who want to see it.
 *
 * @param table    its cells
 * @param headings the row of its headings, from 0; -1 if it is no list
 */
public record SeenTable(Table table, int headings) {}
