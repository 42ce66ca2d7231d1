package dk.grundskema.domain.demand;

import dk.grundskema.domain.people.StaffId;
import java.util.List;

/**
 * One role that one staff member fills, in one session or in a bundle of sessions that belong together (a tutor's four
 * weekly ones).
 *
 * @param id         stable id, the same whenever the same intervention is expanded
 * @param sessions   the sessions whose seat it is, at least one; whoever fills it is on duty in all of them
 * @param position   place among the seats of each of its sessions, from 0
 * @param role       what the person is there for, a word such as {@code teacher}
 * @param required   whether the plan is thin when nobody fills it
 * @param candidates who may fill it, in a stable order; empty means nobody, which is a thin plan and no error
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
