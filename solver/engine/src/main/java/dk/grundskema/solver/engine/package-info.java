/**
 * Runs solves: prepares a problem, runs Timefold, monitors and stops it, returns the best timetable so far. Several
 * solves may run at once. {@link dk.grundskema.solver.engine.Planner} is the entry point for {@code api}.
 */
@NullMarked
package dk.grundskema.solver.engine;

import org.jspecify.annotations.NullMarked;
