/** Finished timetables: JSON views, pages, print, sheets and files. */
@NullMarked
package dk.grundskema.api.service.timetable;

import org.jspecify.annotations.NullMarked;
