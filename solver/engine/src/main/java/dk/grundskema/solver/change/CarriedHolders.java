package dk.grundskema.solver.change;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.LessonId;
import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps who is in a series that the changed problem asks for under another id or at another time: a lesson that the school moves, a lesson whose periods
 * of co-teaching are cut anew, a series with one time that is now another. Somebody who is busy or away at the new time is left out.
 */
final class CarriedHolders {
    private final ChangeRequest request;
    private final LostAvailability lost;
    private final Map<SessionId, Session> before;
    private final Map<SessionId, List<Seat>> seats = new HashMap<>();

    /** Meetings of lessons at another time, of which each gives its people to one lesson. */
    private final Set<SessionId> given = new HashSet<>();

    /**
     * @param before sessions of the problem of the plan in use
     * @param after  demands of the changed problem
     */
    CarriedHolders(ChangeRequest request, LostAvailability lost, Map<SessionId, Session> before, List<Demand> after) {
        this.request = request;
        this.lost = lost;
        this.before = before;
        for (Demand demand : after) {
            for (Seat seat : demand.seats()) {
                seat.sessions()
                        .forEach(id -> seats.computeIfAbsent(id, any -> new ArrayList<>())
                                .add(seat));
            }
        }
    }

    /**
     * Returns a session as it is held with those who held it, or held what it follows.
     *
     * @param session   session with the one time that is left to it
     * @param source    what is held of the session so far; {@code null} if nothing is
     * @param reference all that stays of the plan in use
     * @return empty if nobody is kept
     */
    Optional<Meeting> find(Session session, @Nullable Meeting source, List<Meeting> reference) {
        MeetingTime time = session.times().getFirst();
        Stream<Meeting> formers = source == null ? predecessors(session, time) : Stream.of(source);
        return formers.flatMap(one -> held(one, session, time, reference).stream())
                .findFirst();
    }

    private Optional<Meeting> held(Meeting former, Session session, MeetingTime time, List<Meeting> reference) {
        var all = new ArrayList<MeetingSeat>();
        Lesson lesson = session.lesson() == null
                ? null
                : request.after().lesson(session.lesson()).orElse(null);
        if (lesson != null) {
            lesson.teachers().forEach(who -> all.add(new MeetingSeat("teacher", who, true, true)));
        }
        boolean isAnyoneKept = false;
        List<MeetingSeat> decided = former.seats()
                .subList(
                        Math.min(former.seats().size(), teachers(former)),
                        former.seats().size());
        for (int position = 0; position < decided.size(); position++) {
            MeetingSeat seat = decided.get(position);
            StaffId who = seat.staffId();
            boolean isKept = who != null && isCandidate(who, session.id(), position) && isFree(who, time, reference);
            all.add(new MeetingSeat(seat.role(), isKept ? who : null, seat.required(), seat.locked()));
            isAnyoneKept |= isKept;
        }
        if (!isAnyoneKept) {
            return Optional.empty();
        }
        if (before.get(session.id()) == null) {
            given.add(former.sessionId());
        }
        boolean isThere = former.weekday() == time.weekday()
                && former.start().equals(time.start())
                && former.end().equals(time.end());
        Meeting there = former.withId(session.id(), null)
                .withTime(time)
                .withWeeks(time.weeks(), Collections.emptySortedSet())
                .withSeats(all);
        return Optional.of(isThere || lesson == null ? there : there.withRooms(lesson.roomId(), lesson.extraRoomIds()));
    }

    private int teachers(Meeting meeting) {
        Session session = before.get(meeting.origin());
        return session == null || session.lesson() == null
                ? 0
                : request.before()
                        .lesson(session.lesson())
                        .map(lesson -> lesson.teachers().size())
                        .orElse(0);
    }

    private boolean isCandidate(StaffId who, SessionId session, int position) {
        return seats.getOrDefault(session, List.of()).stream()
                .anyMatch(
                        seat -> seat.position() == position && seat.candidates().contains(who));
    }

    private boolean isFree(StaffId who, MeetingTime time, List<Meeting> reference) {
        List<Interval> there = time.intervals(lost.zone());
        return there.stream().noneMatch(when -> lost.isUnavailable(who, when))
                && reference.stream()
                        .filter(one -> one.seats().stream().anyMatch(seat -> who.equals(seat.staffId())))
                        .flatMap(one -> one.time().intervals(lost.zone()).stream())
                        .noneMatch(duty -> there.stream().anyMatch(duty::overlaps));
    }

    /** Returns the meetings of lessons that a new session may follow, likeliest first: of the same lesson, or else of lessons that are no longer held then. */
    private Stream<Meeting> predecessors(Session session, MeetingTime time) {
        Optional<Lesson> lesson =
                session.lesson() == null ? Optional.empty() : request.after().lesson(session.lesson());
        if (lesson.isEmpty()) {
            return Stream.empty();
        }
        return request.timetable().meetings().stream()
                .filter(one -> follows(session, lesson.get(), one, time))
                .sorted(Comparator.comparing((Meeting one) -> !isOf(lesson.get().id(), one))
                        .thenComparing(
                                one -> !isOf(ContinuedLesson.origin(lesson.get().id()), one))
                        .thenComparing(one -> !hasTeachersOf(lesson.get(), one))
                        .thenComparingLong(one -> -countCommonWeeks(one, time))
                        .thenComparing(one -> one.weekday() != time.weekday())
                        .thenComparingLong(one -> Math.abs(
                                Duration.between(one.start(), time.start()).toMinutes()))
                        .thenComparing(Meeting::sessionId));
    }

    private boolean follows(Session session, Lesson lesson, Meeting held, MeetingTime time) {
        Session was = before.get(held.origin());
        if (was == null
                || was.lesson() == null
                || !was.intervention().equals(session.intervention())
                || !was.kind().equals(session.kind())
                || countCommonWeeks(held, time) == 0) {
            return false;
        }
        if (was.lesson().equals(lesson.id())) {
            return true;
        }
        Lesson other = request.before().lesson(was.lesson()).orElse(null);
        return other != null
                && request.before().lesson(lesson.id()).isEmpty()
                && !given.contains(held.sessionId())
                && (isContinued(other.id(), lesson.id())
                        || (other.groupIds().equals(lesson.groupIds())
                                && other.subject().equals(lesson.subject())))
                && !Collections.disjoint(weeksNoLongerHeld(other), time.weeks());
    }

    private static boolean isContinued(LessonId former, LessonId lesson) {
        return ContinuedLesson.origin(lesson).equals(former);
    }

    private Set<IsoWeek> weeksNoLongerHeld(Lesson lesson) {
        var weeks = new TreeSet<>(lesson.time().weeks());
        request.after()
                .lesson(lesson.id())
                .filter(now -> now.time().weekday() == lesson.time().weekday()
                        && now.time().start().equals(lesson.time().start()))
                .ifPresent(now -> weeks.removeAll(now.time().weeks()));
        return weeks;
    }

    private boolean isOf(LessonId lesson, Meeting held) {
        Session was = before.get(held.origin());
        return was != null && lesson.equals(was.lesson());
    }

    private boolean hasTeachersOf(Lesson lesson, Meeting held) {
        LessonId was = Objects.requireNonNull(before.get(held.origin())).lesson();
        return was != null
                && request.before()
                        .lesson(was)
                        .map(one -> one.staffIds().equals(lesson.staffIds()))
                        .orElse(false);
    }

    private static long countCommonWeeks(Meeting held, MeetingTime time) {
        Set<IsoWeek> common = new HashSet<>(held.weeks());
        common.retainAll(time.weeks());
        return common.size();
    }
}
