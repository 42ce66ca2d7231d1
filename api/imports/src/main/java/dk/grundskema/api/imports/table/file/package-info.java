/** Spreadsheet and text files as tables of cells with their places; every error in a file is a finding. Independent of schools. */
@NullMarked
package dk.grundskema.api.imports.table.file;

import org.jspecify.annotations.NullMarked;
