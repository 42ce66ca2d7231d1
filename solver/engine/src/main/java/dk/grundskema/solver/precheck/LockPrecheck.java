package dk.grundskema.solver.precheck;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.people.DutyLimit;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.problem.SeatLock;
import dk.grundskema.domain.problem.SessionLock;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Checks whether the locks of each person are consistent: no two sessions at once, enough travel time between them, no
 * longer day and no shorter rest between dates than the person's rules allow.
 */
final class LockPrecheck {
    /** A session with a fixed holder and a fixed time. */
    private record FixedDuty(Session session, String place, Interval interval, LocalDate date) {}

    /** Two sessions that contradict each other, in all their common weeks. */
    private record Contradiction(
            String code, String place, StaffId who, SessionId first, SessionId second, List<Object> figures) {}

    private final Problem problem;
    private final StaffWorkRules rules;
    private final ZoneId zone;
    private final Map<SessionId, Session> sessions = new HashMap<>();
    private final Map<SessionId, SessionLock> locks = new HashMap<>();
    private final Map<SessionId, String> places = new HashMap<>();
    private final Map<SessionId, List<Seat>> seats = new HashMap<>();

    LockPrecheck(Problem problem, List<Demand> demands) {
        this.problem = problem;
        this.rules = new StaffWorkRules(problem, demands);
        this.zone = problem.horizon().zone();
        for (Demand demand : demands) {
            demand.sessions().forEach(session -> sessions.put(session.id(), session));
            demand.seats()
                    .forEach(seat -> seat.sessions()
                            .forEach(session -> seats.computeIfAbsent(session, any -> new ArrayList<>())
                                    .add(seat)));
        }
        for (int i = 0; i < problem.locks().size(); i++) {
            SessionLock lock = problem.locks().get(i);
            locks.put(lock.sessionId(), lock);
            places.put(lock.sessionId(), "/locks/" + i);
        }
    }

