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

/** What the planner fixed is as it was fixed. The amount is the number of fixed things (time, room, subject, seats) that are not. */
final class LockCheck implements CoreCheck {
    private static final String RULE = "core.lock-kept";

    @Override
    public void check(CheckedPlan plan, Faults faults) {
        var guests = Guests.of(plan);
        for (SessionLock lock : plan.problem().locks()) {
            Session session = plan.demanded().sessions().get(lock.sessionId());
            if (session != null && plan.attendance().isAsleep(session)) {
                continue; // it is held as it is fixed once somebody joins its group
            }
            if (session != null
                    && !session.isGuest()
                    && lock.time() == null
                    && partsOf(lock, plan).isEmpty()) {
                continue; // who and where were fixed for when it is held; that it isn't, another rule says
            }
            long unkept = session != null && session.isGuest()
                    ? guests.candidates(session).stream()
                            .mapToLong(host -> unkept(lock, List.of(host)))
                            .min()
                            .orElse(unkept(lock, List.of()))
                    : unkept(lock, partsOf(lock, plan));
            faults.hard(RULE, unkept, lock.sessionId());
        }
        for (HeldMeeting held : plan.held()) {
            Lesson lesson = held.lesson();
            if (lesson != null) {
                faults.hard(RULE, otherThan(lesson, held.meeting()), held.id());
            }
        }
        for (MemberLock lock : plan.problem().memberLocks()) {
            boolean kept = plan.attendance().members(lock.groupId()).contains(lock.studentId());
            faults.hard(RULE, kept ? 0 : 1, lock.studentId());
        }
    }

    /** A lesson of the existing timetable is a fact: its hour, room and teachers are as they are. */
    private static long otherThan(Lesson lesson, Meeting meeting) {
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

    /** The meeting of the locked session, or all parts that it was split into. */
    private static List<HeldMeeting> partsOf(SessionLock lock, CheckedPlan plan) {
        return plan.held().stream()
                .filter(held -> held.id().equals(lock.sessionId())
                        || lock.sessionId().equals(held.meeting().originId()))
                .toList();
    }

    private static long unkept(SessionLock lock, List<HeldMeeting> parts) {
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

    /** The room that is fixed for a lesson is its further one, which it has only if somebody fills a seat. */
    private static boolean isIn(RoomId room, HeldMeeting held) {
        return held.lesson() == null
                ? room.equals(held.meeting().roomId())
                : held.rooms().contains(room) || held.holders().isEmpty();
    }

    private static <T> boolean isKept(
            @Nullable T locked, Function<Meeting, @Nullable T> actual, List<HeldMeeting> parts) {
        return locked == null || all(parts, meeting -> locked.equals(actual.apply(meeting)));
    }

    private static boolean all(List<HeldMeeting> parts, Predicate<Meeting> kept) {
        return !parts.isEmpty() && parts.stream().map(HeldMeeting::meeting).allMatch(kept);
    }

    /** Whether the parts together are held in the weeks of the lock, each at its hour. */
    private static boolean isAt(MeetingTime time, List<HeldMeeting> parts) {
        var weeks = new TreeSet<IsoWeek>();
        parts.forEach(held -> weeks.addAll(held.meeting().weeks()));
        return weeks.equals(time.weeks())
                && all(
                        parts,
                        meeting -> meeting.weekday() == time.weekday()
                                && meeting.start().equals(time.start())
                                && meeting.end().equals(time.end()));
    }

    /** A seat beyond those that are asked for may stand anywhere after them. */
    private static boolean isKept(SeatLock lock, HeldMeeting held) {
        StaffId person = lock.staffId();
        int asked = held.seatsBefore() + held.asked().size();
        if (lock.position() < asked || person == null) {
            return Objects.equals(held.holderAt(lock.position()), person);
        }
        return held.meeting().seats().stream().skip(asked).anyMatch(seat -> person.equals(seat.staffId()));
    }
}
