/** iCalendar files of a finished timetable for staff, teams and rooms. No file names a student. Only this package uses iCal4j for writing. */
@NullMarked
package dk.grundskema.api.exports.calendar;

import org.jspecify.annotations.NullMarked;
