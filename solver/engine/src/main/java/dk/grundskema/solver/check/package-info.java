/**
 * Checks a finished timetable against its problem. Shares no code with the declared rules of the search.
 *
 * <p>More than 40 files, because all checks read the same indexes of a checked plan, which no other package may see.
 */
@NullMarked
package dk.grundskema.solver.check;

import org.jspecify.annotations.NullMarked;
