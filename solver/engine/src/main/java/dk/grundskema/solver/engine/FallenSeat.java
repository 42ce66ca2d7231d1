package dk.grundskema.solver.engine;

import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.timetable.Meeting;
import java.util.List;

/**
 * A seat whose holder is away.
 *
 * @param seat      which
 * @param staffId   who is away
 * @param meetings  the meetings of the seat that the absence touches, in order of time, at least one
 * @param wasLocked whether the planner had fixed the person here
 */
public record FallenSeat(Seat seat, StaffId staffId, List<Meeting> meetings, boolean wasLocked) {
    /** Copies the list. */
    public FallenSeat {
        meetings = List.copyOf(meetings);
    }
}
