package dk.grundskema.solver.mapping;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Grouping;
import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.SeatId;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.MemberLock;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.problem.SeatLock;
import dk.grundskema.domain.problem.SessionLock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the planner fixed, looked up by what it is about; and which locks are on nothing. */
final class LockBook {
    private final Map<SessionId, SessionLock> bySession = new HashMap<>();
    private final Map<StudentId, GroupId> byStudent = new HashMap<>();
    private final Map<SessionId, SessionId> hostOfGuest = new HashMap<>();
    private final List<Seat> extraSeats = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    LockBook(Problem problem, List<Demand> demands) {
        Map<SessionId, Session> sessions = new HashMap<>();
        Map<SessionId, Integer> asked = new HashMap<>();
        for (Demand demand : demands) {
            demand.sessions().forEach(session -> sessions.put(session.id(), session));
            demand.seats().forEach(seat -> seat.sessions().forEach(id -> asked.merge(id, 1, Integer::sum)));
        }
        for (int i = 0; i < problem.locks().size(); i++) {
            session("/locks/" + i, problem.locks().get(i), sessions, asked);
        }
        for (int i = 0; i < problem.memberLocks().size(); i++) {
            member("/memberLocks/" + i, problem.memberLocks().get(i), demands);
        }
    }

    private void session(String at, SessionLock lock, Map<SessionId, Session> sessions, Map<SessionId, Integer> asked) {
        Session session = sessions.get(lock.sessionId());
        if (session == null) {
            findings.add(Finding.error("lock.on-nothing", at + "/sessionId", lock.sessionId()));
            return;
        }
        if (session.isGuest()) {
            findings.add(Finding.error("lock.on-guest", at + "/sessionId", lock.sessionId()));
            return;
        }
        bySession.put(lock.sessionId(), lock);
        subject(at, lock, sessions);
        int seats = asked.getOrDefault(lock.sessionId(), 0);
        List<SeatLock> inOrder = lock.seats().stream()
                .sorted(Comparator.comparingInt(SeatLock::position))
                .toList();
        for (SeatLock seat : inOrder) {
            if (seat.position() == seats) {
                extraSeats.add(extra(session, seat));
                seats++;
            } else if (seat.position() > seats) {
                int place = lock.seats().indexOf(seat);
                findings.add(Finding.error(
                        "lock.no-such-seat", at + "/seats/" + place + "/position", seat.position(), seats));
            }
        }
    }

    private static Seat extra(Session session, SeatLock lock) {
        return new Seat(
                new SeatId(session.id() + "#" + lock.position()),
                List.of(session.id()),
                lock.position(),
                "extra",
                false,
                lock.staffId() == null ? List.of() : List.of(lock.staffId()));
    }

    /** The planner names a subject; any of the interchangeable guests of that subject will do. */
    private void subject(String at, SessionLock lock, Map<SessionId, Session> sessions) {
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

    private void member(String at, MemberLock lock, List<Demand> demands) {
        Set<GroupId> choices = new HashSet<>();
        for (Demand demand : demands) {
            for (Grouping grouping : demand.groupings()) {
                if (grouping.students().contains(lock.studentId())) {
                    grouping.groups().forEach(group -> choices.add(group.id()));
                }
            }
        }
        if (choices.contains(lock.groupId())) {
            byStudent.put(lock.studentId(), lock.groupId());
        } else {
            findings.add(Finding.error(
                    "lock.no-such-group",
                    at + "/groupId",
                    lock.groupId(),
                    choices.stream().sorted().toList()));
        }
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    Optional<SessionLock> of(SessionId session) {
        return Optional.ofNullable(bySession.get(session));
    }

    Optional<SessionId> hostOf(SessionId guest) {
        return Optional.ofNullable(hostOfGuest.get(guest));
    }

    Optional<GroupId> of(StudentId student) {
        return Optional.ofNullable(byStudent.get(student));
    }

    Optional<SeatLock> of(SessionId session, int position) {
        return of(session).stream()
                .flatMap(lock -> lock.seats().stream())
                .filter(seat -> seat.position() == position)
                .findFirst();
    }

    List<Seat> extraSeats() {
        return List.copyOf(extraSeats);
    }
}
