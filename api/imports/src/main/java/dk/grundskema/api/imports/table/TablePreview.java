package dk.grundskema.api.imports.table;

import dk.grundskema.api.imports.table.file.Table;

/**
 * A table as it was read, for display.
 *
 * @param table    its cells
 * @param headings index of the heading row, from 0; -1 if it is no list
 */
public record TablePreview(Table table, int headings) {}
