/** Camps of some weeks: a base timetable, teams, subjects and the staff of each module. */
@NullMarked
package dk.grundskema.plugins.camp;

import org.jspecify.annotations.NullMarked;
