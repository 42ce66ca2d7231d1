/**
 * Plugin for camps of several weeks: a base timetable, teams, subjects and the staff of each module.
 *
 * <p>More than 40 files, because a plugin is one flat package that shows only its plugin class and its parameters.
 */
@NullMarked
package dk.grundskema.plugins.camp;

import org.jspecify.annotations.NullMarked;