    List<Finding> findings() {
        Map<Contradiction, List<LocalDate>> alike = new LinkedHashMap<>();
        fixedDuties().forEach((who, held) -> {
            held.sort(Comparator.comparing(FixedDuty::interval)
                    .thenComparing(each -> each.session().id()));
            findOverlaps(who, held, alike);
            findShortTravelTimes(who, held, alike);
            findLimitsOfDates(who, held, alike);
        });
        return alike.entrySet().stream()
                .map(entry -> finding(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Finding finding(Contradiction one, List<LocalDate> dates) {
        var arguments = new ArrayList<Object>(List.of(one.who(), one.first(), one.second()));
        arguments.add(dates.getFirst());
        arguments.add(dates.size());
        arguments.addAll(one.figures());
        return Finding.warning(one.code(), one.place(), arguments.toArray());
    }

    /** Returns the duties of each person that follow from locks alone. */
    private SortedMap<StaffId, List<FixedDuty>> fixedDuties() {
        Map<StaffId, Map<SessionId, String>> fixed = new TreeMap<>();
        for (SessionLock lock : problem.locks()) {
            Session session = sessions.get(lock.sessionId());
            if (session == null || session.isGuest()) {
                continue;
            }
            for (SeatLock seat : lock.seats()) {
                int position = seat.position() - problem.countTeacherSeats(session);
                StaffId who = seat.staffId();
                if (who != null && position >= 0) {
                    var its = fixed.computeIfAbsent(who, any -> new LinkedHashMap<>());
                    sessionsOfSeat(session, position)
                            .forEach(each -> its.putIfAbsent(
                                    each, places.getOrDefault(each, places.getOrDefault(session.id(), ""))));
                }
            }
        }
        SortedMap<StaffId, List<FixedDuty>> duties = new TreeMap<>();
        fixed.forEach((who, its) -> {
            var held = new ArrayList<FixedDuty>();
            its.forEach((session, place) -> addDuties(sessions.get(session), place, held));
            duties.put(who, held);
        });
        return duties;
    }

    /** Returns all sessions of the seat, because its holder has it in all of them. */
    private Set<SessionId> sessionsOfSeat(Session session, int position) {
        var together = new LinkedHashSet<>(Set.of(session.id()));
        seats.getOrDefault(session.id(), List.of()).stream()
                .filter(seat -> seat.position() == position)
                .forEach(seat -> together.addAll(seat.sessions()));
        return together;
    }

    private void addDuties(@Nullable Session session, String place, List<FixedDuty> held) {
        MeetingTime time = session == null ? null : timeOf(session);
        if (session == null || time == null || maySleep(session)) {
            return;
        }
        for (IsoWeek week : time.weeks()) {
            held.add(new FixedDuty(session, place, time.interval(week, zone), time.date(week)));
        }
    }

    private @Nullable MeetingTime timeOf(Session session) {
        SessionLock lock = locks.get(session.id());
        if (lock != null && lock.time() != null && session.lesson() == null) {
            return lock.time();
        }
        return session.isFixedInTime() ? session.times().getFirst() : null;
    }

    /** A session of a group without locked members may sleep, unless the planner locked its time. */
    private boolean maySleep(Session session) {
        SessionLock lock = locks.get(session.id());
        boolean isMeant = lock != null && lock.time() != null;
        return session.awakeWith() != null
                && !isMeant
                && problem.memberLocks().stream().noneMatch(one -> one.groupId().equals(session.awakeWith()));
    }

    private void findOverlaps(StaffId who, List<FixedDuty> held, Map<Contradiction, List<LocalDate>> alike) {
        for (int i = 0; i < held.size(); i++) {
            FixedDuty first = held.get(i);
            for (FixedDuty second : held.subList(i + 1, held.size())) {
                if (second.interval().start() >= first.interval().end()) {
                    break;
                }
                var figures = List.<Object>of(
                        timeOfDay(first.interval().start()),
                                timeOfDay(first.interval().end()),
                        timeOfDay(second.interval().start()),
                                timeOfDay(second.interval().end()));
                addContradiction("precheck.locks-at-once", who, first, second, figures, alike);
            }
        }
    }

    private void findShortTravelTimes(StaffId who, List<FixedDuty> held, Map<Contradiction, List<LocalDate>> alike) {
        for (int i = 0; i + 1 < held.size(); i++) {
            FixedDuty from = held.get(i);
            FixedDuty to = held.get(i + 1);
            long pause = to.interval().start() - from.interval().end();
            long way = problem.travelMinutes(from.session().site(), to.session().site());
            if (pause >= 0 && way > pause) {
                var figures = List.<Object>of(
                        timeOfDay(from.interval().end()),
                        timeOfDay(to.interval().start()),
                        from.session().site(),
                        to.session().site(),
                        way,
                        pause);
                addContradiction("precheck.locks-too-far", who, from, to, figures, alike);
            }
        }
    }

    /** People with lessons are left out, because lessons may go beyond the limits. */
    private void findLimitsOfDates(StaffId who, List<FixedDuty> held, Map<Contradiction, List<LocalDate>> alike) {
        SortedMap<LocalDate, List<FixedDuty>> dates = held.stream()
                .filter(duty -> duty.session().work())
                .collect(Collectors.groupingBy(FixedDuty::date, TreeMap::new, Collectors.toList()));
        rules.limitWithoutLessons(who, WorkRules::longestDay)
                .ifPresent(most -> dates.values().forEach(duties -> findLongDay(who, duties, most, alike)));
        rules.limitWithoutLessons(who, WorkRules::restBetweenDates).ifPresent(fewest -> {
            List<FixedDuty> before = List.of();
            for (List<FixedDuty> duties : dates.values()) {
                if (!before.isEmpty()) {
                    findShortRest(who, lastToEnd(before), duties.getFirst(), fewest, alike);
                }
                before = duties;
            }
        });
    }

    /** A single duty that is too long is found for the seat, whether it is locked or not. */
    private void findLongDay(
            StaffId who, List<FixedDuty> duties, DutyLimit most, Map<Contradiction, List<LocalDate>> alike) {
        FixedDuty first = duties.getFirst();
        FixedDuty last = lastToEnd(duties);
        long length = last.interval().end() - first.interval().start();
        if (!first.equals(last) && length > most.minutes()) {
            var figures = List.<Object>of(
                    timeOfDay(first.interval().start()),
                    timeOfDay(last.interval().end()),
                    Duration.ofMinutes(length),
                    Duration.ofMinutes(most.minutes()));
            addContradiction("precheck.locks-long-day", who, first, last, figures, alike);
        }
    }

    private void findShortRest(
            StaffId who, FixedDuty from, FixedDuty to, DutyLimit fewest, Map<Contradiction, List<LocalDate>> alike) {
        long rest = to.interval().start() - from.interval().end();
        if (rest >= 0 && rest < fewest.minutes()) {
            var figures = List.<Object>of(
                    timeOfDay(from.interval().end()),
                    timeOfDay(to.interval().start()),
                    Duration.ofMinutes(rest),
                    Duration.ofMinutes(fewest.minutes()));
            addContradiction("precheck.locks-short-rest", who, from, to, figures, alike);
        }
    }

    private static FixedDuty lastToEnd(List<FixedDuty> duties) {
        return duties.stream()
                .max(Comparator.comparingLong(duty -> duty.interval().end()))
                .orElseThrow();
    }

    private LocalTime timeOfDay(long minute) {
        return Interval.toLocalDateTime(minute, zone).toLocalTime();
    }

    private static void addContradiction(
            String code,
            StaffId who,
            FixedDuty first,
            FixedDuty second,
            List<Object> figures,
            Map<Contradiction, List<LocalDate>> alike) {
        var one = new Contradiction(
                code,
                second.place(),
                who,
                first.session().id(),
                second.session().id(),
                figures);
        alike.computeIfAbsent(one, any -> new ArrayList<>()).add(second.date());
    }
}
