/**
 * Calendars of a finished timetable for the phones of staff and for teams and rooms. Nothing here names a student. The library
 * for the format is used here only.
 */
@NullMarked
package dk.grundskema.api.calendar;

import org.jspecify.annotations.NullMarked;
