package dk.grundskema.solver.mapping;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Grouping;
import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.SeatId;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.problem.SeatLock;
import dk.grundskema.domain.problem.SessionLock;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.domain.timetable.MeetingLock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Indexes the planner's locks, and finds locks that refer to nothing. */
final class LockIndex {
    private final Problem problem;
    private final Map<SessionId, SessionLock> bySession = new HashMap<>();
    private final MemberLockIndex members;
    private final Map<SessionId, SessionId> hostOfGuest = new HashMap<>();
    private final List<Seat> extraSeats = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    LockIndex(Problem problem, List<Demand> demands) {
        Map<SessionId, Session> sessions = new HashMap<>();
        Map<SessionId, Integer> asked = new HashMap<>();
        for (Demand demand : demands) {
            demand.sessions().forEach(session -> sessions.put(session.id(), session));
            demand.seats().forEach(seat -> seat.sessions().forEach(id -> asked.merge(id, 1, Integer::sum)));
        }
        this.problem = problem;
        for (int i = 0; i < problem.locks().size(); i++) {
            addSessionLock("/locks/" + i, problem.locks().get(i), sessions, asked);
        }
        this.members = new MemberLockIndex(problem, demands);
        findings.addAll(members.findings());
    }

    private void addSessionLock(
            String at, SessionLock lock, Map<SessionId, Session> sessions, Map<SessionId, Integer> asked) {
        Session session = sessions.get(lock.sessionId());
        if (session == null) {
            findings.add(Finding.error("lock.on-nothing", at + "/sessionId", lock.sessionId()));
            return;
        }
        if (session.isGuest()) {
            findings.add(Finding.error("lock.on-guest", at + "/sessionId", lock.sessionId()));
            return;
        }
        addSubjectLock(at, lock, sessions);
        int before = problem.countTeacherSeats(session);
        int seats = asked.getOrDefault(lock.sessionId(), 0);
        List<SeatLock> own = session.lesson() == null ? lock.seats() : ownSeats(at, lock, session);
        storeLock(lock, timeOf(at, lock, session), own);
        List<SeatLock> inOrder =
                own.stream().sorted(Comparator.comparingInt(SeatLock::position)).toList();
        for (SeatLock seat : inOrder) {
            if (seat.position() == seats) {
                extraSeats.add(createExtraSeat(session, seat));
                seats++;
            } else if (seat.position() > seats) {
                int place = seatLockIndex(lock, seat.position() + before);
                findings.add(Finding.error(
                        "lock.no-such-seat",
                        at + "/seats/" + place + "/position",
                        seat.position() + before,
                        seats + before));
            }
        }
    }

    private static int seatLockIndex(SessionLock lock, int position) {
        return lock.seats().stream().map(SeatLock::position).toList().indexOf(position);
    }

    private void storeLock(SessionLock lock, @Nullable MeetingTime time, List<SeatLock> own) {
        boolean says = time != null || lock.roomId() != null || lock.subject() != null || !own.isEmpty();
        if (says) {
            bySession.put(
                    lock.sessionId(), new SessionLock(lock.sessionId(), time, lock.roomId(), lock.subject(), own));
        }
    }

    /** Returns the locked time. A lock may state the time of a lesson of the existing timetable but not change it. */
    private @Nullable MeetingTime timeOf(String at, SessionLock lock, Session session) {
        MeetingTime time = lock.time();
        if (time != null && session.lesson() != null && !session.times().contains(time)) {
            findings.add(Finding.error("lock.lesson-stays", at + "/time", session.title()));
            return null;
        }
        return time;
    }

    /**
     * Returns the locks of seats after those of the lesson's teachers, with positions relative to these. Teachers
     * cannot be changed.
     */
    private List<SeatLock> ownSeats(String at, SessionLock lock, Session session) {
        List<StaffId> teachers = problem.lesson(Objects.requireNonNull(session.lesson()))
                .map(Lesson::teachers)
                .orElse(List.of());
        var own = new ArrayList<SeatLock>();
        for (int i = 0; i < lock.seats().size(); i++) {
            SeatLock seat = lock.seats().get(i);
            if (seat.position() >= teachers.size()) {
                own.add(new SeatLock(seat.position() - teachers.size(), seat.staffId()));
            } else if (!teachers.get(seat.position()).equals(seat.staffId())) {
                findings.add(Finding.error(
                        "lock.teacher-stays",
                        at + "/seats/" + i + "/position",
                        seat.position(),
                        session.title(),
                        teachers.size()));
            }
        }
        return own;
    }

    private static Seat createExtraSeat(Session session, SeatLock lock) {
        return new Seat(
                new SeatId(session.id() + "#" + lock.position()),
                List.of(session.id()),
                lock.position(),
                "extra",
                false,
                lock.staffId() == null ? List.of() : List.of(lock.staffId()));
    }

    /** Locks any of the interchangeable guests of the subject. */
    private void addSubjectLock(String at, SessionLock lock, Map<SessionId, Session> sessions) {
        if (lock.subject() == null) {
            return;
        }
        Optional<Session> guest = sessions.values().stream()
                .filter(one ->
                        one.subject().equals(lock.subject()) && one.hosts().contains(lock.sessionId()))
                .filter(one -> !hostOfGuest.containsKey(one.id()))
                .min(Comparator.comparing(Session::id));
        if (guest.isPresent()) {
            hostOfGuest.put(guest.get().id(), lock.sessionId());
        } else {
            findings.add(Finding.error("lock.no-such-subject", at + "/subject", lock.subject()));
        }
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    Optional<SessionLock> find(SessionId session) {
        return Optional.ofNullable(bySession.get(session));
    }

    /** Returns what of the meetings of a session is locked. */
    MeetingLock meetingLock(SessionId session) {
        return find(session)
                .map(lock -> new MeetingLock(lock.time() != null, lock.roomId() != null))
                .orElse(MeetingLock.NONE);
    }

    Optional<SessionId> hostOf(SessionId guest) {
        return Optional.ofNullable(hostOfGuest.get(guest));
    }

    Optional<GroupId> find(StudentId student, Grouping grouping) {
        return members.find(student, grouping);
    }

    Optional<SeatLock> find(SessionId session, int position) {
        return find(session).stream()
                .flatMap(lock -> lock.seats().stream())
                .filter(seat -> seat.position() == position)
                .findFirst();
    }

    List<Seat> extraSeats() {
        return List.copyOf(extraSeats);
    }
}
