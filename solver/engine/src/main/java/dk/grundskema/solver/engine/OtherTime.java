package dk.grundskema.solver.engine;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.problem.SessionLock;
import dk.grundskema.domain.time.MeetingTime;
import java.util.ArrayList;
import java.util.List;

/** A time that is not among a session's choices can only come from a lock. */
final class OtherTime {
    private OtherTime() {}

    /** The same problem with a session's time locked; what else is locked of the session stays. */
    static Problem lock(Problem problem, SessionId session, MeetingTime time) {
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
        return problem.locked(locks, problem.memberLocks());
    }
}
