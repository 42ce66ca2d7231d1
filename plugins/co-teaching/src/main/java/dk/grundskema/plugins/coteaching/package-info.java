/**
 * Plugin for co-teaching: which lessons of an existing timetable get a second adult, and which staff member.
 *
 * <p>More than 40 files, because a plugin is one flat package that shows only its plugin class and its parameters.
 */
@NullMarked
package dk.grundskema.plugins.coteaching;

import org.jspecify.annotations.NullMarked;
