package dk.grundskema.solver.precheck;

import dk.grundskema.domain.time.Interval;
import java.time.LocalDate;

/**
 * A time at which somebody may be needed.
 *
 * @param interval when, in true time
 * @param date     date on the wall clock on which it starts
 * @param minutes  minutes of work for each person, preparation included
 */
record Slot(Interval interval, LocalDate date, long minutes) {}
