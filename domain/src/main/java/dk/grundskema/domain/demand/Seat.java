package dk.grundskema.domain.demand;

import dk.grundskema.domain.people.StaffId;
import java.util.List;

/**
 * One role that one staff member fills, in one session or in a bundle of sessions that belong together (such as a tutor's four weekly sessions).
 *
 * @param id         stable id, the same each time the same intervention is expanded
 * @param sessions   sessions of the seat, at least one; its holder is on duty in all of them
 * @param position   index among the seats of each of its sessions, from 0
 * @param role       role of the holder, a word such as {@code teacher}
 * @param required   whether the plan has a shortfall if the seat is not filled
 * @param candidates staff members who may fill it, in a stable order; if empty, the seat stays open, which is a shortfall and no error
 */
public record Seat(
        SeatId id, List<SessionId> sessions, int position, String role, boolean required, List<StaffId> candidates) {
    /** @throws IllegalArgumentException if no session is named or the position is negative */
    public Seat {
        sessions = List.copyOf(sessions);
        candidates = List.copyOf(candidates);
        if (sessions.isEmpty() || position < 0) {
            throw new IllegalArgumentException(
                    "The seat (%s) has the sessions (%s) and the position (%d).\nMaybe its session was forgotten?"
                            .formatted(id, sessions, position));
        }
    }
}
