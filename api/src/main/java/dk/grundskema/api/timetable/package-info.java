/** Timetable files: reading and writing them. */
@NullMarked
package dk.grundskema.api.timetable;

import org.jspecify.annotations.NullMarked;
