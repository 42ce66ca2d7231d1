package dk.grundskema.solver.engine;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.problem.SessionLock;
import dk.grundskema.domain.time.MeetingTime;
import java.util.ArrayList;
import java.util.List;

/** Adds a time that is not among a session's choices, which only a lock can do. */
final class SessionTimeLocker {
    private SessionTimeLocker() {}

    /** Returns the problem with a session's time locked; the session's other locks are kept. */
    static Problem lockTime(Problem problem, SessionId session, MeetingTime time) {
        var locks = new ArrayList<SessionLock>();
        var locked = new SessionLock(session, time, null, null, List.of());
        for (SessionLock lock : problem.locks()) {
            if (lock.sessionId().equals(session)) {
                locked = new SessionLock(session, time, lock.roomId(), lock.subject(), lock.seats());
            } else {
                locks.add(lock);
            }
        }
        locks.add(locked);
        return problem.withLocks(locks, problem.memberLocks());
    }
}
