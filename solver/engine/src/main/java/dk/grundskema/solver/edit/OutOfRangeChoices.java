package dk.grundskema.solver.edit;

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
import dk.grundskema.solver.mapping.LessonMeetingReader;
import dk.grundskema.solver.model.Blueprint;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Collects values of a timetable, or values to be set, that no intervention allows: a time that is not among a
 * session's choices, or a staff member who is not a candidate. Only a lock can hold such a value.
 */
final class OutOfRangeChoices {
    private final Problem problem;
    private final List<Demand> demands;
    private final LockSetBuilder locks = new LockSetBuilder(List.of());
    private final Map<SessionId, Session> sessions = new HashMap<>();
    private final Map<SessionId, Meeting> meetings = new HashMap<>();
    private final Map<SeatId, StaffId> holders = new HashMap<>();
    private final Set<SessionId> sessionsWithTime = new HashSet<>();
    private final Set<SessionId> sessionsWithRoom = new HashSet<>();
    private final Set<SeatId> seatsWithHolder = new HashSet<>();
    private final Set<SeatId> requestedSeats = new HashSet<>();

    /** Prepares to collect such values of a timetable. */
    OutOfRangeChoices(Problem problem, List<Demand> demands, Timetable timetable) {
        this.problem = problem;
        this.demands = demands;
        demands.forEach(demand -> demand.sessions().forEach(session -> sessions.put(session.id(), session)));
        timetable.meetings().forEach(meeting -> meetings.put(meeting.sessionId(), meeting));
    }

    /** Adds a time at which a session is to be held, overriding the timetable. */
    void addTime(SessionId session, MeetingTime time) {
        sessionsWithTime.add(session);
        Session one = sessions.get(session);
        if (one == null || !one.times().contains(time)) {
            locks.setTime(session, time);
        }
    }

    /** Adds a room in which a session is to be held, overriding the timetable. */
    void addRoom(SessionId session, RoomId room) {
        sessionsWithRoom.add(session);
        locks.setRoom(session, room);
    }

    /** Adds a staff member who is to take a seat, overriding the timetable. */
    void addSeat(Seat seat, StaffId who) {
        requestedSeats.add(seat.id());
        holders.put(seat.id(), who);
        lockUnlessCandidate(seat, who);
    }

    private void lockUnlessCandidate(Seat seat, StaffId who) {
        if (!seat.candidates().contains(who) && seatsWithHolder.add(seat.id())) {
            lockSeat(seat, who);
        }
    }

    private void lockSeat(Seat seat, StaffId who) {
        Session first = sessions.get(seat.sessions().getFirst());
        if (first != null) {
            locks.setSeat(first.id(), problem.countTeacherSeats(first) + seat.position(), who);
        }
    }

    /** Adds a seat that no intervention demands. */
    void addExtraSeat(SessionId session, int position, @Nullable StaffId who) {
        locks.setSeat(session, position, who);
    }

    /** Returns locks for all collected values. */
    List<SessionLock> locks() {
        var requestedSeats = new HashMap<SessionId, Integer>();
        demands.forEach(demand -> demand.seats().forEach(seat -> {
            seat.sessions().forEach(session -> requestedSeats.merge(session, 1, Integer::sum));
            addSeat(seat);
        }));
        sessions.values().forEach(session -> addSession(session, requestedSeats.getOrDefault(session.id(), 0)));
        for (SessionLock lock : problem.locks()) {
            Session session = sessions.get(lock.sessionId());
            if (session != null && !session.isGuest()) {
                int first = problem.countTeacherSeats(session) + requestedSeats.getOrDefault(session.id(), 0);
                lock.seats().stream()
                        .filter(seat -> seat.position() >= first)
                        .filter(seat -> !locks.hasSeat(session.id(), seat.position()))
                        .forEach(seat -> locks.setSeat(session.id(), seat.position(), seat.staffId()));
            }
        }
        return locks.build();
    }

    private void addSession(Session session, int requestedSeats) {
        Meeting meeting = meetings.get(session.id());
        if (meeting == null || session.isGuest()) {
            return;
        }
        boolean isMoved = session.lesson() == null && !session.times().contains(meeting.time());
        if (isMoved && sessionsWithTime.add(session.id())) {
            locks.setTime(session.id(), meeting.time());
        }
        RoomId room = LessonMeetingReader.decidedRoom(problem, session, meeting);
        boolean isOther = room != null
                && !session.rooms().contains(room)
                && problem.room(room).isPresent();
        if (isOther && sessionsWithRoom.add(session.id())) {
            locks.setRoom(session.id(), room);
        }
        for (int place = problem.countTeacherSeats(session) + requestedSeats;
                place < meeting.seats().size();
                place++) {
            if (!locks.hasSeat(session.id(), place)) {
                StaffId who = meeting.seats().get(place).staffId();
                locks.setSeat(session.id(), place, who != null && isKnown(who) ? who : null);
            }
        }
    }

    private boolean isKnown(StaffId who) {
        return problem.staffMember(who).isPresent();
    }

    private void addSeat(Seat seat) {
        if (requestedSeats.contains(seat.id())) {
            return;
        }
        for (SessionId id : seat.sessions()) {
            Session session = sessions.get(id);
            Meeting meeting = meetings.get(id);
            int place = session == null ? 0 : problem.countTeacherSeats(session) + seat.position();
            if (session == null || meeting == null || place >= meeting.seats().size()) {
                continue;
            }
            StaffId who = meeting.seats().get(place).staffId();
            if (who != null && isKnown(who)) {
                holders.put(seat.id(), who);
                lockUnlessCandidate(seat, who);
                return;
            }
        }
    }

    /** Adds holders that a blueprint would exclude because they are busy; returns whether there are any. */
    boolean addBusyHolders(Blueprint blueprint) {
        boolean isAny = false;
        for (int k = 0; k < blueprint.seats().size(); k++) {
            Seat seat = blueprint.seats().get(k);
            StaffId who = holders.get(seat.id());
            if (who == null || seatsWithHolder.contains(seat.id())) {
                continue;
            }
            int person = blueprint.index().staff().indexOf(who);
            if (!blueprint.decisions().allows(blueprint.decisions().seat(k), person)) {
                seatsWithHolder.add(seat.id());
                lockSeat(seat, who);
                isAny = true;
            }
        }
        return isAny;
    }
}
