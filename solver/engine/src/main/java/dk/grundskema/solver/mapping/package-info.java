/** From the problem to planning entities, and back to a timetable. */
@NullMarked
package dk.grundskema.solver.mapping;

import org.jspecify.annotations.NullMarked;
