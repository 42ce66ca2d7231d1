package dk.grundskema.solver.check;

import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.finding.Figure;
import dk.grundskema.domain.finding.Phrase;
import dk.grundskema.domain.finding.Term;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.problem.MemberLock;
import dk.grundskema.domain.problem.SeatLock;
import dk.grundskema.domain.problem.SessionLock;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.domain.timetable.Meeting;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Checks that the planner's locks are kept. The amount is the number of locked properties (time, room, subject, seats) that differ; the figure names them,
 * each with what the plan has and what is locked.
 */
final class LockCheck implements CoreCheck {
    private static final String RULE = "core.lock-kept";
    private static final Term NOTHING = new Term("word", "");

    @Override
    public void check(CheckedPlan plan, CoreViolations faults) {
        GuestMatching guests = null;
        for (SessionLock lock : plan.problem().locks()) {
            Session session = plan.demanded().sessions().get(lock.sessionId());
            if (session != null && plan.attendance().isAsleep(session)) {
                continue; // the lock applies once a student joins its group
            }
            if (session != null
                    && !session.isGuest()
                    && lock.time() == null
                    && partsOf(lock, plan).isEmpty()) {
                continue; // person and room are locked only if it is held; another rule reports that it is not
            }
            List<Phrase> unkept;
            if (session != null && session.isGuest()) {
                guests = guests == null ? GuestMatching.of(plan) : guests;
                unkept = guests.candidates(session).stream()
                        .map(host -> findUnkept(lock, List.of(host)))
                        .min(Comparator.comparingInt(List::size))
                        .orElseGet(() -> findUnkept(lock, List.of()));
            } else {
                unkept = findUnkept(lock, partsOf(lock, plan));
            }
            faults.hard(RULE, unkept.size(), lock.sessionId(), new Figure(unkept));
        }
        for (CheckedMeeting held : plan.held()) {
            Lesson lesson = held.lesson();
            if (lesson != null) {
                List<Phrase> unkept = differencesFromLesson(lesson, held.meeting());
                faults.hard(RULE, unkept.size(), held.id(), new Figure(unkept));
            }
        }
        for (MemberLock lock : plan.problem().memberLocks()) {
            boolean isKept = plan.attendance().members(lock.groupId()).contains(lock.studentId())
                    || plan.problem().weeksPresent(lock.studentId()).isEmpty();
            Phrase difference = difference("group", groupsOf(lock, plan), lock.groupId());
            faults.hard(RULE, isKept ? 0 : 1, lock.studentId(), new Figure(List.of(difference)));
        }
    }

    /**
     * A property that differs from the lock.
     *
     * @param actual what the plan has; {@code null} or empty if nothing
     * @param locked what is locked; {@code null} if nothing
     */
    private static Phrase difference(String property, @Nullable Object actual, @Nullable Object locked) {
        boolean isNothing = actual == null || (actual instanceof Collection<?> many && many.isEmpty());
        return Phrase.of(
                "difference." + property,
                isNothing ? NOTHING : Objects.requireNonNull(actual),
                locked == null ? NOTHING : locked);
    }

    /** Returns the groups of the same grouping in which the student of a lock is. */
    private static List<GroupId> groupsOf(MemberLock lock, CheckedPlan plan) {
        return plan.demanded().groupings().stream()
                .map(grouping -> grouping.groups().stream().map(Group::id).toList())
                .filter(groups -> groups.contains(lock.groupId()))
                .flatMap(List::stream)
                .filter(group -> plan.attendance().members(group).contains(lock.studentId()))
                .toList();
    }

    /** Returns the properties that differ from a lesson of the existing timetable: its time, room and teachers are given. */
    private static List<Phrase> differencesFromLesson(Lesson lesson, Meeting meeting) {
        var unkept = new ArrayList<Phrase>();
        MeetingTime time = lesson.time();
        boolean isSameTime = time.weekday() == meeting.weekday()
                && time.start().equals(meeting.start())
                && time.end().equals(meeting.end())
                && time.weeks().containsAll(meeting.weeks());
        if (!isSameTime) {
            unkept.add(timeDifference(meeting.time(), time));
        }
        if (!Objects.equals(lesson.roomId(), meeting.roomId())) {
            unkept.add(difference("room", meeting.roomId(), lesson.roomId()));
        }
        for (int place = 0; place < lesson.teachers().size(); place++) {
            StaffId locked = lesson.teachers().get(place);
            StaffId holder =
                    place < meeting.seats().size() ? meeting.seats().get(place).staffId() : null;
            if (!locked.equals(holder)) {
                unkept.add(difference("seat", holder, locked));
            }
        }
        return unkept;
    }

    /** Names the weeks only if they differ. */
    private static Phrase timeDifference(@Nullable MeetingTime actual, MeetingTime locked) {
        if (actual == null) {
            return difference("time", null, timeOfDay(locked));
        }
        boolean isSameInWeeks = actual.weeks().equals(locked.weeks());
        return difference(
                "time",
                isSameInWeeks ? timeOfDay(actual) : timeInWeeks(actual),
                isSameInWeeks ? timeOfDay(locked) : timeInWeeks(locked));
    }

