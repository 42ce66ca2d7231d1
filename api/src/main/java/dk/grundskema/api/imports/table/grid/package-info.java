/**
 * Grids: a table a class, weekdays across, lessons down, and in the cells what is taught by whom and where. What people draw by hand knows no
 * rules, so that here is more guesswork than elsewhere; all of it is said.
 */
@NullMarked
package dk.grundskema.api.imports.table.grid;

import org.jspecify.annotations.NullMarked;
