package dk.grundskema.solver.mapping;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.LessonId;
import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.Timetable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Adds to a timetable the lessons of the school's timetable that its problem, edited since, asks for and the problem that it was planned for did not: the school holds them
 * whatever is planned, so they are held without the adults that nobody has planned yet. A lesson that was asked for when it was planned, and that it lacks, is missing.
 */
public final class MissingLessonAdder {
    private final Problem problem;
    private final LockIndex locks;
    private final Map<SessionId, List<Seat>> seats = new HashMap<>();
    private final Map<SessionId, Set<IsoWeek>> covered = new HashMap<>();
    private final Set<SessionId> taken = new HashSet<>();
    private final List<Meeting> missing = new ArrayList<>();

    private MissingLessonAdder(Problem problem, List<Demand> demands, List<Demand> planned, Timetable timetable) {
        this.problem = problem;
        this.locks = new LockIndex(problem, demands);
        for (Demand demand : planned) {
            for (Session session : demand.sessions()) {
                Set<IsoWeek> weeks = covered.computeIfAbsent(session.id(), any -> new TreeSet<>());
                session.times().forEach(time -> weeks.addAll(time.weeks()));
            }
        }
        for (Demand demand : demands) {
            for (Seat seat : demand.seats()) {
                seat.sessions()
                        .forEach(id -> seats.computeIfAbsent(id, any -> new ArrayList<>())
                                .add(seat));
            }
        }
        for (Meeting meeting : timetable.meetings()) {
            taken.add(meeting.sessionId());
            Set<IsoWeek> weeks = covered.computeIfAbsent(meeting.origin(), any -> new TreeSet<>());
            meeting.weeks().forEach(week -> weeks.add(meeting.demandedWeek(week)));
        }
    }

    /**
     * Returns the timetable with the weeks of lessons that it lacks and that were not asked for when it was planned, with vacant seats. Its other meetings stay as they are; it
     * is the same object if it lacks none.
     *
     * @param demands demands of the problem's interventions
     * @param planned demands of the problem that the timetable was planned for; empty if that is not known: then all lessons that it lacks are added
     */
    public static Timetable addMissing(
            Problem problem, List<Demand> demands, List<Demand> planned, Timetable timetable) {
        var adder = new MissingLessonAdder(problem, demands, planned, timetable);
        for (Demand demand : demands) {
            for (Session session : demand.sessions()) {
                if (session.lesson() != null && session.awakeWith() == null) {
                    adder.addMissing(session, Objects.requireNonNull(session.lesson()));
                }
            }
        }
        if (adder.missing.isEmpty()) {
            return timetable;
        }
        var all = new ArrayList<>(timetable.meetings());
        all.addAll(adder.missing);
        all.sort(Comparator.comparing((Meeting one) -> one.time().firstDate())
                .thenComparing(Meeting::start)
                .thenComparing(Meeting::sessionId));
        return timetable.withMeetings(all);
    }

    private void addMissing(Session session, LessonId lesson) {
        MeetingTime time = session.times().getFirst();
        SortedSet<IsoWeek> weeks = new TreeSet<>(time.weeks());
        weeks.removeAll(covered.getOrDefault(session.id(), Set.of()));
        if (weeks.isEmpty()) {
            return;
        }
        Meeting held = LessonMeetingReader.meeting(
                session,
                problem.lesson(lesson).orElseThrow(),
                new MeetingTime(weeks, time.weekday(), time.start(), time.end()),
                vacantSeats(session),
                List.of(),
                locks.meetingLock(session.id()));
        missing.add(
                covered.containsKey(session.id())
                        ? held.withId(partId(session.id(), weeks.first()), session.id())
                        : held);
    }

    private SessionId partId(SessionId origin, IsoWeek first) {
        String id = origin + "@" + first;
        int number = 2;
        String free = id;
        while (!taken.add(new SessionId(free))) {
            free = id + "+" + number++;
        }
        return new SessionId(free);
    }

    private List<MeetingSeat> vacantSeats(Session session) {
        return seats.getOrDefault(session.id(), List.of()).stream()
                .sorted(Comparator.comparingInt(Seat::position))
                .map(seat -> new MeetingSeat(
                        seat.role(),
                        null,
                        seat.required(),
                        locks.find(session.id(), seat.position()).isPresent()))
                .toList();
    }
}
