package dk.grundskema.api.server.editing;

import dk.grundskema.api.server.plans.Kept;
import dk.grundskema.api.server.plans.Plan;

/**
 * A plan that has a timetable.
 *
 * @param plan      which plan
 * @param problem   the problem that its revision names
 * @param timetable its timetable
 */
record Standing(Plan plan, Kept.OfProblem problem, Kept.OfTimetable timetable) {}
