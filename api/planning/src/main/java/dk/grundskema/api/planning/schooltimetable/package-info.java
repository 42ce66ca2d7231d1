/** A new export of a school's timetable, merged into the problem of a plan in use. */
@NullMarked
package dk.grundskema.api.planning.schooltimetable;

import org.jspecify.annotations.NullMarked;
