package dk.grundskema.solver.precheck;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.problem.SeatLock;
import dk.grundskema.domain.problem.SessionLock;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Derives from the demands which seats must be filled at which times, taking locks into account. Sessions that may
 * sleep are ignored.
 */
final class StaffNeedReader {
    private record NeedKind(List<StaffNeedInterval> slots, Set<StaffId> candidates, boolean apart) {}

    private final Problem problem;
    private final ZoneId zone;
    private final Map<SessionId, SessionLock> locks = new HashMap<>();
    private final Map<SessionId, Session> sessions = new LinkedHashMap<>();
    private final Set<SessionId> inside = new HashSet<>();
    private final Map<NeedKind, Integer> seats = new LinkedHashMap<>();

    private StaffNeedReader(Problem problem) {
        zone = problem.horizon().zone();
        this.problem = problem;
        problem.locks().forEach(lock -> locks.put(lock.sessionId(), lock));
    }

    static List<StaffNeed> read(Problem problem, List<Demand> demands) {
        var needs = new StaffNeedReader(problem);
        for (Demand demand : demands) {
            demand.sessions().forEach(session -> {
                needs.sessions.put(session.id(), session);
                needs.inside.addAll(session.within());
            });
        }
        demands.forEach(demand -> demand.seats().forEach(needs::addSeat));
        return needs.seats.entrySet().stream()
                .map(entry -> new StaffNeed(
                        entry.getKey().slots(),
                        entry.getKey().candidates(),
                        entry.getKey().apart(),
                        entry.getValue()))
                .toList();
    }

    private void addSeat(Seat seat) {
        if (!seat.required() || isToStayEmpty(seat)) {
            return;
        }
        for (SessionId id : seat.sessions()) {
            Session session = sessions.get(id);
            if (session != null && session.required() && !session.isGuest() && session.awakeWith() == null) {
                boolean apart = !session.work() || !session.within().isEmpty() || inside.contains(session.id());
                for (List<StaffNeedInterval> slots : occurrences(session)) {
                    seats.merge(new NeedKind(slots, candidates(seat, id), apart), 1, Integer::sum);
                }
            }
        }
    }

    private boolean isToStayEmpty(Seat seat) {
        return seat.sessions().stream()
                .map(session -> lock(session, seat.position()))
                .flatMap(Optional::stream)
                .anyMatch(lock -> lock.staffId() == null);
    }

    private Set<StaffId> candidates(Seat seat, SessionId session) {
        StaffId locked = lock(session, seat.position()).map(SeatLock::staffId).orElse(null);
        return locked == null ? Set.copyOf(seat.candidates()) : Set.of(locked);
    }

    private Optional<SeatLock> lock(SessionId session, int position) {
        SessionLock lock = locks.get(session);
        Session known = sessions.get(session);
        int before = known == null ? 0 : problem.countTeacherSeats(known);
        return lock == null
                ? Optional.empty()
                : lock.seats().stream()
                        .filter(seat -> seat.position() == before + position)
                        .findFirst();
    }

    /** Returns for each occurrence of a session its possible times; empty if its occurrences differ between times. */
    private List<List<StaffNeedInterval>> occurrences(Session session) {
        SessionLock lock = locks.get(session.id());
        MeetingTime fixed = lock == null ? null : lock.time();
        List<MeetingTime> times = fixed == null ? session.times() : List.of(fixed);
        if (times.stream().allMatch(time -> time.weeks().size() == 1)) {
            return List.of(times.stream()
                    .map(time -> slot(session, time, time.weeks().first()))
                    .toList());
        }
        var weeks = times.getFirst().weeks();
        var found = new ArrayList<List<StaffNeedInterval>>();
        if (times.stream().allMatch(time -> time.weeks().equals(weeks))) {
            for (IsoWeek week : weeks) {
                found.add(times.stream().map(time -> slot(session, time, week)).toList());
            }
        }
        return found;
    }

    private StaffNeedInterval slot(Session session, MeetingTime time, IsoWeek week) {
        var interval = time.interval(week, zone);
        return new StaffNeedInterval(
                interval, time.date(week), session.workload().countedMinutes(interval.minutes()));
    }
}
