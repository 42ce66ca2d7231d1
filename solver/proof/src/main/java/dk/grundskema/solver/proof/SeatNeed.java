package dk.grundskema.solver.proof;

import dk.grundskema.domain.demand.SeatId;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.time.Interval;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A seat of the model. Its holder is on duty at all its times.
 *
 * @param id         seat of the demand
 * @param sessions   meetings in which it is a seat
 * @param place      index among the seats of each meeting, where the teachers of a lesson come first
 * @param role       role of the holder
 * @param required   whether the plan has a shortfall while it is vacant
 * @param candidates staff members who may fill it, including the holder unless the holder must leave it
 * @param lock       the planner's lock; {@code null} means none
 * @param holder     holder in the timetable; {@code null} means vacant, or that there is no timetable
 * @param duties     times at which the holder is on duty, at least one
 */
record SeatNeed(
        SeatId id,
        List<SessionId> sessions,
        int place,
        String role,
        boolean required,
        List<StaffId> candidates,
        @Nullable Lock lock,
        @Nullable StaffId holder,
        List<SeatDuty> duties) {
    /** @param person locked holder; {@code null} means that the seat stays empty */
    record Lock(@Nullable StaffId person) {}

    SeatNeed {
        sessions = List.copyOf(sessions);
        candidates = List.copyOf(candidates);
        duties = List.copyOf(duties);
    }

    SessionId session() {
        return sessions.getFirst();
    }

    boolean isOpen() {
        return required && holder == null;
    }

    /** Returns the same seat with other candidates. */
    SeatNeed withCandidates(List<StaffId> others) {
        return new SeatNeed(id, sessions, place, role, required, others, lock, holder, duties);
    }

    /** Returns the same seat in other meetings at the same times. */
    SeatNeed withSessions(List<SessionId> others) {
        return new SeatNeed(id, others, place, role, required, candidates, lock, holder, duties);
    }

    /** Returns the seat with those of its duties that overlap a window; may have none. */
    SeatNeed within(Interval window) {
        List<SeatDuty> some =
                duties.stream().filter(duty -> duty.interval().overlaps(window)).toList();
        return some.size() == duties.size()
                ? this
                : new SeatNeed(id, sessions, place, role, required, candidates, lock, holder, some);
    }
}
