package dk.grundskema.solver.proof;

import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.time.Interval;
import java.time.LocalDate;

/**
 * One time at which the holder of a seat is on duty.
 *
 * @param interval elapsed time
 * @param date     local date on which it starts
 * @param site     where
 * @param work     whether it counts as work and against rest
 * @param minutes  minutes that count as hours worked
 */
record SeatDuty(Interval interval, LocalDate date, SiteId site, boolean work, long minutes) {}
