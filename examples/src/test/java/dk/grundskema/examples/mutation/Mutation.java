package dk.grundskema.examples.mutation;

import dk.grundskema.domain.timetable.Timetable;
import java.util.Set;

/**
 * One change of a good plan in one place.
 *
 * @param kind     what is changed, such as {@code drop-first-week}
 * @param place    meeting, task or group that is changed, for messages
 * @param objects  ids and titles of which a finding must name at least one
 * @param mutated  the changed plan
 */
record Mutation(String kind, String place, Set<Object> objects, Timetable mutated) {}
