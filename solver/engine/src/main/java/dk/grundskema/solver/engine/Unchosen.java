package dk.grundskema.solver.engine;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.SeatId;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.problem.SessionLock;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.mapping.LessonMeeting;
import dk.grundskema.solver.model.Blueprint;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a timetable, or is to stand there, though no intervention would choose it: a time that isn't among a session's choices, somebody
 * whom nobody would ask. Only a lock can hold such a thing.
 */
final class Unchosen {
    private final Problem problem;
    private final List<Demand> demands;
    private final LockDraft locks = new LockDraft(List.of());
    private final Map<SessionId, Session> sessions = new HashMap<>();
    private final Map<SessionId, Meeting> meetings = new HashMap<>();
    private final Map<SeatId, StaffId> holders = new HashMap<>();
    private final Set<SessionId> timed = new HashSet<>();
    private final Set<SessionId> roomed = new HashSet<>();
    private final Set<SeatId> seated = new HashSet<>();
    private final Set<SeatId> asked = new HashSet<>();

    /** What so stands in a timetable of a problem. */
    Unchosen(Problem problem, List<Demand> demands, Timetable timetable) {
        this.problem = problem;
        this.demands = demands;
        demands.forEach(demand -> demand.sessions().forEach(session -> sessions.put(session.id(), session)));
        timetable.meetings().forEach(meeting -> meetings.put(meeting.sessionId(), meeting));
    }

    /** A session is to be held at a time, whatever it is now. */
    void time(SessionId session, MeetingTime time) {
        timed.add(session);
        Session one = sessions.get(session);
        if (one == null || !one.times().contains(time)) {
            locks.time(session, time);
        }
    }

    /** A session is to be held in a room, whatever it is now. */
    void room(SessionId session, RoomId room) {
        roomed.add(session);
        locks.room(session, room);
    }

    /** Somebody is to take a seat, whoever sits there now. */
    void seat(Seat seat, StaffId who) {
        asked.add(seat.id());
        holders.put(seat.id(), who);
        lockUnlessAsked(seat, who);
    }

    private void lockUnlessAsked(Seat seat, StaffId who) {
        if (!seat.candidates().contains(who) && seated.add(seat.id())) {
            lock(seat, who);
        }
    }

    private void lock(Seat seat, StaffId who) {
        Session first = sessions.get(seat.sessions().getFirst());
        if (first != null) {
            locks.seat(first.id(), problem.seatsBefore(first) + seat.position(), who);
        }
    }

    /** A seat is to be added that nobody asked for. */
    void extraSeat(SessionId session, int position, @Nullable StaffId who) {
        locks.seat(session, position, who);
    }

    /** Locks that hold all of it. */
    List<SessionLock> locks() {
        var asked = new HashMap<SessionId, Integer>();
        demands.forEach(demand -> demand.seats().forEach(seat -> {
            seat.sessions().forEach(session -> asked.merge(session, 1, Integer::sum));
            seat(seat);
        }));
        sessions.values().forEach(session -> session(session, asked.getOrDefault(session.id(), 0)));
        for (SessionLock lock : problem.locks()) {
            Session session = sessions.get(lock.sessionId());
            if (session != null && !session.isGuest()) {
                int first = problem.seatsBefore(session) + asked.getOrDefault(session.id(), 0);
                lock.seats().stream()
                        .filter(seat -> seat.position() >= first)
                        .filter(seat -> !locks.hasSeat(session.id(), seat.position()))
                        .forEach(seat -> locks.seat(session.id(), seat.position(), seat.staffId()));
            }
        }
        return locks.all();
    }

    private void session(Session session, int asked) {
        Meeting meeting = meetings.get(session.id());
        if (meeting == null || session.isGuest()) {
            return;
        }
        boolean isMoved = session.lesson() == null && !session.times().contains(meeting.time());
        if (isMoved && timed.add(session.id())) {
            locks.time(session.id(), meeting.time());
        }
        RoomId room = LessonMeeting.roomOf(problem, session, meeting);
        boolean isOther = room != null
                && !session.rooms().contains(room)
                && problem.room(room).isPresent();
        if (isOther && roomed.add(session.id())) {
            locks.room(session.id(), room);
        }
        for (int place = problem.seatsBefore(session) + asked;
                place < meeting.seats().size();
                place++) {
            if (!locks.hasSeat(session.id(), place)) {
                StaffId who = meeting.seats().get(place).staffId();
                locks.seat(session.id(), place, who != null && isKnown(who) ? who : null);
            }
        }
    }

    private boolean isKnown(StaffId who) {
        return problem.staffMember(who).isPresent();
    }

    private void seat(Seat seat) {
        if (asked.contains(seat.id())) {
            return;
        }
        for (SessionId id : seat.sessions()) {
            Session session = sessions.get(id);
            Meeting meeting = meetings.get(id);
            int place = session == null ? 0 : problem.seatsBefore(session) + seat.position();
            if (session == null || meeting == null || place >= meeting.seats().size()) {
                continue;
            }
            StaffId who = meeting.seats().get(place).staffId();
            if (who != null && isKnown(who)) {
                holders.put(seat.id(), who);
                lockUnlessAsked(seat, who);
                return;
            }
        }
    }

    /** Adds those who sit where a blueprint wouldn't put them because they are busy; says whether there are any. */
    boolean addBusy(Blueprint blueprint) {
        boolean isAny = false;
        for (int k = 0; k < blueprint.seats().size(); k++) {
            Seat seat = blueprint.seats().get(k);
            StaffId who = holders.get(seat.id());
            if (who == null || seated.contains(seat.id())) {
                continue;
            }
            int person = blueprint.index().staff().of(who);
            if (!blueprint.decisions().allows(blueprint.decisions().seat(k), person)) {
                seated.add(seat.id());
                lock(seat, who);
                isAny = true;
            }
        }
        return isAny;
    }
}
