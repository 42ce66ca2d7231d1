package dk.grundskema.solver.repair;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.problem.SeatLock;
import dk.grundskema.domain.problem.SessionLock;
import dk.grundskema.domain.time.Availability;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.Period;
import dk.grundskema.domain.timetable.Meeting;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Derives the problem as of now: absent staff are unavailable, and not locked to the seats that they cannot take. */
final class AbsenceProblemBuilder {
    private final Problem problem;
    private final RepairRequest request;
    private final ZoneId zone;
    private final Map<StaffId, List<Absence>> absences = new HashMap<>();

    AbsenceProblemBuilder(RepairRequest request) {
        this.problem = request.problem();
        this.request = request;
        this.zone = problem.horizon().zone();
        request.absences()
                .forEach(one -> remainingPart(one)
                        .ifPresent(rest -> absences.computeIfAbsent(rest.staffId(), fresh -> new ArrayList<>())
                                .add(rest)));
    }

    /**
     * Returns the remaining part of an absence: the past stays as it was, and a meeting that has begun is held to its
     * end.
     */
    private Optional<Absence> remainingPart(Absence one) {
        long from = Math.max(Interval.toEpochMinute(one.from(), zone), Interval.toEpochMinute(request.now(), zone));
        for (Meeting meeting : request.timetable().meetings()) {
            if (meeting.seats().stream().anyMatch(seat -> one.staffId().equals(seat.staffId())) && isPast(meeting)) {
                for (Interval held : meeting.time().intervals(zone)) {
                    from = held.start() < Interval.toEpochMinute(request.now(), zone)
                            ? Math.max(from, held.end())
                            : from;
                }
            }
        }
        LocalDateTime begins = Interval.toLocalDateTime(from, zone);
        return begins.isBefore(one.until())
                ? Optional.of(new Absence(one.staffId(), begins, one.until()))
                : Optional.empty();
    }

    /** Whether a meeting has begun in at least one of its weeks. */
    boolean isPast(Meeting meeting) {
        long now = Interval.toEpochMinute(request.now(), zone);
        return meeting.time().intervals(zone).stream().anyMatch(held -> held.start() < now);
    }

    /** Whether a staff member is absent during any part of an interval. */
    boolean isAway(StaffId who, Interval when) {
        return absences.getOrDefault(who, List.of()).stream()
                .anyMatch(one -> one.toInterval(zone).overlaps(when));
    }

    /** Whether an interval has begun. */
    boolean isPast(Interval when) {
        return when.start() < Interval.toEpochMinute(request.now(), zone);
    }

    /** Whether a staff member is absent during any part of a meeting, in any week. */
    boolean isAway(StaffId who, Meeting meeting) {
        return meeting.time().intervals(zone).stream().anyMatch(when -> isAway(who, when));
    }

    /** Whether a staff member is absent during at least part of the meeting in every week. */
    boolean isAwayThroughout(StaffId who, Meeting meeting) {
        return meeting.time().intervals(zone).stream().allMatch(when -> isAway(who, when));
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
        if (away.isEmpty()) {
            return one;
        }
        var except = new ArrayList<>(one.availability().except());
        away.stream().filter(period -> !except.contains(period)).forEach(except::add);
        return new StaffMember(
                one.id(),
                one.name(),
                one.skills(),
                new Availability(one.availability().only(), except),
                one.contractHours(),
                one.hoursAlreadyWorked(),
                one.wishes(),
                one.email(),
                one.language(),
                one.work());
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
