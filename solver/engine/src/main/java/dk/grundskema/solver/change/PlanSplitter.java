package dk.grundskema.solver.change;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.ExclusiveSessions;
import dk.grundskema.domain.demand.Neighbourhood;
import dk.grundskema.domain.demand.Relief;
import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.SeatId;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.problem.SeatLock;
import dk.grundskema.domain.problem.SessionLock;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.mapping.MemberWeeks;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Splits the demand of a changed problem by date. The main part of a session keeps the session's id and has the weeks that are still to come and that
 * the change does not single out; the rules of interventions see it alone, as if the series were held in these weeks. Weeks that have begun, and
 * weeks in which a holder is away or the room is lost, are parts of their own that only the rules of the core see.
 */
final class PlanSplitter {
    /** Stands for the intervention of parts that rules of interventions do not see. */
    static final InterventionId PARTS = new InterventionId("parts.by.date");

    private final ChangeRequest request;
    private final Problem problem;
    private final LostAvailability lost;
    private final boolean isProblemBeforeKnown;
    private final Map<SessionId, Session> sessionsBefore = new HashMap<>();
    private final Map<SessionId, List<Meeting>> held = new HashMap<>();
    private final Map<SessionId, SessionLock> locks = new HashMap<>();
    private final Map<SeatId, Seat> seatsAtAnyTime = new HashMap<>();
    private final Set<SessionId> hosts = new HashSet<>();
    private final IsoWeek thisWeek;

    private final Map<SessionId, SessionPart> parts = new LinkedHashMap<>();
    private final List<Meeting> reference = new ArrayList<>();
    private final Set<SessionId> split = new HashSet<>();
    private final Set<SessionId> pastMain = new HashSet<>();
    private final Set<SessionId> dropped = new HashSet<>();
    private final List<Rescheduled> rescheduled = new ArrayList<>();
    private final List<Session> partSessions = new ArrayList<>();
    private final List<Seat> partSeats = new ArrayList<>();

    /**
     * A session with one time, at which the plan in use does not hold it.
     *
     * @param source what is held of it at another time; {@code null} if nothing is
     */
    private record Rescheduled(Session session, @Nullable Meeting source) {}

    /** What the occurrences of a part have in common. */
    private record PartKey(SessionId source, boolean isPast, List<String> touched) {}

    /**
     * @param demandsBefore demands of the problem of the plan in use; {@code null} if that problem is not known: what is held at a time that is not asked for
     *                      may then be held at another
     * @param demands       demands of the changed problem, in the order of its interventions
     * @param atAnyTime     demands of the changed problem if all staff were always available
     */
    PlanSplitter(
            ChangeRequest request, @Nullable List<Demand> demandsBefore, List<Demand> demands, List<Demand> atAnyTime) {
        this.request = request;
        this.problem = request.after();
        this.lost = new LostAvailability(request);
        this.thisWeek = IsoWeek.of(request.now().toLocalDate());
        this.isProblemBeforeKnown = demandsBefore != null;
        if (demandsBefore != null) {
            demandsBefore.forEach(
                    demand -> demand.sessions().forEach(session -> sessionsBefore.put(session.id(), session)));
        }
        for (Demand demand : demands) {
            demand.sessions().forEach(session -> hosts.addAll(session.hosts()));
        }
        atAnyTime.forEach(demand -> demand.seats().forEach(seat -> seatsAtAnyTime.put(seat.id(), seat)));
        request.timetable()
                .meetings()
                .forEach(meeting -> held.computeIfAbsent(meeting.origin(), any -> new ArrayList<>())
                        .add(meeting));
        problem.locks().forEach(lock -> locks.put(lock.sessionId(), lock));
    }

