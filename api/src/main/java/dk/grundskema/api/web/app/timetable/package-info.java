/** A plan's timetable, for teams, people and rooms. */
@NullMarked
package dk.grundskema.api.web.app.timetable;

import org.jspecify.annotations.NullMarked;
