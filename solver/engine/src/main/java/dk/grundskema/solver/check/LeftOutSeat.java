package dk.grundskema.solver.check;

import dk.grundskema.domain.demand.SessionId;

/**
 * A required seat that a meeting of a timetable does not have at all, as may be in a timetable that was changed by hand or comes from another program.
 *
 * @param sessionId session of the meeting
 * @param position  index that the seat has among the seats of a complete meeting, from 0
 * @param role      what the missing person is there for, such as {@code teacher}
 */
public record LeftOutSeat(SessionId sessionId, int position, String role) {}
