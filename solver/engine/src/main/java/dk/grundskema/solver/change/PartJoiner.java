package dk.grundskema.solver.change;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.demand.Task;
import dk.grundskema.domain.demand.TaskId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.problem.SeatLock;
import dk.grundskema.domain.problem.SessionLock;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingLock;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.mapping.KnownStudents;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Joins the parts of a split plan to the timetable that replaces the one in use. What has begun is taken from the plan in use. Parts of a session that
 * are held alike are one meeting; the others name the session as their origin. A meeting with a part that has begun keeps its id.
 */
final class PartJoiner {
    private final SplitPlan split;
    private final List<Demand> demands;
    private final Problem problem;
    private final Timetable before;
    private final LocalDateTime now;
    private final Map<SessionId, SessionLock> locks = new HashMap<>();

    /** A part of the new timetable, and the id that it had in the plan in use. */
    private record JoinedPart(Meeting meeting, @Nullable SessionId earlierId, boolean isPast, boolean isMain) {
        static final Comparator<JoinedPart> PAST_FIRST = Comparator.comparing((JoinedPart one) -> !one.isPast())
                .thenComparing(one -> !one.isMain())
                .thenComparing(one -> one.meeting().weeks().first());
    }

    /** @param demands demands of the changed problem, before the split */
    PartJoiner(SplitPlan split, ChangeRequest request, List<Demand> demands) {
        this.split = split;
        this.demands = demands;
        this.problem = request.after();
        this.before = request.timetable();
        this.now = request.now();
        problem.locks().forEach(lock -> locks.put(lock.sessionId(), lock));
    }

    /** Returns the timetable of a plan whose meetings have the ids of the parts. */
    Timetable join(Timetable built, String hash) {
        Map<SessionId, List<JoinedPart>> byOrigin = new LinkedHashMap<>();
        for (Meeting meeting : built.meetings()) {
            SessionPart part = split.parts().get(meeting.sessionId());
            SessionId origin =
                    part == null ? meeting.sessionId() : part.origin().id();
            byOrigin.computeIfAbsent(origin, any -> new ArrayList<>())
                    .add(
                            part == null
                                    ? new JoinedPart(meeting, null, false, true)
                                    : new JoinedPart(
                                            ofPart(part, meeting),
                                            part.source() == null
                                                    ? null
                                                    : part.source().sessionId(),
                                            part.isPast(),
                                            part.isMain()));
        }
        var meetings = new ArrayList<Meeting>();
        byOrigin.forEach((origin, parts) -> meetings.addAll(named(origin, merged(parts))));
        meetings.sort(Comparator.comparing((Meeting one) -> one.time().firstDate())
                .thenComparing(Meeting::start)
                .thenComparing(Meeting::sessionId));
        Timetable joined = new Timetable(
                        before.version(),
                        hash,
                        before.zone(),
                        before.seed(),
                        built.score(),
                        built.rules(),
                        split.members().in(built.groups()),
                        meetings,
                        tasks(built))
                .withDeliveries(before.deliveries());
        return new KnownStudents(problem).in(withSessionsWithin(joined));
    }

    /** Names the sessions out of which students may be taken as they are demanded now, in meetings that were held, too: they are no part of what was held. */
    private Timetable withSessionsWithin(Timetable joined) {
        Map<SessionId, Session> known = demands.stream()
                .flatMap(demand -> demand.sessions().stream())
                .collect(Collectors.toMap(Session::id, session -> session));
        return joined.withMeetings(joined.meetings().stream()
                .map(one -> withSessionsWithin(one, known))
                .toList());
    }

    private static Meeting withSessionsWithin(Meeting one, Map<SessionId, Session> known) {
        Session session = known.get(one.origin());
        if (session == null) {
            return one.withWithin(
                    one.within().stream().filter(known::containsKey).toList());
        }
        return session.lesson() == null ? one.withWithin(session.within()) : one;
    }

    private List<Task> tasks(Timetable built) {
        Map<TaskId, Task> earlier = new HashMap<>();
        before.tasks().forEach(task -> earlier.put(task.taskId(), task));
        return built.tasks().stream()
                .map(task -> task.date().isBefore(now.toLocalDate()) ? earlier.getOrDefault(task.taskId(), task) : task)
                .toList();
    }

    private Meeting ofPart(SessionPart part, Meeting built) {
        Session origin = part.origin();
        Meeting source = part.source();
        if (part.isPast() && source != null) {
            return marked(source, source.seats(), origin, source.weeks().equals(wholeWeeks(source)) ? source : built);
        }
        var seats = new ArrayList<MeetingSeat>();
        for (int place = 0; place < built.seats().size(); place++) {
            MeetingSeat seat = built.seats().get(place);
            boolean isOwn =
                    part.isMain() || source == null || place >= source.seats().size();
            boolean isRequired = isOwn
                    ? seat.required()
                    : Objects.requireNonNull(source).seats().get(place).required();
            seats.add(new MeetingSeat(seat.role(), seat.staffId(), isRequired, seat.locked()));
        }
        boolean isAtSameTime = source != null
                && source.weekday() == built.weekday()
                && source.start().equals(built.start())
                && source.weeks().equals(built.weeks());
        Meeting now = built.withWeeks(
                built.weeks(), source != null && isAtSameTime ? source.demandedWeeks() : new TreeSet<>());
        return marked(now, seats, origin, built);
    }

