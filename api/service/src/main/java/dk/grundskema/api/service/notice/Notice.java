package dk.grundskema.api.service.notice;

import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.domain.people.StaffId;
import java.time.Instant;

/**
 * A mail that a staff member is to get about a publication.
 *
 * @param plan     the plan
 * @param number   number of the publication
 * @param staff    the recipient
 * @param since    number of the publication that the recipient knows; 0 if none
 * @param made     moment of the publication
 * @param due      when to send the mail
 * @param attempts number of attempts to send it
 */
record Notice(PlanId plan, int number, StaffId staff, int since, Instant made, Instant due, int attempts) {
    /** Leaves out the staff member. */
    @Override
    public String toString() {
        return plan + " " + number;
    }
}
