package dk.grundskema.domain.demand;

import java.util.List;

/**
 * Decisions that belong together. The solver changes them in one move and so keeps a plan consistent: the seats of a team's day, or the subjects of
 * a team's week.
 *
 * @param id     stable id
 * @param seats  seats in order of their times; a move may give a contiguous run of them to another staff member; empty means none
 * @param guests sessions that share their hosts and may swap places; empty means none
 */
public record Neighbourhood(String id, List<SeatId> seats, List<SessionId> guests) {
    /** Copies the lists. */
    public Neighbourhood {
        seats = List.copyOf(seats);
        guests = List.copyOf(guests);
    }
}