    /** Returns the split plan. */
    SplitPlan split(List<Demand> demands) {
        var visible = new ArrayList<Demand>();
        for (Demand demand : demands) {
            var sessions = new ArrayList<Session>();
            for (Session session : demand.sessions()) {
                splitSession(session).ifPresent(sessions::add);
            }
            visible.add(visibleDemand(demand, sessions));
        }
        carryHolders(visible);
        visible.add(new Demand(partSessions, partSeats, List.of(), List.of(), List.of(), Map.of()));
        Timetable in = request.timetable();
        return new SplitPlan(
                problem.withLocks(
                        problem.locks().stream()
                                .flatMap(lock -> fit(lock).stream())
                                .toList(),
                        problem.memberLocks()),
                List.copyOf(visible),
                new Timetable(
                        in.version(),
                        in.problem(),
                        in.zone(),
                        in.seed(),
                        in.score(),
                        in.rules(),
                        in.groups(),
                        reference,
                        in.tasks()),
                Map.copyOf(parts),
                MemberWeeks.from(problem, demands, request.timetable(), request.now()),
                lost);
    }

    private void carryHolders(List<Demand> visible) {
        if (isProblemBeforeKnown) {
            var holders = new CarriedHolders(request, lost, sessionsBefore, visible);
            rescheduled.forEach(
                    one -> holders.find(one.session(), one.source(), reference).ifPresent(reference::add));
        }
    }

    /** Returns the main part of a session with its remaining choices; empty if nothing of it remains. */
    private Optional<Session> splitSession(Session session) {
        List<Meeting> in = held.getOrDefault(session.id(), List.of());
        if (session.isGuest() || hosts.contains(session.id())) {
            in.forEach(reference::add);
            parts.put(
                    session.id(),
                    new SessionPart(session.id(), session, in.isEmpty() ? null : in.getFirst(), isPast(in)));
            return Optional.of(session);
        }
        if (in.isEmpty()) {
            return newSession(session);
        }
        Map<PartKey, Meeting> pieces = pieces(session, in);
        PartKey main = mainKey(session, pieces);
        pieces.forEach((key, meeting) -> {
            if (!key.equals(main)) {
                meeting.inWeeks(week -> key.isPast() || isStillAsked(session, meeting, week))
                        .ifPresent(rest -> addPart(session, key, rest));
            }
        });
        if (pieces.size() > 1) {
            split.add(session.id());
        }
        return mainSession(session, main, Objects.requireNonNull(pieces.get(main)), pieces);
    }

    /** Whether a date to come is not on a day that the change closes, nor in a week that the session is no longer asked for in. */
    private boolean isStillAsked(Session session, Meeting meeting, IsoWeek week) {
        LocalDate date = meeting.time().date(week);
        if (!session.onClosedDays()
                && problem.horizon().isClosed(date)
                && (!isProblemBeforeKnown || !request.before().horizon().isClosed(date))) {
            return false;
        }
        IsoWeek demanded = meeting.demandedWeek(week);
        if (!isProblemBeforeKnown) {
            return isAskedIn(session, demanded);
        }
        Session before = sessionsBefore.get(session.id());
        return before == null || !isAskedIn(before, demanded) || isAskedIn(session, demanded);
    }

    private static boolean isAskedIn(Session session, IsoWeek week) {
        return session.times().stream().anyMatch(time -> time.weeks().contains(week));
    }

    private boolean isPast(List<Meeting> some) {
        return !some.isEmpty()
                && some.stream()
                        .flatMap(one -> one.time().intervals(lost.zone()).stream())
                        .allMatch(lost::isPast);
    }

    /** Returns a session that the plan in use does not hold, with the choices that are still to come. */
    private Optional<Session> newSession(Session session) {
        List<MeetingTime> times = session.times().stream()
                .flatMap(time -> inWeeks(time, week -> !lost.isPast(time.interval(week, lost.zone()))).stream())
                .toList();
        if (times.isEmpty()) {
            dropped.add(session.id());
            return Optional.empty();
        }
        parts.put(session.id(), new SessionPart(session.id(), session, null, false));
        return Optional.of(withTimesLeft(session, times, null));
    }

