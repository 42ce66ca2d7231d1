package dk.grundskema.domain.problem;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.RecordValidator;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.time.MeetingTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the planner fixed about a session. It stays, whatever it breaks, and what it breaks is said.
 *
 * @param sessionId which session
 * @param time      fixed time; {@code null} leaves the time free
 * @param roomId    fixed room; {@code null} leaves the room free
 * @param subject   fixed subject of this module; {@code null} leaves it free
 * @param seats     who; a seat that is not named stays free
 */
public record SessionLock(
        SessionId sessionId,
        @Nullable MeetingTime time,
        @Nullable RoomId roomId,
        @Nullable String subject,
        List<SeatLock> seats) {
    /** @throws dk.grundskema.domain.finding.InvalidValueException if it fixes nothing, or a seat twice */
    public SessionLock {
        seats = List.copyOf(seats);
        new RecordValidator()
                .require(
                        time != null || roomId != null || subject != null || !seats.isEmpty(), "", "lock.fixes-nothing")
                .distinct("seats", seats.stream().map(SeatLock::position).toList())
                .throwIfInvalid();
    }
}
