/** Timetable files and the views of a finished timetable: weeks, days, people, rooms and hours. */
@NullMarked
package dk.grundskema.api.documents.timetable;

import org.jspecify.annotations.NullMarked;
