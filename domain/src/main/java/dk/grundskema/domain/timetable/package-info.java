/**
 * The result of planning (meetings, group members, deliveries) and the existing lessons that it is arranged around. Records are immutable and refer
 * to each other by id.
 */
@NullMarked
package dk.grundskema.domain.timetable;

import org.jspecify.annotations.NullMarked;
