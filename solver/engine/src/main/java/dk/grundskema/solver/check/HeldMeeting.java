package dk.grundskema.solver.check;

import dk.grundskema.domain.demand.LessonId;
import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import java.util.ArrayList;
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
 * @param asked   seats that were asked for, in the order of the meeting's seats, which come after those of the lesson's teachers; the
 *     meeting may have more
 * @param site    where it is
 * @param lesson  the lesson of the existing timetable that it is; {@code null} if it is none
 */
record HeldMeeting(
        Meeting meeting,
        @Nullable Session session,
        List<Seat> asked,
        SiteId site,
        @Nullable Lesson lesson) {

    static HeldMeeting of(Meeting meeting, Demanded demanded, Problem problem) {
        Session session = demanded.sessionOf(meeting);
        if (session == null) {
            return new HeldMeeting(meeting, null, List.of(), Sites.of(meeting.roomId(), problem), null);
        }
        LessonId lesson = session.lesson();
        return new HeldMeeting(
                meeting,
                session,
                demanded.seatsOf(session.id()),
                session.site(),
                lesson == null ? null : problem.lesson(lesson).orElseThrow());
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

    /** How many of the meeting's seats are the lesson's teachers', who are on duty there on the lesson's account. */
    int seatsBefore() {
        return lesson == null ? 0 : lesson.teachers().size();
    }

    /** Who fills a seat of the meeting, by the order of all its seats; {@code null} if nobody does. */
    @Nullable
    StaffId holderAt(int place) {
        return place < meeting.seats().size() ? meeting.seats().get(place).staffId() : null;
    }

    /** Who fills a seat that was asked for, or one beyond these, by their order; {@code null} if nobody does. */
    @Nullable
    StaffId holder(int seat) {
        return holderAt(seatsBefore() + seat);
    }

    /** Who fills its seats, but for a lesson's teachers; whoever fills two is named twice. */
    List<StaffId> holders() {
        return meeting.seats().stream()
                .skip(seatsBefore())
                .map(MeetingSeat::staffId)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    /** Whether it has students of whom it has to take care itself; those of a lesson have their teacher. */
    boolean hasStudents() {
        return lesson == null && hasAnybody();
    }

    private boolean hasAnybody() {
        return !meeting.groupIds().isEmpty() || !meeting.studentIds().isEmpty();
    }

    /** All rooms that it takes up, but for those that a lesson does. */
    Set<RoomId> rooms() {
        if (lesson != null) {
            var further = new ArrayList<>(meeting.extraRoomIds());
            lesson.extraRoomIds().forEach(further::remove);
            return new LinkedHashSet<>(further);
        }
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
