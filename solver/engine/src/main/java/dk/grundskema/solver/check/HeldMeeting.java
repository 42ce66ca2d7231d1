package dk.grundskema.solver.check;

import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A meeting of the timetable with what was asked for.
 *
 * @param meeting what is held
 * @param session what was asked for; {@code null} if nothing was
 * @param asked   seats that were asked for, in the order of the meeting's seats; the meeting may have more
 * @param site    where it is
 */
record HeldMeeting(Meeting meeting, @Nullable Session session, List<Seat> asked, SiteId site) {

    static HeldMeeting of(Meeting meeting, Demanded demanded, Problem problem) {
        Session session = demanded.sessionOf(meeting);
        return session == null
                ? new HeldMeeting(meeting, null, List.of(), Sites.of(meeting.roomId(), problem))
                : new HeldMeeting(meeting, session, demanded.seatsOf(session.id()), session.site());
    }

    SessionId id() {
        return meeting.sessionId();
    }

    /** Whether its seats count as work; they do unless the intervention says otherwise. */
    boolean isWork() {
        return session == null || session.work();
    }

    /** Minutes of an elapsed time that count as hours worked, with those of paid preparation. */
    long workMinutes(long elapsed) {
        return session == null ? elapsed : elapsed * session.creditPercent() / 100 + session.preparationMinutes();
    }

    /** Who fills a seat, by the order of the seats; {@code null} if nobody does. */
    @Nullable
    StaffId holder(int seat) {
        return seat < meeting.seats().size() ? meeting.seats().get(seat).staffId() : null;
    }

    /** Who fills its seats; whoever fills two is named twice. */
    List<StaffId> holders() {
        return meeting.seats().stream()
                .map(MeetingSeat::staffId)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    boolean hasStudents() {
        return !meeting.groupIds().isEmpty() || !meeting.studentIds().isEmpty();
    }

    /** All rooms that it takes up. */
    Set<RoomId> rooms() {
        var rooms = new LinkedHashSet<RoomId>();
        RoomId main = meeting.roomId();
        if (main != null) {
            rooms.add(main);
        }
        rooms.addAll(meeting.extraRoomIds());
        return rooms;
    }

    /** Whether one of the two may be held inside the other, so that both at once are no clash for their students. */
    boolean mayOverlap(HeldMeeting other) {
        return isWithin(other) || other.isWithin(this);
    }

    private boolean isWithin(HeldMeeting other) {
        List<SessionId> within = session == null ? meeting.within() : session.within();
        SessionId origin = other.meeting.originId();
        return within.contains(other.id()) || (origin != null && within.contains(origin));
    }

    /** Whether a decision that has a name takes the student out of ordinary lessons for this. */
    boolean excuses(StudentId student) {
        return session != null
                && session.excuse() != null
                && meeting.excusedStudentIds().contains(student);
    }
}