    private static Optional<MeetingTime> inWeeks(MeetingTime time, Predicate<IsoWeek> which) {
        TreeSet<IsoWeek> weeks = time.weeks().stream().filter(which).collect(Collectors.toCollection(TreeSet::new));
        return weeks.isEmpty()
                ? Optional.empty()
                : Optional.of(new MeetingTime(weeks, time.weekday(), time.start(), time.end()));
    }

    /** Returns the meetings of a session, split where something has begun, is touched, or keeps its time this week. */
    private Map<PartKey, Meeting> pieces(Session session, List<Meeting> in) {
        boolean hasBegun = in.stream().anyMatch(lost::isPast);
        Map<PartKey, Meeting> pieces = new LinkedHashMap<>();
        for (Meeting meeting : in) {
            Map<IsoWeek, PartKey> keys = new HashMap<>();
            for (IsoWeek week : meeting.weeks()) {
                keys.put(week, key(session, meeting, week, hasBegun));
            }
            new TreeSet<>(meeting.weeks())
                    .forEach(week -> pieces.computeIfAbsent(
                            Objects.requireNonNull(keys.get(week)),
                            key -> meeting.inWeeks(other -> key.equals(keys.get(other)))
                                    .orElseThrow()));
        }
        return pieces;
    }

    private PartKey key(Session session, Meeting meeting, IsoWeek week, boolean hasBegun) {
        Interval when = meeting.time().interval(week, lost.zone());
        if (lost.isPast(when)) {
            return new PartKey(meeting.sessionId(), true, List.of());
        }
        var touched = new ArrayList<String>();
        int before = teacherCount(session);
        for (int place = before; place < meeting.seats().size(); place++) {
            StaffId who = meeting.seats().get(place).staffId();
            if (who != null && lost.isAway(who, when)) {
                touched.add("away " + who);
            }
        }
        for (RoomId room : decidedRooms(session, meeting)) {
            if (lost.isRoomLost(room, when)) {
                touched.add("room " + room);
            }
        }
        boolean keepsThisWeek = hasBegun && session.times().size() > 1;
        if (touched.isEmpty() && week.equals(thisWeek) && (keepsThisWeek || isNewTimeOver(session, meeting, week))) {
            touched.add("this week");
        }
        return new PartKey(meeting.sessionId(), false, List.copyOf(touched));
    }

    /** Whether the one time of a session is now another, and this week's date at it is over, so that the week can only be held as it was to be. */
    private boolean isNewTimeOver(Session session, Meeting meeting, IsoWeek week) {
        SessionLock lock = locks.get(session.id());
        List<MeetingTime> asked = lock == null || lock.time() == null ? session.times() : List.of(lock.time());
        return asked.size() == 1
                && !isAt(meeting, asked.getFirst())
                && asked.getFirst().weeks().contains(week)
                && lost.isPast(asked.getFirst().interval(week, lost.zone()));
    }

    private int teacherCount(Session session) {
        return session.lesson() == null
                ? 0
                : request.before()
                        .lesson(session.lesson())
                        .map(lesson -> lesson.teachers().size())
                        .orElse(0);
    }

    private List<RoomId> decidedRooms(Session session, Meeting meeting) {
        if (session.lesson() == null) {
            return meeting.roomId() == null ? List.of() : List.of(meeting.roomId());
        }
        var further = new ArrayList<>(meeting.extraRoomIds());
        request.before()
                .lesson(session.lesson())
                .map(Lesson::extraRoomIds)
                .orElse(List.of())
                .forEach(further::remove);
        return further;
    }

    /** The main part is to come, untouched and of the whole series if possible, and has the most weeks. */
    private static PartKey mainKey(Session session, Map<PartKey, Meeting> pieces) {
        return pieces.entrySet().stream()
                .min(Comparator.comparing((Map.Entry<PartKey, Meeting> one) ->
                                one.getKey().isPast())
                        .thenComparing(one -> !one.getKey().touched().isEmpty())
                        .thenComparing(one -> !one.getKey().source().equals(session.id()))
                        .thenComparingInt(one -> -one.getValue().weeks().size())
                        .thenComparing(one -> one.getValue().weeks().first()))
                .orElseThrow()
                .getKey();
    }

