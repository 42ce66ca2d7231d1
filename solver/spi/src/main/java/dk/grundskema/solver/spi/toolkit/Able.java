package dk.grundskema.solver.spi.toolkit;

import dk.grundskema.domain.people.StaffMember;

/** Whether people are able to do what they are there for; a pure function. */
@FunctionalInterface
public interface Able {
    /**
     * @param who     somebody in a seat
     * @param role    the seat's role
     * @param subject the session's subject; empty if none
     */
    boolean is(StaffMember who, String role, String subject);
}
