package dk.grundskema.solver.edit;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.problem.SeatLock;
import dk.grundskema.domain.problem.SessionLock;
import dk.grundskema.domain.time.MeetingTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A mutable set of session locks. A session without any locked value has no lock in the result. */
final class LockSetBuilder {
    private static final class SessionLockFields {
        private @Nullable MeetingTime time;
        private @Nullable RoomId room;
        private @Nullable String subject;
        private final Map<Integer, SeatLock> seats = new TreeMap<>();
    }

    private final Map<SessionId, SessionLockFields> drafts = new LinkedHashMap<>();

    LockSetBuilder(List<SessionLock> locks) {
        for (SessionLock lock : locks) {
            SessionLockFields draft = fieldsOf(lock.sessionId());
            draft.time = lock.time();
            draft.room = lock.roomId();
            draft.subject = lock.subject();
            lock.seats().forEach(seat -> draft.seats.put(seat.position(), seat));
        }
    }

    private SessionLockFields fieldsOf(SessionId session) {
        return drafts.computeIfAbsent(session, fresh -> new SessionLockFields());
    }

    void setTime(SessionId session, @Nullable MeetingTime time) {
        fieldsOf(session).time = time;
    }

    void setRoom(SessionId session, @Nullable RoomId room) {
        fieldsOf(session).room = room;
    }

    void setSubject(SessionId session, @Nullable String subject) {
        fieldsOf(session).subject = subject;
    }

    void setSeat(SessionId session, int position, @Nullable StaffId who) {
        fieldsOf(session).seats.put(position, new SeatLock(position, who));
    }

    void freeSeat(SessionId session, int position) {
        fieldsOf(session).seats.remove(position);
    }

    boolean hasSeat(SessionId session, int position) {
        SessionLockFields draft = drafts.get(session);
        return draft != null && draft.seats.containsKey(position);
    }

    List<SessionLock> build() {
        var all = new ArrayList<SessionLock>();
        drafts.forEach((session, draft) -> {
            if (draft.time != null || draft.room != null || draft.subject != null || !draft.seats.isEmpty()) {
                all.add(new SessionLock(
                        session, draft.time, draft.room, draft.subject, List.copyOf(draft.seats.values())));
            }
        });
        return List.copyOf(all);
    }
}
