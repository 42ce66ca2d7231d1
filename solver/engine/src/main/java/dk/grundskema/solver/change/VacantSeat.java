package dk.grundskema.solver.change;

import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.timetable.Meeting;
import java.util.List;

/**
 * A seat whose holder is absent.
 *
 * @param seat the seat
 * @param staffId the absent holder
 * @param meetings the meetings of the seat that the absence touches, in chronological order, at least one
 * @param wasLocked whether the planner had locked the holder here
 */
public record VacantSeat(Seat seat, StaffId staffId, List<Meeting> meetings, boolean wasLocked) {
    /** Copies the list. */
    public VacantSeat {
        meetings = List.copyOf(meetings);
    }
}
