package dk.grundskema.examples.comparison.cpsat;

import dk.grundskema.domain.timetable.Timetable;

/**
 * An improved plan that CP-SAT found during a search.
 *
 * @param millis    time since the start
 * @param objective its cost in the model: soft points, with a fixed weight for each medium point
 * @param timetable the plan
 */
public record CpSatPlan(long millis, long objective, Timetable timetable) {}
