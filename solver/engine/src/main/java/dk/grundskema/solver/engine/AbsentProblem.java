package dk.grundskema.solver.engine;

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

/** The problem as it is from now on: whoever is away is not available, and not locked to seats meanwhile. */
final class AbsentProblem {
    private final Problem problem;
    private final ReplanRequest request;
    private final ZoneId zone;
    private final Map<StaffId, List<Absence>> absences = new HashMap<>();

    AbsentProblem(ReplanRequest request) {
        this.problem = request.problem();
        this.request = request;
        this.zone = problem.horizon().zone();
        request.absences()
                .forEach(one -> fromNowOn(one)
                        .ifPresent(rest -> absences.computeIfAbsent(rest.staffId(), fresh -> new ArrayList<>())
                                .add(rest)));
    }

    /** What of an absence is still to come: the past is as it was, and a meeting that has begun is held to its end. */
    private Optional<Absence> fromNowOn(Absence one) {
        long from = Math.max(Interval.minute(one.from(), zone), Interval.minute(request.now(), zone));
        for (Meeting meeting : request.timetable().meetings()) {
            if (meeting.seats().stream().anyMatch(seat -> one.staffId().equals(seat.staffId())) && isPast(meeting)) {
                for (Interval held : meeting.time().intervals(zone)) {
                    from = held.start() < Interval.minute(request.now(), zone) ? Math.max(from, held.end()) : from;
                }
            }
        }
        LocalDateTime begins = Interval.moment(from, zone);
        return begins.isBefore(one.until())
                ? Optional.of(new Absence(one.staffId(), begins, one.until()))
                : Optional.empty();
    }

    /** Whether a meeting has begun, in one of its weeks at least. */
    boolean isPast(Meeting meeting) {
        long now = Interval.minute(request.now(), zone);
        return meeting.time().intervals(zone).stream().anyMatch(held -> held.start() < now);
    }

    /** Whether somebody is away during a stretch of time, or a part of it. */
    boolean isAway(StaffId who, Interval when) {
        return absences.getOrDefault(who, List.of()).stream()
                .anyMatch(one -> one.interval(zone).overlaps(when));
    }

    /** Whether a stretch of time has begun. */
    boolean isPast(Interval when) {
        return when.start() < Interval.minute(request.now(), zone);
    }

    /** Whether somebody is away during a part of a meeting. */
    boolean isAway(StaffId who, Meeting meeting) {
        return meeting.time().intervals(zone).stream().anyMatch(when -> isAway(who, when));
    }

    /** Whether somebody is away whenever a meeting is held, in part at least. */
    boolean isAwayThroughout(StaffId who, Meeting meeting) {
        return meeting.time().intervals(zone).stream().allMatch(when -> isAway(who, when));
    }

    Problem make() {
        return problem.locked(
                        problem.locks().stream()
                                .flatMap(lock -> less(lock).stream())
                                .toList(),
                        problem.memberLocks())
                .staffed(problem.staff().stream().map(this::less).toList());
    }

    private StaffMember less(StaffMember one) {
        List<Period> away = absences.getOrDefault(one.id(), List.of()).stream()
                .flatMap(absence -> absence.periods().stream())
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

    private Optional<SessionLock> less(SessionLock lock) {
        List<SeatLock> seats = lock.seats().stream()
                .filter(seat -> !falls(lock.sessionId(), seat))
                .toList();
        boolean isEmpty = seats.isEmpty() && lock.time() == null && lock.roomId() == null && lock.subject() == null;
        return isEmpty
                ? Optional.empty()
                : Optional.of(new SessionLock(lock.sessionId(), lock.time(), lock.roomId(), lock.subject(), seats));
    }

    private boolean falls(SessionId session, SeatLock seat) {
        return seat.staffId() != null
                && request.timetable().meetings().stream()
                        .filter(meeting -> meeting.sessionId().equals(session))
                        .anyMatch(meeting -> !isPast(meeting) && isAway(seat.staffId(), meeting));
    }
}
