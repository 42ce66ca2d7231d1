package dk.grundskema.solver.repair;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.problem.SeatLock;
import dk.grundskema.domain.problem.SessionLock;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.Period;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Derives the problem as of now: absent staff are unavailable, and not locked to the seats that they cannot take. */
final class AbsenceProblemBuilder implements Unavailability {
    private final Problem problem;
    private final RepairRequest request;
    private final ZoneId zone;
    private final Map<StaffId, List<Absence>> absences = new HashMap<>();

    AbsenceProblemBuilder(RepairRequest request) {
        this.problem = request.problem();
        this.request = request;
        this.zone = problem.horizon().zone();
        request.absences()
                .forEach(one -> one.remainingAfter(request.now(), request.timetable(), zone)
                        .ifPresent(rest -> absences.computeIfAbsent(rest.staffId(), fresh -> new ArrayList<>())
                                .add(rest)));
    }

    @Override
    public LocalDateTime now() {
        return request.now();
    }

    @Override
    public ZoneId zone() {
        return zone;
    }

    @Override
    public boolean isAway(StaffId who, Interval when) {
        return absences.getOrDefault(who, List.of()).stream()
                .anyMatch(one -> one.toInterval(zone).overlaps(when));
    }

    Problem buildProblem() {
        return problem.withLocks(
                        problem.locks().stream()
                                .flatMap(lock -> withoutAbsences(lock).stream())
                                .toList(),
                        problem.memberLocks())
                .withStaff(problem.staff().stream().map(this::withoutAbsences).toList());
    }

    private StaffMember withoutAbsences(StaffMember one) {
        List<Period> away = absences.getOrDefault(one.id(), List.of()).stream()
                .flatMap(absence -> absence.toPeriods().stream())
                .toList();
        return away.isEmpty() ? one : one.withAvailability(one.availability().without(away));
    }

    private Optional<SessionLock> withoutAbsences(SessionLock lock) {
        List<SeatLock> seats = lock.seats().stream()
                .filter(seat -> !isLockOfAbsentHolder(lock.sessionId(), seat))
                .toList();
        boolean isEmpty = seats.isEmpty() && lock.time() == null && lock.roomId() == null && lock.subject() == null;
        return isEmpty
                ? Optional.empty()
                : Optional.of(new SessionLock(lock.sessionId(), lock.time(), lock.roomId(), lock.subject(), seats));
    }

    private boolean isLockOfAbsentHolder(SessionId session, SeatLock seat) {
        return seat.staffId() != null
                && request.timetable().meetings().stream()
                        .filter(meeting -> meeting.sessionId().equals(session))
                        .anyMatch(meeting -> !isPast(meeting) && isAway(seat.staffId(), meeting));
    }
}
