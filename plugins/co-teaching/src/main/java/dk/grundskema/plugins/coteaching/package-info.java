/** Co-teaching: which lessons of an existing timetable get a second adult, and whom. */
@NullMarked
package dk.grundskema.plugins.coteaching;

import org.jspecify.annotations.NullMarked;
