package dk.grundskema.api.server.notices;

import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.domain.people.StaffId;
import java.time.Instant;

/**
 * A mail that somebody of the staff is to get about a publication.
 *
 * @param plan     the plan
 * @param number   number of the publication
 * @param staff    who is to get it
 * @param since    number of the publication that the person knows of; 0 means none
 * @param made     when it was published
 * @param due      when it is to be sent
 * @param attempts how often somebody took it to send it
 */
record Notice(PlanId plan, int number, StaffId staff, int since, Instant made, Instant due, int attempts) {
    /** Which, without the person. */
    @Override
    public String toString() {
        return plan + " " + number;
    }
}
