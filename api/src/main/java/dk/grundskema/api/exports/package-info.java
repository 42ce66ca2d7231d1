/** A timetable on paper: sheets for the wall as HTML, hours for payroll as a workbook. Draws what {@code api.timetable} shows. */
@NullMarked
package dk.grundskema.api.exports;

import org.jspecify.annotations.NullMarked;
