package dk.grundskema.solver.change;

import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import java.time.LocalDateTime;

/**
 * A change of a plan in use at a moment.
 *
 * @param before    problem of the plan in use, validated without an error; the same object as {@code after} if it is not known
 * @param after     changed problem, with the horizon's zone and the ids of {@code before}; validated without an error
 * @param timetable plan in use
 * @param now       the moment, in local time of the problem's zone; everything that began before it is fixed
 */
public record ChangeRequest(Problem before, Problem after, Timetable timetable, LocalDateTime now) {}
