package dk.grundskema.api.server.editing;

import dk.grundskema.api.server.plans.Kept;
import dk.grundskema.api.server.plans.Plan;
import dk.grundskema.solver.engine.Workbench;

/**
 * A plan on its workbench.
 *
 * @param plan      which plan, as it stands
 * @param problem   the problem that its revision names
 * @param timetable its timetable
 * @param workbench where changes are tried, with what other plans ask of the same people
 */
record Bench(Plan plan, Kept.OfProblem problem, Kept.OfTimetable timetable, Workbench workbench) {}
