/** Checks a finished timetable against its problem; shares nothing with the rules that made it. */
@NullMarked
package dk.grundskema.solver.check;

import org.jspecify.annotations.NullMarked;
