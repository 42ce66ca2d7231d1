package dk.grundskema.solver.proof;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.timetable.Timetable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether an open seat of a timetable can be filled while all filled seats stay filled, by anybody, at the times of the timetable.
 *
 * @param session  meeting
 * @param position position of the seat in the meeting, from 1
 * @param role     role of the seat
 * @param state    the answer
 * @param reason   facts that cannot hold together, if it is unavoidable: without any one of them it would not be; otherwise empty
 * @param changes  changes that fill it, if it is avoidable; otherwise empty
 * @param repaired the timetable with the changes; its score is that of the old one; {@code null} unless it is avoidable
 */
public record SeatVerdict(
        SessionId session,
        int position,
        String role,
        Avoidability state,
        List<ProofFact> reason,
        List<SeatChange> changes,
        @Nullable Timetable repaired) {
    /** Copies the lists. */
    public SeatVerdict {
        reason = List.copyOf(reason);
        changes = List.copyOf(changes);
    }

    /** Returns whether somebody has the seat in a timetable. */
    public boolean isFilledIn(Timetable timetable) {
        return timetable.meetings().stream()
                .filter(meeting -> meeting.sessionId().equals(session))
                .anyMatch(meeting -> position <= meeting.seats().size()
                        && meeting.seats().get(position - 1).staffId() != null);
    }
}
