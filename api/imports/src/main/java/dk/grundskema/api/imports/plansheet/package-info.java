/**
 * Reads sheets with a finished plan: the table with a row for each dated meeting, as the export writes it, and grids with times down and dates or
 * teams across. Compares them with a plan, and says cell by cell what becomes otherwise.
 */
@NullMarked
package dk.grundskema.api.imports.plansheet;

import org.jspecify.annotations.NullMarked;
