/**
 * What nearly every plugin would write again: texts in the problem's language, findings about parameters, usable time, weeks, lessons in the way,
 * the reading of a finished timetable. On the domain and the contract alone; nothing in the contract knows it, and no plugin has to use it.
 */
@NullMarked
package dk.grundskema.solver.spi.toolkit;

import org.jspecify.annotations.NullMarked;
