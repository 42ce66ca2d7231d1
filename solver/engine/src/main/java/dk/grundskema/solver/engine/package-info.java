/**
 * Runs solves, repairs and manual edits: prepares a problem, runs Timefold, monitors and stops it, returns the best
 * timetable so far. Several solves may run at once. Entry point of the engine for {@code api}.
 *
 * <p>More than 40 files, because solves, repairs and manual edits share prepared plans and decisions that no other package may see.
 */
@NullMarked
package dk.grundskema.solver.engine;

import org.jspecify.annotations.NullMarked;