    private static Phrase timeOfDay(MeetingTime time) {
        return Phrase.of("value.weekly-time", time.weekday(), time.start(), time.end());
    }

    private static Phrase timeInWeeks(MeetingTime time) {
        return Phrase.of(
                "value.weekly-time-in-weeks", time.weekday(), time.start(), time.end(), List.copyOf(time.weeks()));
    }

    /** Returns the meeting of the locked session, or all parts that it was split into. */
    private static List<CheckedMeeting> partsOf(SessionLock lock, CheckedPlan plan) {
        return plan.held().stream()
                .filter(held -> held.id().equals(lock.sessionId())
                        || lock.sessionId().equals(held.meeting().originId()))
                .toList();
    }

    private static List<Phrase> findUnkept(SessionLock lock, List<CheckedMeeting> parts) {
        var unkept = new ArrayList<Phrase>();
        MeetingTime time = lock.time();
        if (time != null && !isAt(time, parts)) {
            unkept.add(timeDifference(timeOf(parts, time), time));
        }
        RoomId room = lock.roomId();
        List<CheckedMeeting> otherRoom = room == null
                ? List.of()
                : parts.stream().filter(held -> !isIn(room, held)).toList();
        if (room != null && (parts.isEmpty() || !otherRoom.isEmpty())) {
            unkept.add(difference("room", parts.isEmpty() ? null : roomOf(otherRoom.getFirst()), room));
        }
        String subject = lock.subject();
        List<CheckedMeeting> otherSubject = subject == null
                ? List.of()
                : parts.stream()
                        .filter(held -> !subject.equals(held.meeting().subject()))
                        .toList();
        if (subject != null && (parts.isEmpty() || !otherSubject.isEmpty())) {
            String actual =
                    parts.isEmpty() ? "" : otherSubject.getFirst().meeting().subject();
            unkept.add(difference("subject", new Term("word", actual), new Term("word", subject)));
        }
        for (SeatLock seat : lock.seats()) {
            List<CheckedMeeting> others =
                    parts.stream().filter(held -> !isKept(seat, held)).toList();
            if (parts.isEmpty() || !others.isEmpty()) {
                StaffId holder = parts.isEmpty() ? null : others.getFirst().holderAt(seat.position());
                unkept.add(difference("seat", holder, seat.staffId()));
            }
        }
        return unkept;
    }

    private static @Nullable RoomId roomOf(CheckedMeeting held) {
        return held.lesson() == null
                ? held.meeting().roomId()
                : held.rooms().stream().findFirst().orElse(null);
    }

    /** Returns the time of the first part that is at another time of day than locked, else that of the first; the weeks are those of all parts. */
    private static @Nullable MeetingTime timeOf(List<CheckedMeeting> parts, MeetingTime locked) {
        var weeks = new TreeSet<IsoWeek>();
        parts.forEach(held -> weeks.addAll(held.meeting().weeks()));
        return parts.stream()
                .map(held -> held.meeting().time())
                .min(Comparator.comparing(time -> isSameTimeOfDay(time, locked)))
                .map(time -> new MeetingTime(weeks, time.weekday(), time.start(), time.end()))
                .orElse(null);
    }

    private static boolean isSameTimeOfDay(MeetingTime one, MeetingTime other) {
        return one.weekday() == other.weekday()
                && one.start().equals(other.start())
                && one.end().equals(other.end());
    }

    /** The room locked for a lesson is its extra room, which it has only if a seat is filled. */
    private static boolean isIn(RoomId room, CheckedMeeting held) {
        return held.lesson() == null
                ? room.equals(held.meeting().roomId())
                : held.rooms().contains(room) || held.holders().isEmpty();
    }

    /** Returns whether the parts together are held in the weeks of the lock, each at the locked time of day. */
    private static boolean isAt(MeetingTime time, List<CheckedMeeting> parts) {
        var weeks = new TreeSet<IsoWeek>();
        parts.forEach(held -> weeks.addAll(held.meeting().weeks()));
        return weeks.equals(time.weeks())
                && !parts.isEmpty()
                && parts.stream()
                        .allMatch(held -> isSameTimeOfDay(held.meeting().time(), time));
    }

    /** The holder of a locked seat beyond the demanded ones may be in any seat after them. */
    private static boolean isKept(SeatLock lock, CheckedMeeting held) {
        StaffId person = lock.staffId();
        int asked = held.countTeacherSeats() + held.asked().size();
        if (lock.position() < asked || person == null) {
            return Objects.equals(held.holderAt(lock.position()), person);
        }
        return held.meeting().seats().stream().skip(asked).anyMatch(seat -> person.equals(seat.staffId()));
    }
}
