/**
 * Runs solves: prepares a problem, lets Timefold search, watches, stops, gives the best timetable so far. Several solves may
 * run at once. The front door of the engine; {@code api} comes in here.
 */
@NullMarked
package dk.grundskema.solver.engine;

import org.jspecify.annotations.NullMarked;
