/** Reads calendars (iCalendar), and joins the lessons of several. */
@NullMarked
package dk.grundskema.api.imports.systems.calendar;

import org.jspecify.annotations.NullMarked;