    private Optional<Session> mainSession(Session session, PartKey main, Meeting source, Map<PartKey, Meeting> pieces) {
        if (main.isPast()) {
            pastMain.add(session.id());
            keepMain(session, source, true);
            return Optional.of(withTimes(session, List.of(source.time())));
        }
        Set<IsoWeek> others = new HashSet<>();
        pieces.forEach((key, meeting) -> {
            if (!key.equals(main)) {
                meeting.weeks().forEach(week -> others.add(meeting.demandedWeek(week)));
            }
        });
        SessionLock lock = locks.get(session.id());
        List<MeetingTime> asked = lock == null || lock.time() == null ? session.times() : List.of(lock.time());
        var times = new ArrayList<MeetingTime>();
        Meeting now = null;
        for (MeetingTime choice : asked) {
            Optional<MeetingTime> rest = inWeeks(choice, week -> !others.contains(week));
            Optional<MeetingTime> toCome =
                    rest.flatMap(time -> inWeeks(time, week -> !lost.isPast(time.interval(week, lost.zone()))));
            boolean isSame = isAt(source, choice) && source.demandedWeeks().isEmpty();
            if (toCome.isPresent() && (isSame || toCome.equals(rest))) {
                times.add(toCome.get());
                now = isSame && (now == null || toCome.get().weeks().equals(source.weeks()))
                        ? source.withTime(toCome.get())
                        : now;
            }
        }
        if (now == null && (times.isEmpty() || !wasAsked(source, session)) && !isClosedAway(source, asked, others)) {
            times.clear(); // placed by hand
            times.add(source.time());
            now = source;
        }
        if (times.isEmpty()) {
            dropped.add(session.id());
            return Optional.empty();
        }
        if (now != null) {
            keepMain(session, now, false);
            return Optional.of(times.equals(session.times()) ? session : withTimes(session, times));
        }
        parts.put(session.id(), new SessionPart(session.id(), session, source, false));
        return Optional.of(withTimesLeft(session, times, source));
    }

    private Session withTimesLeft(Session session, List<MeetingTime> times, @Nullable Meeting source) {
        Session left = times.equals(session.times()) ? session : withTimes(session, times);
        if (times.size() == 1) {
            rescheduled.add(new Rescheduled(left, source));
        }
        return left;
    }

    /** Whether none of the weeks to come is asked for any more, at any time of the session. */
    private static boolean isClosedAway(Meeting source, List<MeetingTime> asked, Set<IsoWeek> others) {
        return source.demandedWeeks().isEmpty()
                && source.weeks().stream()
                        .allMatch(week -> others.contains(week)
                                || asked.stream().noneMatch(time -> time.weeks().contains(week)));
    }

    private boolean wasAsked(Meeting source, Session session) {
        Session before = sessionsBefore.get(session.id());
        return !isProblemBeforeKnown
                || (before != null && before.times().stream().anyMatch(time -> isAt(source, time)));
    }

    private static boolean isAt(Meeting meeting, MeetingTime time) {
        return meeting.weekday() == time.weekday()
                && meeting.start().equals(time.start())
                && meeting.end().equals(time.end());
    }

    private void keepMain(Session session, Meeting source, boolean isPast) {
        parts.put(session.id(), new SessionPart(session.id(), session, source, isPast));
        reference.add(source.withId(session.id(), null).withWeeks(source.weeks(), new TreeSet<>()));
    }

