package dk.grundskema.solver.model;

import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import java.util.List;

/**
 * The properties shared by interchangeable guests: it makes no difference which of them is placed where.
 *
 * @param hosts sessions that they can be placed into, in order
 * @param subject the subject of the guests
 */
public record InterchangeableGuests(List<SessionId> hosts, String subject) {
    /** Returns the kind of a guest. */
    public static InterchangeableGuests of(Session guest) {
        return new InterchangeableGuests(guest.hosts(), guest.subject());
    }
}
