/**
 * Grids: one table per class, weekdays across, lessons down, and subject, teacher and room in the cells. Hand-made grids follow no rules,
 * so this package guesses more than others; it reports every guess.
 */
@NullMarked
package dk.grundskema.api.imports.table.grid;

import org.jspecify.annotations.NullMarked;
