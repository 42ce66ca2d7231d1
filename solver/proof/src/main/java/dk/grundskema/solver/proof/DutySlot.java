package dk.grundskema.solver.proof;

import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.time.Interval;
import java.time.LocalDate;

/**
 * A time at which a person may be on duty.
 *
 * @param interval when
 * @param date     date on which it counts
 * @param site     where
 * @param work     whether it counts as work
 * @param variable the variable that says so; 0 for lessons, which are always held
 */
record DutySlot(Interval interval, LocalDate date, SiteId site, boolean work, int variable) {
    boolean isFixed() {
        return variable == 0;
    }
}