    private void addPart(Session session, PartKey key, Meeting source) {
        SessionId id = partId(session.id(), source.weeks().first());
        Lesson lesson = session.lesson() == null
                ? null
                : problem.lesson(session.lesson())
                        .filter(one ->
                                isAt(source, one.time()) && one.time().weeks().containsAll(source.weeks()))
                        .orElse(null);
        List<RoomId> rooms = rooms(session, key, source);
        Relief relief = session.relief();
        partSessions.add(Session.builder(id, PARTS, session.kind(), session.title(), session.site())
                .form(source.form())
                .subject(source.subject())
                .at(source.time())
                .rooms(rooms)
                .groups(source.groupIds())
                .students(source.studentIds())
                .attendance(session.attendance())
                .within(session.within())
                .inside(session.inside())
                .awakeWith(session.awakeWith())
                .onClosedDays(true)
                .required(false)
                .work(session.work())
                .creditPercent(session.creditPercent())
                .preparationMinutes(session.preparationMinutes())
                .lesson(lesson == null ? null : lesson.id())
                .relief(
                        relief != null
                                        && !session.required()
                                        && source.groupIds().isEmpty()
                                ? relief
                                : null)
                .excuse(session.excuse())
                .build());
        addSeats(session, key, source, id, lesson);
        parts.put(id, new SessionPart(id, session, source, key.isPast()));
        reference.add(source.withId(id, null).withWeeks(source.weeks(), new TreeSet<>()));
    }

    private SessionId partId(SessionId origin, IsoWeek first) {
        String id = origin + "@" + first;
        int number = 2;
        String free = id;
        while (parts.containsKey(new SessionId(free))) {
            free = id + "+" + number++;
        }
        return new SessionId(free);
    }

    private List<RoomId> rooms(Session session, PartKey key, Meeting source) {
        SessionLock lock = locks.get(session.id());
        boolean isLost = key.touched().stream().anyMatch(one -> one.startsWith("room "));
        if (lock != null && lock.roomId() != null && !key.isPast()) {
            return List.of(lock.roomId());
        }
        return isLost && session.lesson() == null
                ? session.rooms()
                : decidedRooms(session, source).stream()
                        .filter(room -> problem.room(room).isPresent())
                        .limit(1)
                        .toList();
    }

    private void addSeats(Session session, PartKey key, Meeting source, SessionId id, @Nullable Lesson lesson) {
        int before = lesson == null && session.lesson() != null ? 0 : teacherCount(session);
        SessionLock lock = locks.get(session.id());
        for (int place = before; place < source.seats().size(); place++) {
            MeetingSeat seat = source.seats().get(place);
            StaffId who = seat.staffId();
            int position = place - before;
            boolean isAway = who != null && (key.touched().contains("away " + who) || isKnownAway(who, key, source));
            var candidates = new ArrayList<StaffId>();
            if (who != null && !isAway && problem.staffMember(who).isPresent()) {
                candidates.add(who);
            }
            SeatLock fixed = lock == null || key.isPast() ? null : seatLock(lock, place);
            if (fixed != null) {
                candidates.clear();
                candidates.addAll(fixed.staffId() == null ? List.of() : List.of(fixed.staffId()));
            }
            partSeats.add(new Seat(
                    new SeatId(id + "#" + position),
                    List.of(id),
                    position,
                    seat.role(),
                    !key.isPast() && seat.required(),
                    candidates));
        }
    }

    /** Whether a holder is away by now, where it is not known whether the plan in use already disregards that. */
    private boolean isKnownAway(StaffId who, PartKey key, Meeting source) {
        return !isProblemBeforeKnown
                && !key.isPast()
                && source.time().intervals(lost.zone()).stream().anyMatch(when -> lost.isAbsent(who, when));
    }

    private static @Nullable SeatLock seatLock(SessionLock lock, int place) {
        return lock.seats().stream()
                .filter(one -> one.position() == place)
                .findFirst()
                .orElse(null);
    }

