package dk.grundskema.solver.mapping;

import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingLock;
import dk.grundskema.domain.timetable.MeetingSeat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads and creates the meetings of sessions that are lessons of the existing timetable. */
public final class LessonMeetingReader {
    private LessonMeetingReader() {}

    /** Returns the lesson of a session, if it is one. */
    static Optional<Lesson> findLesson(Problem problem, Session session) {
        return Optional.ofNullable(session.lesson()).flatMap(problem::lesson);
    }

    /** Returns the seats of the lesson's teachers, which are fixed. */
    private static List<MeetingSeat> teacherSeats(Lesson lesson) {
        return lesson.teachers().stream()
                .map(who -> new MeetingSeat("teacher", who, true, true))
                .toList();
    }

    /**
     * Returns the meeting of a session that is a lesson.
     *
     * @param own     the session's own seats, which follow those of the lesson's teachers
     * @param further rooms beside those of the lesson
     */
    static Meeting meeting(
            Session session,
            Lesson lesson,
            MeetingTime time,
            List<MeetingSeat> own,
            List<RoomId> further,
            MeetingLock locked) {
        return new Meeting(
                session.id(),
                null,
                new TreeSet<>(),
                session.intervention(),
                session.kind(),
                session.form(),
                session.title(),
                session.subject(),
                time.weeks(),
                time.weekday(),
                time.start(),
                time.end(),
                lesson.roomId(),
                Stream.concat(lesson.extraRoomIds().stream(), further.stream()).toList(),
                lesson.groupIds(),
                lesson.studentIds(),
                List.of(),
                List.of(),
                Stream.concat(teacherSeats(lesson).stream(), own.stream()).toList(),
                session.workload(),
                locked);
    }

    /**
     * Returns the decided room of a meeting: the additional room of a lesson, the only room of other meetings;
     * {@code null} means none.
     */
    public static @Nullable RoomId decidedRoom(Problem problem, Session session, Meeting meeting) {
        if (session.lesson() == null) {
            return meeting.roomId();
        }
        var further = new ArrayList<>(meeting.extraRoomIds());
        findLesson(problem, session).map(Lesson::extraRoomIds).orElse(List.of()).forEach(further::remove);
        return further.isEmpty() ? null : further.getFirst();
    }
}
