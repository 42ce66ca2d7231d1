package dk.grundskema.solver.check;

import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.MemberLock;
import dk.grundskema.domain.problem.SeatLock;
import dk.grundskema.domain.problem.SessionLock;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Meeting;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
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
            long unkept = session != null && session.isGuest()
                    ? guests.candidates(session).stream()
                            .mapToLong(host -> unkept(lock, List.of(host)))
                            .min()
                            .orElse(unkept(lock, List.of()))
                    : unkept(lock, partsOf(lock, plan));
            faults.hard(RULE, unkept, lock.sessionId());
        }
        for (MemberLock lock : plan.problem().memberLocks()) {
            boolean kept = plan.attendance().members(lock.groupId()).contains(lock.studentId());
            faults.hard(RULE, kept ? 0 : 1, lock.studentId());
        }
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
        boolean roomKept = isKept(lock.roomId(), Meeting::roomId, parts);
        boolean subjectKept = isKept(lock.subject(), Meeting::subject, parts);
        long unkeptSeats = lock.seats().stream()
                .filter(seat -> parts.isEmpty() || !parts.stream().allMatch(held -> isKept(seat, held)))
                .count();
        long unkeptOthers =
                Stream.of(timeKept, roomKept, subjectKept).filter(kept -> !kept).count();
        return unkeptOthers + unkeptSeats;
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
        int asked = held.asked().size();
        if (lock.position() < asked || person == null) {
            return Objects.equals(held.holder(lock.position()), person);
        }
        return held.meeting().seats().stream().skip(asked).anyMatch(seat -> person.equals(seat.staffId()));
    }
}