    /** Returns the demand of an intervention without what is over or has become a part of its own. */
    private Demand visibleDemand(Demand demand, List<Session> sessions) {
        Set<SessionId> known = sessions.stream().map(Session::id).collect(Collectors.toSet());
        var left = new ArrayList<Seat>();
        for (Seat seat : demand.seats()) {
            List<SessionId> own =
                    seat.sessions().stream().filter(known::contains).toList();
            boolean isMixed = own.stream().anyMatch(split::contains)
                    && own.stream().anyMatch(pastMain::contains)
                    && !pastMain.containsAll(own);
            if (isMixed) {
                own.stream()
                        .filter(pastMain::contains)
                        .forEach(id -> partSeats.add(new Seat(
                                new SeatId(seat.id() + "@" + id.value().length() + "/" + partSeats.size()),
                                List.of(id),
                                seat.position(),
                                seat.role(),
                                false,
                                seat.candidates())));
                own = own.stream().filter(id -> !pastMain.contains(id)).toList();
            }
            if (!own.isEmpty()) {
                left.add(
                        new Seat(seat.id(), own, seat.position(), seat.role(), seat.required(), candidates(seat, own)));
            }
        }
        Set<SeatId> seatIds = left.stream().map(Seat::id).collect(Collectors.toSet());
        return new Demand(
                sessions,
                left,
                demand.groupings(),
                demand.neighbourhoods().stream()
                        .map(one -> new Neighbourhood(
                                one.id(),
                                one.seats().stream().filter(seatIds::contains).toList(),
                                one.guests().stream().filter(known::contains).toList()))
                        .toList(),
                demand.tasks(),
                demand.work(),
                demand.exclusions().stream()
                        .flatMap(one -> ofKnown(one, known).stream())
                        .toList());
    }

    /** Returns the candidates of a seat, with those who are available in the weeks that are left of its series. */
    private List<StaffId> candidates(Seat seat, List<SessionId> left) {
        Seat anyTime = seatsAtAnyTime.get(seat.id());
        if (anyTime == null || left.stream().noneMatch(split::contains)) {
            return seat.candidates();
        }
        List<Interval> meetings = left.stream()
                .map(parts::get)
                .filter(Objects::nonNull)
                .filter(part -> part.source() != null && part.origin().isFixedInTime())
                .flatMap(part -> Objects.requireNonNull(part.source()).time().intervals(lost.zone()).stream())
                .toList();
        var candidates = new LinkedHashSet<>(seat.candidates());
        for (StaffId who : anyTime.candidates()) {
            if (meetings.stream().noneMatch(when -> lost.isUnavailable(who, when))) {
                candidates.add(who);
            }
        }
        return List.copyOf(candidates);
    }

    private static Optional<ExclusiveSessions> ofKnown(ExclusiveSessions one, Set<SessionId> known) {
        List<SessionId> left = one.sessions().stream().filter(known::contains).toList();
        return left.isEmpty()
                ? Optional.empty()
                : Optional.of(new ExclusiveSessions(one.name(), one.kind(), one.level(), one.weight(), left));
    }

    /** Returns a lock as it applies to the main part, whose choices already are of the locked time. */
    private Optional<SessionLock> fit(SessionLock lock) {
        if (dropped.contains(lock.sessionId())) {
            return Optional.empty();
        }
        SessionPart part = parts.get(lock.sessionId());
        if (lock.time() == null || part == null || part.source() == null || !isTimeCut(lock, part)) {
            return Optional.of(lock);
        }
        return lock.roomId() == null && lock.subject() == null && lock.seats().isEmpty()
                ? Optional.empty()
                : Optional.of(new SessionLock(lock.sessionId(), null, lock.roomId(), lock.subject(), lock.seats()));
    }

    private boolean isTimeCut(SessionLock lock, SessionPart part) {
        return split.contains(lock.sessionId())
                || !Objects.requireNonNull(part.source()).time().equals(lock.time());
    }

    private static Session withTimes(Session one, List<MeetingTime> times) {
        return one.toBuilder().times(times).build();
    }
}
