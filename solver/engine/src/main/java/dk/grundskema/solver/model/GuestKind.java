package dk.grundskema.solver.model;

import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import java.util.List;

/**
 * What guests have in common that can stand in for each other, so that it doesn't matter which of them is where.
 *
 * @param hosts   sessions that they can be placed into, in order
 * @param subject what they are about
 */
public record GuestKind(List<SessionId> hosts, String subject) {
    /** The kind of a guest. */
    public static GuestKind of(Session guest) {
        return new GuestKind(guest.hosts(), guest.subject());
    }
}
