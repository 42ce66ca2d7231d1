package dk.grundskema.solver.engine;

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

/** Locks of sessions while they are being changed; those of a session that is left without any go. */
final class LockDraft {
    private static final class Draft {
        private @Nullable MeetingTime time;
        private @Nullable RoomId room;
        private @Nullable String subject;
        private final Map<Integer, SeatLock> seats = new TreeMap<>();
    }

    private final Map<SessionId, Draft> drafts = new LinkedHashMap<>();

    LockDraft(List<SessionLock> locks) {
        for (SessionLock lock : locks) {
            Draft draft = draft(lock.sessionId());
            draft.time = lock.time();
            draft.room = lock.roomId();
            draft.subject = lock.subject();
            lock.seats().forEach(seat -> draft.seats.put(seat.position(), seat));
        }
    }

    private Draft draft(SessionId session) {
        return drafts.computeIfAbsent(session, fresh -> new Draft());
    }

    void time(SessionId session, @Nullable MeetingTime time) {
        draft(session).time = time;
    }

    void room(SessionId session, @Nullable RoomId room) {
        draft(session).room = room;
    }

    void subject(SessionId session, @Nullable String subject) {
        draft(session).subject = subject;
    }

    void seat(SessionId session, int position, @Nullable StaffId who) {
        draft(session).seats.put(position, new SeatLock(position, who));
    }

    void freeSeat(SessionId session, int position) {
        draft(session).seats.remove(position);
    }

    boolean hasSeat(SessionId session, int position) {
        Draft draft = drafts.get(session);
        return draft != null && draft.seats.containsKey(position);
    }

    List<SessionLock> all() {
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
