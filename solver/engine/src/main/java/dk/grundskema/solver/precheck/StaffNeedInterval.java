package dk.grundskema.solver.precheck;

import dk.grundskema.domain.time.Interval;
import java.time.LocalDate;

/**
 * A time at which a person may be needed.
 *
 * @param interval the time
 * @param date local date on which it starts
 * @param minutes minutes of work per person, including preparation
 */
record StaffNeedInterval(Interval interval, LocalDate date, long minutes) {}
