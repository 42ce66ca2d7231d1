package dk.grundskema.solver.proof;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.problem.SeatLock;
import dk.grundskema.domain.problem.SessionLock;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingLock;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.Timetable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Gives a timetable what a changed problem asks for without a choice: lock marks, and required seats that one person only may take. */
final class ChangedDemand {
    private final Map<SessionId, SessionLock> locks;
    private final Map<SessionId, Map<Integer, Seat>> seats = new HashMap<>();
    private final Map<SessionId, Integer> teachers = new HashMap<>();

    ChangedDemand(Problem problem, List<Demand> demands) {
        this.locks = StaffingCase.locks(problem);
        for (Demand demand : demands) {
            for (Session session : demand.sessions()) {
                teachers.put(session.id(), problem.countTeacherSeats(session));
            }
            for (Seat seat : demand.seats()) {
                for (SessionId session : seat.sessions()) {
                    int place = teachers.getOrDefault(session, 0) + seat.position();
                    seats.computeIfAbsent(session, any -> new TreeMap<>()).put(place, seat);
                }
            }
        }
    }

    /** Returns the timetable with the seats and marks. Meetings that the problem does not ask for stay as they are. */
    Timetable applyTo(Timetable timetable) {
        return timetable.withMeetings(
                timetable.meetings().stream().map(this::applyTo).toList());
    }

    private Meeting applyTo(Meeting meeting) {
        @Nullable SessionId origin = meeting.originId();
        SessionId session = teachers.containsKey(meeting.sessionId()) || origin == null ? meeting.sessionId() : origin;
        if (!teachers.containsKey(session)) {
            return meeting;
        }
        @Nullable SessionLock lock = locks.get(session);
        Set<Integer> locked = new HashSet<>();
        if (lock != null) {
            lock.seats().stream().map(SeatLock::position).forEach(locked::add);
        }
        for (int place = 0; place < Objects.requireNonNull(teachers.get(session)); place++) {
            locked.add(place);
        }
        var all = new ArrayList<>(meeting.seats());
        seats.getOrDefault(session, Map.of()).forEach((place, seat) -> {
            if (place == all.size() && seat.required()) {
                all.add(new MeetingSeat(seat.role(), onlyCandidate(seat), true, false));
            }
        });
        for (int place = 0; place < all.size(); place++) {
            MeetingSeat seat = all.get(place);
            all.set(place, new MeetingSeat(seat.role(), seat.staffId(), seat.required(), locked.contains(place)));
        }
        return meeting.withSeats(all)
                .withLocked(
                        new MeetingLock(lock != null && lock.time() != null, lock != null && lock.roomId() != null));
    }

    private static @Nullable StaffId onlyCandidate(Seat seat) {
        return seat.candidates().size() == 1 ? seat.candidates().getFirst() : null;
    }
}
