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
 * A meeting of the timetable with its demand.
 *
 * @param meeting the meeting
 * @param session the demanded session; {@code null} if there is none
 * @param asked   demanded seats in the order of the meeting's seats, where they come after those of the lesson's teachers; the meeting may have
 *     more
 * @param site    its site
 * @param lesson  the lesson of the existing timetable that this meeting is; {@code null} if it is no lesson
 */
record CheckedMeeting(
        Meeting meeting,
        @Nullable Session session,
        List<Seat> asked,
        SiteId site,
        @Nullable Lesson lesson) {

    static CheckedMeeting of(Meeting meeting, DemandIndex demanded, Problem problem) {
        Session session = demanded.sessionOf(meeting);
        if (session == null) {
            return new CheckedMeeting(meeting, null, List.of(), SiteResolver.siteOf(meeting.roomId(), problem), null);
        }
        LessonId lesson = session.lesson();
        return new CheckedMeeting(
                meeting,
                session,
                demanded.seatsOf(session.id()),
                session.site(),
                lesson == null ? null : problem.lesson(lesson).orElseThrow());
    }

    SessionId id() {
        return meeting.sessionId();
    }

    /** Returns whether its seats count as work; true unless the intervention specifies otherwise. */
    boolean isWork() {
        return session == null || session.work();
    }

    /** Returns the minutes that count as hours worked for a number of elapsed minutes, including paid preparation. */
    long workMinutes(long elapsed) {
        return session == null ? elapsed : elapsed * session.creditPercent() / 100 + session.preparationMinutes();
    }

    /** Returns the number of the meeting's seats that belong to the lesson's teachers; their duty is the lesson. */
    int countTeacherSeats() {
        return lesson == null ? 0 : lesson.teachers().size();
    }

    /** Returns the holder of a seat by its index among all seats of the meeting; {@code null} if it is not filled. */
    @Nullable
    StaffId holderAt(int place) {
        return place < meeting.seats().size() ? meeting.seats().get(place).staffId() : null;
    }

    /** Returns the holder of a seat by its index among the demanded seats and those after them; {@code null} if it is not filled. */
    @Nullable
    StaffId holder(int seat) {
        return holderAt(countTeacherSeats() + seat);
    }

    /** Returns the holders of its seats except those of a lesson's teachers; a person with two seats occurs twice. */
    List<StaffId> holders() {
        return meeting.seats().stream()
                .skip(countTeacherSeats())
                .map(MeetingSeat::staffId)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    /** Returns whether it has students that need a staff member of its own; those of a lesson have their teacher. */
    boolean hasStudents() {
        return lesson == null && hasAnybody();
    }

    private boolean hasAnybody() {
        return !meeting.groupIds().isEmpty() || !meeting.studentIds().isEmpty();
    }

    /** Returns all rooms that it uses, except those of its lesson. */
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

    /** Returns whether one of the two may be held within the other, so that the overlap is no clash for their students. */
    boolean mayOverlap(CheckedMeeting other) {
        return isWithin(other) || other.isWithin(this);
    }

    private boolean isWithin(CheckedMeeting other) {
        List<SessionId> within = session == null ? meeting.within() : session.within();
        SessionId origin = other.meeting.originId();
        return within.contains(other.id()) || (origin != null && within.contains(origin));
    }

    /** Returns whether a named decision excuses the student from ordinary lessons for this meeting. */
    boolean excuses(StudentId student) {
        return session != null
                && session.excuse() != null
                && meeting.excusedStudentIds().contains(student);
    }
}
