package dk.grundskema.solver.proof;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.LessonId;
import dk.grundskema.domain.demand.Relief;
import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.problem.SessionLock;
import dk.grundskema.domain.time.Availability;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.check.StrictestWorkRules;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a proof knows: seats of sessions whose time is known, and the people. Before planning, these are the sessions with one possible time; with a
 * timetable, all its meetings. Decisions about other times, rooms, subjects, groups and optional relief are left out, which only makes more possible.
 *
 * @param problem     the problem
 * @param seats       seats of sessions whose time is known
 * @param work        working-time rules of each person
 * @param lessons     lessons of each person that no decision can take away
 * @param reliefs     lessons of each person that a decision may take away
 * @param unavailable intervals in which each person is unavailable, whatever other plans ask
 * @param elsewhere   intervals of each person's duties in other plans
 */
record StaffingCase(
        Problem problem,
        List<SeatNeed> seats,
        Map<StaffId, WorkRules> work,
        Map<StaffId, List<FixedDuty>> lessons,
        Map<StaffId, List<FixedDuty>> reliefs,
        Map<StaffId, List<Interval>> unavailable,
        Map<StaffId, List<Interval>> elsewhere) {

    /**
     * A duty that the plan does not decide.
     *
     * @param lesson lesson of the existing timetable
     * @param duty   its time in one week
     */
    record FixedDuty(Lesson lesson, SeatDuty duty) {
        /** Returns the fact that a person has the lesson then. */
        ProofFact toFact(StaffId person, ZoneId zone) {
            Interval interval = duty.interval();
            return ProofFact.of(
                    ProofFact.Kind.LESSON,
                    person,
                    lesson.id(),
                    duty.date(),
                    Interval.toLocalDateTime(interval.start(), zone).toLocalTime(),
                    Interval.toLocalDateTime(interval.end(), zone).toLocalTime());
        }
    }

    private record TaughtLesson(StaffId person, LessonId lesson, IsoWeek week) {}

    /** Returns the case before planning: sessions with one possible time. */
    static StaffingCase beforePlanning(Problem problem, List<Demand> demands) {
        Map<SessionId, SessionLock> locks = locks(problem);
        Map<SessionId, Session> sessions = sessions(demands);
        var seats = new ArrayList<SeatNeed>();
        for (Demand demand : demands) {
            for (Seat seat : demand.seats()) {
                List<SeatDuty> duties = seat.sessions().stream()
                        .map(sessions::get)
                        .filter(Objects::nonNull)
                        .filter(session -> session.awakeWith() == null)
                        .flatMap(session -> knownTime(session, locks).stream()
                                .flatMap(time -> duties(problem, session, time).stream()))
                        .toList();
                if (!duties.isEmpty()) {
                    Session first =
                            Objects.requireNonNull(sessions.get(seat.sessions().getFirst()));
                    int place = problem.countTeacherSeats(first) + seat.position();
                    seats.add(createNeed(
                            seat, seat.sessions(), place, lock(seat.sessions(), place, locks), null, duties));
                }
            }
        }
        return create(problem, demands, seats);
    }

    /** Returns the time of a session that is known before planning: that of the planner's lock, else the only possible one. */
    static Optional<MeetingTime> knownTime(Session session, Map<SessionId, SessionLock> locks) {
        SessionLock lock = locks.get(session.id());
        MeetingTime locked = lock == null || session.lesson() != null ? null : lock.time();
        if (locked != null) {
            return Optional.of(locked);
        }
        return session.isFixedInTime() ? Optional.of(session.times().getFirst()) : Optional.empty();
    }

    /** How the seats of a series are filled. */
    enum Series {
        /** By the same person, as the timetable does. */
        TOGETHER,
        /** Each meeting by itself, since somebody else may take the place of a person who is away. */
        EACH_MEETING,
        /** Each week of each meeting by itself, since a meeting may be split. */
        EACH_WEEK
    }

    /** Returns the case of a finished timetable: all its meetings at their times. */
    static StaffingCase ofTimetable(Problem problem, List<Demand> demands, Timetable timetable) {
        return ofTimetable(problem, demands, timetable, Series.TOGETHER);
    }

    /** @param series how the seats of a series are filled */
    static StaffingCase ofTimetable(Problem problem, List<Demand> demands, Timetable timetable, Series series) {
        Map<SessionId, SessionLock> locks = locks(problem);
        Map<SessionId, Session> sessions = sessions(demands);
        Map<SessionId, List<Meeting>> meetings = new HashMap<>();
        for (Meeting meeting : timetable.meetings()) {
            SessionId origin = meeting.originId();
            SessionId id = sessions.containsKey(meeting.sessionId()) || origin == null ? meeting.sessionId() : origin;
            meetings.computeIfAbsent(id, any -> new ArrayList<>()).add(meeting);
        }
        var seats = new ArrayList<SeatNeed>();
        for (Demand demand : demands) {
            for (Seat seat : demand.seats()) {
                Session first = sessions.get(seat.sessions().getFirst());
                if (first == null) {
                    continue;
                }
                int place = problem.countTeacherSeats(first) + seat.position();
                for (List<Meeting> held : partsOf(seat, place, meetings, series)) {
                    List<SeatDuty> duties = held.stream()
                            .flatMap(meeting -> duties(
                                    problem,
                                    Objects.requireNonNull(sessions.get(sessionId(meeting, sessions))),
                                    meeting.time())
                                    .stream())
                            .toList();
                    List<SessionId> ids = held.stream().map(Meeting::sessionId).toList();
                    // A lock is of its own meeting: somebody else may have the others, if the usual person is away.
                    SeatNeed.Lock lock = lock(
                            held.stream()
                                    .map(meeting -> sessionId(meeting, sessions))
                                    .toList(),
                            place,
                            locks);
                    List<List<SeatDuty>> parts = series == Series.EACH_WEEK
                            ? duties.stream().map(List::of).toList()
                            : List.of(duties);
                    for (List<SeatDuty> part : parts) {
                        seats.add(createNeed(
                                seat,
                                ids,
                                place,
                                lock,
                                holder(held.getFirst(), place).orElse(null),
                                part));
                    }
                }
            }
        }
        return create(problem, demands, seats);
    }

    private static SessionId sessionId(Meeting meeting, Map<SessionId, Session> sessions) {
        return sessions.containsKey(meeting.sessionId())
                ? meeting.sessionId()
                : Objects.requireNonNull(meeting.originId());
    }

    /** Returns the meetings of a seat together; each alone if one is a part of a session that was split, or if their holders differ. */
    private static List<List<Meeting>> partsOf(
            Seat seat, int place, Map<SessionId, List<Meeting>> meetings, Series series) {
        List<Meeting> held = seat.sessions().stream()
                .flatMap(id -> meetings.getOrDefault(id, List.of()).stream())
                .toList();
        if (held.isEmpty()) {
            return List.of();
        }
        boolean isSplit = series != Series.TOGETHER
                || held.stream().anyMatch(meeting -> meeting.originId() != null)
                || held.stream()
                                .map(meeting -> holder(meeting, place))
                                .distinct()
                                .count()
                        > 1;
        return isSplit ? held.stream().map(List::of).toList() : List.of(held);
    }

    private static Optional<StaffId> holder(Meeting meeting, int place) {
        return place < meeting.seats().size()
                ? Optional.ofNullable(meeting.seats().get(place).staffId())
                : Optional.empty();
    }

    private static SeatNeed createNeed(
            Seat seat,
            List<SessionId> sessions,
            int place,
            SeatNeed.@Nullable Lock lock,
            @Nullable StaffId holder,
            List<SeatDuty> duties) {
        var candidates = new LinkedHashSet<>(seat.candidates());
        Stream.of(holder, lock == null ? null : lock.person())
                .filter(Objects::nonNull)
                .forEach(candidates::add);
        return new SeatNeed(
                seat.id(),
                sessions,
                place,
                seat.role(),
                seat.required(),
                List.copyOf(candidates),
                lock,
                holder,
                duties);
    }

    private static Map<SessionId, Session> sessions(List<Demand> demands) {
        var sessions = new LinkedHashMap<SessionId, Session>();
        demands.forEach(demand -> demand.sessions().forEach(session -> sessions.put(session.id(), session)));
        return sessions;
    }

    static Map<SessionId, SessionLock> locks(Problem problem) {
        var locks = new HashMap<SessionId, SessionLock>();
        problem.locks().forEach(lock -> locks.put(lock.sessionId(), lock));
        return locks;
    }

    private static SeatNeed.@Nullable Lock lock(
            List<SessionId> sessions, int place, Map<SessionId, SessionLock> locks) {
        return sessions.stream()
                .map(locks::get)
                .filter(Objects::nonNull)
                .flatMap(lock -> lock.seats().stream())
                .filter(seat -> seat.position() == place)
                .map(seat -> new SeatNeed.Lock(seat.staffId()))
                .findFirst()
                .orElse(null);
    }

    private static List<SeatDuty> duties(Problem problem, Session session, MeetingTime time) {
        return time.weeks().stream()
                .map(week -> {
                    Interval interval = time.interval(week, problem.horizon().zone());
                    long minutes = session.workload().countedMinutes(interval.minutes());
                    return new SeatDuty(interval, time.date(week), session.site(), session.work(), minutes);
                })
                .toList();
    }

    private static StaffingCase create(Problem problem, List<Demand> demands, List<SeatNeed> seats) {
        var common = new HashMap<StaffId, WorkRules>();
        demands.forEach(
                demand -> demand.work().forEach((id, rules) -> common.merge(id, rules, StrictestWorkRules::of)));
        Map<StaffId, WorkRules> work = new LinkedHashMap<>();
        Map<StaffId, List<Interval>> unavailable = new HashMap<>();
        Map<StaffId, List<Interval>> elsewhere = new HashMap<>();
        for (StaffMember person : problem.staff()) {
            WorkRules rules = person.work();
            work.put(person.id(), rules != null ? rules : common.getOrDefault(person.id(), problem.work()));
            Availability own = person.availability();
            unavailable.put(person.id(), own.withoutElsewhere().unavailableIntervals(problem.horizon()));
            elsewhere.put(person.id(), own.elsewhereIntervals(problem.horizon()));
        }
        Map<StaffId, List<FixedDuty>> lessons = new HashMap<>();
        Map<StaffId, List<FixedDuty>> reliefs = new HashMap<>();
        Set<TaughtLesson> relievable = relievable(demands);
        for (Lesson lesson : problem.lessons()) {
            for (IsoWeek week : lesson.time().weeks()) {
                Interval interval =
                        lesson.time().interval(week, problem.horizon().zone());
                var duty = new SeatDuty(
                        interval, lesson.time().date(week), siteOf(lesson, problem), true, interval.minutes());
                for (StaffId person : lesson.teachers()) {
                    var target = relievable.contains(new TaughtLesson(person, lesson.id(), week)) ? reliefs : lessons;
                    target.computeIfAbsent(person, any -> new ArrayList<>()).add(new FixedDuty(lesson, duty));
                }
            }
        }
        return new StaffingCase(problem, List.copyOf(seats), work, lessons, reliefs, unavailable, elsewhere);
    }

    private static Set<TaughtLesson> relievable(List<Demand> demands) {
        var all = new HashSet<TaughtLesson>();
        for (Demand demand : demands) {
            for (Session session : demand.sessions()) {
                Relief relief = session.relief();
                if (relief != null) {
                    relief.weeks().forEach(week -> all.add(new TaughtLesson(relief.staff(), relief.lesson(), week)));
                }
            }
        }
        return all;
    }

    /** Returns the site of a lesson: its own, else its room's, else the problem's first. */
    private static SiteId siteOf(Lesson lesson, Problem problem) {
        SiteId own = lesson.site();
        if (own != null) {
            return own;
        }
        var room =
                lesson.roomId() == null ? null : problem.room(lesson.roomId()).orElse(null);
        return problem.siteOrDefault(room == null ? null : room.site());
    }

    /** Returns the case with other lessons that no decision can take away. */
    StaffingCase withLessons(Map<StaffId, List<FixedDuty>> others) {
        return new StaffingCase(problem, seats, work, others, reliefs, unavailable, elsewhere);
    }

    /** Returns the case with other absences of people. */
    StaffingCase withAbsences(Map<StaffId, List<Interval>> away, Map<StaffId, List<Interval>> inOtherPlans) {
        return new StaffingCase(problem, seats, work, lessons, reliefs, away, inOtherPlans);
    }

    /** Returns the case with other seats. */
    StaffingCase withSeats(List<SeatNeed> others) {
        return new StaffingCase(problem, others, work, lessons, reliefs, unavailable, elsewhere);
    }

    WorkRules workRules(StaffId person) {
        return work.getOrDefault(person, problem.work());
    }
}
