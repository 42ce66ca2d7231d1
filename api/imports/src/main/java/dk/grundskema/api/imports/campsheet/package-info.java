/**
 * Reads the base timetable of a camp from a sheet with times down and kinds of day across. Knows the words of base timetables; it does not know
 * the camp type, only the names of its parameters.
 */
@NullMarked
package dk.grundskema.api.imports.campsheet;

import org.jspecify.annotations.NullMarked;
