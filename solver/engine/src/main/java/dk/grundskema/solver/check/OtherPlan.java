package dk.grundskema.solver.check;

import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;

/**
 * A plan that people work by beside the checked one.
 *
 * @param problem      its problem, in which neither its reader nor a plugin found an error
 * @param timetable    its timetable, in which {@link TimetableChecker#validate} found no error
 * @param isSameSchool whether rooms and students with the same id are the same; staff with the same id always are
 */
public record OtherPlan(Problem problem, Timetable timetable, boolean isSameSchool) {}
