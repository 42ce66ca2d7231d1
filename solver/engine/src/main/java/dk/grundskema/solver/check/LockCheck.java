package dk.grundskema.solver.check;

import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.problem.MemberLock;
import dk.grundskema.domain.problem.SeatLock;
import dk.grundskema.domain.problem.SessionLock;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.domain.timetable.Meeting;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks that the planner's locks are kept. The amount is the number of locked properties (time, room, subject, seats) that differ. */
final class LockCheck implements CoreCheck {
    private static final String RULE = "core.lock-kept";

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
            long unkept;
            if (session != null && session.isGuest()) {
                guests = guests == null ? GuestMatching.of(plan) : guests;
                unkept = guests.candidates(session).stream()
                        .mapToLong(host -> countUnkept(lock, List.of(host)))
                        .min()
                        .orElse(countUnkept(lock, List.of()));
            } else {
                unkept = countUnkept(lock, partsOf(lock, plan));
            }
            faults.hard(RULE, unkept, lock.sessionId());
        }
        for (CheckedMeeting held : plan.held()) {
            Lesson lesson = held.lesson();
            if (lesson != null) {
                faults.hard(RULE, differencesFromLesson(lesson, held.meeting()), held.id());
            }
        }
        for (MemberLock lock : plan.problem().memberLocks()) {
            boolean kept = plan.attendance().members(lock.groupId()).contains(lock.studentId());
            faults.hard(RULE, kept ? 0 : 1, lock.studentId());
        }
    }

    /** Counts locked properties that differ from a lesson of the existing timetable: its time, room and teachers are given. */
    private static long differencesFromLesson(Lesson lesson, Meeting meeting) {
        MeetingTime time = lesson.time();
        boolean sameTime = time.weekday() == meeting.weekday()
                && time.start().equals(meeting.start())
                && time.end().equals(meeting.end())
                && time.weeks().containsAll(meeting.weeks());
        boolean sameRoom = Objects.equals(lesson.roomId(), meeting.roomId());
        List<StaffId> teachers = lesson.teachers();
        long others = IntStream.range(0, teachers.size())
                .filter(place -> place >= meeting.seats().size()
                        || !teachers.get(place)
                                .equals(meeting.seats().get(place).staffId()))
                .count();
        return others + Stream.of(sameTime, sameRoom).filter(same -> !same).count();
    }

    /** Returns the meeting of the locked session, or all parts that it was split into. */
    private static List<CheckedMeeting> partsOf(SessionLock lock, CheckedPlan plan) {
        return plan.held().stream()
                .filter(held -> held.id().equals(lock.sessionId())
                        || lock.sessionId().equals(held.meeting().originId()))
                .toList();
    }

    private static long countUnkept(SessionLock lock, List<CheckedMeeting> parts) {
        MeetingTime time = lock.time();
        boolean timeKept = time == null || isAt(time, parts);
        RoomId room = lock.roomId();
        boolean roomKept = room == null || (!parts.isEmpty() && parts.stream().allMatch(held -> isIn(room, held)));
        boolean subjectKept = isKept(lock.subject(), Meeting::subject, parts);
        long unkeptSeats = lock.seats().stream()
                .filter(seat -> parts.isEmpty() || !parts.stream().allMatch(held -> isKept(seat, held)))
                .count();
        long unkeptOthers =
                Stream.of(timeKept, roomKept, subjectKept).filter(kept -> !kept).count();
        return unkeptOthers + unkeptSeats;
    }

    /** The room locked for a lesson is its extra room, which it has only if a seat is filled. */
    private static boolean isIn(RoomId room, CheckedMeeting held) {
        return held.lesson() == null
                ? room.equals(held.meeting().roomId())
                : held.rooms().contains(room) || held.holders().isEmpty();
    }

    private static <T> boolean isKept(
            @Nullable T locked, Function<Meeting, @Nullable T> actual, List<CheckedMeeting> parts) {
        return locked == null || all(parts, meeting -> locked.equals(actual.apply(meeting)));
    }

    private static boolean all(List<CheckedMeeting> parts, Predicate<Meeting> kept) {
        return !parts.isEmpty() && parts.stream().map(CheckedMeeting::meeting).allMatch(kept);
    }

    /** Returns whether the parts together are held in the weeks of the lock, each at the locked time of day. */
    private static boolean isAt(MeetingTime time, List<CheckedMeeting> parts) {
        var weeks = new TreeSet<IsoWeek>();
        parts.forEach(held -> weeks.addAll(held.meeting().weeks()));
        return weeks.equals(time.weeks())
                && all(
                        parts,
                        meeting -> meeting.weekday() == time.weekday()
                                && meeting.start().equals(time.start())
                                && meeting.end().equals(time.end()));
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
