package dk.grundskema.examples.cpsat;

import dk.grundskema.domain.timetable.Timetable;

/**
 * A better plan that CP-SAT found on the way.
 *
 * @param millis    how long after the start
 * @param objective what the model says that it costs: soft points, and many for each medium one
 * @param timetable the plan
 */
public record Found(long millis, long objective, Timetable timetable) {}