    private SortedSet<IsoWeek> wholeWeeks(Meeting source) {
        return before.meetings().stream()
                .filter(one -> one.sessionId().equals(source.sessionId()))
                .map(Meeting::weeks)
                .findFirst()
                .orElseGet(TreeSet::new);
    }

    /** Returns a meeting as one of the session's, marked with its locks. */
    private Meeting marked(Meeting one, List<MeetingSeat> seats, Session origin, Meeting excused) {
        SessionLock lock = locks.get(origin.id());
        int teachers = problem.countTeacherSeats(origin);
        Set<Integer> locked = new HashSet<>();
        if (lock != null) {
            lock.seats().stream().map(SeatLock::position).forEach(locked::add);
        }
        var marked = new ArrayList<MeetingSeat>();
        for (int place = 0; place < seats.size(); place++) {
            MeetingSeat seat = seats.get(place);
            marked.add(new MeetingSeat(
                    seat.role(), seat.staffId(), seat.required(), place < teachers || locked.contains(place)));
        }
        return new Meeting(
                one.sessionId(),
                one.originId(),
                one.demandedWeeks(),
                origin.intervention(),
                one.kind(),
                one.form(),
                one.title(),
                one.subject(),
                one.weeks(),
                one.weekday(),
                one.start(),
                one.end(),
                one.roomId(),
                one.extraRoomIds(),
                one.groupIds(),
                one.studentIds(),
                excused.excusedStudentIds(),
                one.within(),
                marked,
                one.workload(),
                lock == null ? MeetingLock.NONE : new MeetingLock(lock.time() != null, lock.roomId() != null));
    }

    /** Joins parts that are held alike; returns those that have begun first, then the main part. */
    private static List<JoinedPart> merged(List<JoinedPart> parts) {
        Map<List<Object>, JoinedPart> byContent = new LinkedHashMap<>();
        var all = new ArrayList<JoinedPart>();
        for (JoinedPart part : parts.stream().sorted(JoinedPart.PAST_FIRST).toList()) {
            if (part.meeting().demandedWeeks().isEmpty()) {
                byContent.merge(content(part.meeting()), part, PartJoiner::joined);
            } else {
                all.add(part); // its dates were moved by hand
            }
        }
        all.addAll(byContent.values());
        all.sort(JoinedPart.PAST_FIRST);
        return all;
    }

    /** Returns everything about a meeting but its id, its weeks, and the sessions that it may be held within, which the demand names: equal parts are one. */
    static List<Object> content(Meeting one) {
        var content = new ArrayList<Object>(List.of(
                one.interventionId(),
                one.kind(),
                one.form(),
                one.title(),
                one.subject(),
                one.weekday(),
                one.start(),
                one.end(),
                String.valueOf(one.roomId()),
                one.extraRoomIds(),
                one.groupIds(),
                one.studentIds(),
                one.seats(),
                one.workload(),
                one.locked()));
        content.add(one.demandedWeeks());
        return content;
    }

    private static JoinedPart joined(JoinedPart one, JoinedPart other) {
        var weeks = new TreeSet<>(one.meeting().weeks());
        weeks.addAll(other.meeting().weeks());
        Meeting joined = one.meeting().withWeeks(weeks, new TreeSet<>());
        var excused = new TreeSet<>(one.meeting().excusedStudentIds());
        excused.addAll(other.meeting().excusedStudentIds());
        return new JoinedPart(
                joined.withStudents(joined.studentIds(), List.copyOf(excused)),
                one.earlierId(),
                one.isPast(),
                one.isMain() || other.isMain());
    }

    /** Gives each meeting of a session its id: the earlier one if no meeting that has begun has it, that of the session, or a new one. */
    private static List<Meeting> named(SessionId origin, List<JoinedPart> parts) {
        Set<SessionId> taken = new HashSet<>();
        Map<JoinedPart, SessionId> ids = new LinkedHashMap<>();
        for (JoinedPart part : parts) {
            SessionId id = part.earlierId();
            if (id != null && taken.add(id)) {
                ids.put(part, id);
            }
        }
        for (JoinedPart part : parts) {
            if (!ids.containsKey(part)) {
                SessionId id = taken.contains(origin) ? newId(origin, part.meeting(), taken) : origin;
                taken.add(id);
                ids.put(part, id);
            }
        }
        return parts.stream()
                .map(part -> {
                    SessionId id = Objects.requireNonNull(ids.get(part));
                    return part.meeting().withId(id, id.equals(origin) ? null : origin);
                })
                .toList();
    }

    private static SessionId newId(SessionId origin, Meeting meeting, Set<SessionId> taken) {
        String id = origin + "@" + meeting.weeks().first();
        int number = 2;
        String free = id;
        while (taken.contains(new SessionId(free))) {
            free = id + "+" + number++;
        }
        return new SessionId(free);
    }
}
