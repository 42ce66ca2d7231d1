/** Checks a finished timetable against its problem. Shares no code with the declared rules of the search. */
@NullMarked
package dk.grundskema.solver.check;

import org.jspecify.annotations.NullMarked;
