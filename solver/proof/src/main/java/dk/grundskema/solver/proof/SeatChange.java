package dk.grundskema.solver.proof;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.StaffId;
import org.jspecify.annotations.Nullable;

/**
 * Another holder of a seat.
 *
 * @param session  meeting
 * @param position position of the seat in the meeting, from 1
 * @param before   holder before; {@code null} means vacant
 * @param after    holder after; {@code null} means vacant
 */
public record SeatChange(
        SessionId session,
        int position,
        @Nullable StaffId before,
        @Nullable StaffId after) {}
