package dk.grundskema.api.cli.replan;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.problem.SeatLock;
import dk.grundskema.domain.problem.SessionLock;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.repair.Absence;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Releases the locks that keep absent staff in meetings of a single date. Locks on a series stay, since they hold in its other weeks, too; a change that they
 * contradict is refused.
 *
 * @param problem   problem with the locks
 * @param timetable plan in use
 * @param now       moment before which meetings stay as they were
 */
record AbsentHolderLocks(Problem problem, Timetable timetable, LocalDateTime now) {
    /** Returns the problem without these locks. */
    Problem release(List<Absence> absences) {
        return problem.withLocks(
                problem.locks().stream()
                        .flatMap(lock -> release(lock, absences).stream())
                        .toList(),
                problem.memberLocks());
    }

    private Optional<SessionLock> release(SessionLock lock, List<Absence> absences) {
        List<SeatLock> seats = lock.seats().stream()
                .filter(seat -> absences.stream()
                        .noneMatch(one -> one.staffId().equals(seat.staffId()) && isMissed(lock.sessionId(), one)))
                .toList();
        boolean isEmpty = seats.isEmpty() && lock.time() == null && lock.roomId() == null && lock.subject() == null;
        return isEmpty
                ? Optional.empty()
                : Optional.of(new SessionLock(lock.sessionId(), lock.time(), lock.roomId(), lock.subject(), seats));
    }

    private boolean isMissed(SessionId session, Absence absence) {
        ZoneId zone = problem.horizon().zone();
        List<Meeting> ofSession = timetable.meetings().stream()
                .filter(meeting -> meeting.origin().equals(session))
                .toList();
        boolean isSeries =
                ofSession.stream().mapToInt(meeting -> meeting.weeks().size()).sum() > 1;
        return !isSeries
                && ofSession.stream()
                        .flatMap(meeting -> meeting.time().intervals(zone).stream())
                        .anyMatch(when -> when.start() >= Interval.toEpochMinute(now, zone)
                                && absence.toInterval(zone).overlaps(when));
    }
}
