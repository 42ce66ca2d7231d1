/** Files of spreadsheets and text as tables of cells, each with its place; whatever is wrong with a file is a finding. Knows nothing of schools. */
@NullMarked
package dk.grundskema.api.imports.table.file;

import org.jspecify.annotations.NullMarked;
