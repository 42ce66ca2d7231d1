package dk.grundskema.domain.demand;

import java.util.List;

/**
 * Decisions that belong together, so that the solver changes them together and keeps a plan whole: the seats of a team's
 * day, or the subjects of a team's week.
 *
 * @param id     stable id
 * @param seats  seats in the order of their times; a stretch of them may change hands; empty means none
 * @param guests sessions that share their hosts and may swap places; empty means none
 */
public record Neighbourhood(String id, List<SeatId> seats, List<SessionId> guests) {
    /** Copies the lists. */
    public Neighbourhood {
        seats = List.copyOf(seats);
        guests = List.copyOf(guests);
    }
}
