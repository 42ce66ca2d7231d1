package dk.grundskema.solver.change;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.problem.SeatLock;
import dk.grundskema.domain.problem.SessionLock;
import dk.grundskema.domain.time.Horizon;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.Period;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Absences of staff as a change of a plan in use.
 *
 * @param timetable plan in use
 * @param absences  the absences
 * @param now       moment of the change, in local time of the plan's zone; what began before it stays as it is
 */
public record AbsenceChange(Timetable timetable, List<Absence> absences, LocalDateTime now) {
    /** Copies the list. */
    public AbsenceChange {
        absences = List.copyOf(absences);
    }

    /** Returns a moment, or the start of the plan if the moment is before it. */
    public static LocalDateTime momentWithin(Horizon horizon, LocalDateTime now) {
        LocalDateTime start = horizon.firstDay().atStartOfDay();
        return now.isBefore(start) ? start : now;
    }

    /**
     * Validates the absences: they must overlap the horizon and must not be entirely in the past.
     *
     * @return errors with empty pointers; empty if the absences can be planned around
     */
    public List<Finding> validate(Horizon horizon) {
        var findings = new ArrayList<Finding>();
        for (Absence one : absences) {
            LocalDate first = one.from().toLocalDate();
            if (one.lastDay().isBefore(horizon.firstDay()) || first.isAfter(horizon.lastDay())) {
                findings.add(Finding.error(
                        "replan.outside-horizon",
                        "",
                        one.staffId(),
                        first,
                        one.lastDay(),
                        horizon.firstDay(),
                        horizon.lastDay()));
            } else if (!one.until().isAfter(now)) {
                findings.add(Finding.error("replan.in-the-past", "", one.staffId(), one.until(), now));
            }
        }
        return List.copyOf(findings);
    }

    /** Returns a problem in which the absent staff are unavailable, without a reason, and not locked to meetings of a single date that they miss. */
    public Problem apply(Problem problem) {
        return releaseLocks(problem)
                .withStaff(problem.staff().stream().map(this::withoutAbsences).toList());
    }

    private StaffMember withoutAbsences(StaffMember one) {
        ZoneId zone = timetable.zone();
        List<Period> away = absences.stream()
                .filter(absence -> absence.staffId().equals(one.id()))
                .flatMap(absence -> absence.remainingAfter(now, timetable, zone).stream())
                .flatMap(rest -> rest.toPeriods().stream())
                .toList();
        return away.isEmpty() ? one : one.withAvailability(one.availability().without(away));
    }

    /**
     * Returns a problem without the locks that keep absent staff in meetings of a single date. Locks on a series stay, since they hold in its other weeks,
     * too; a change that they contradict is refused.
     */
    public Problem releaseLocks(Problem problem) {
        return problem.withLocks(
                problem.locks().stream().flatMap(lock -> release(lock).stream()).toList(), problem.memberLocks());
    }

    private Optional<SessionLock> release(SessionLock lock) {
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
        ZoneId zone = timetable.zone();
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
