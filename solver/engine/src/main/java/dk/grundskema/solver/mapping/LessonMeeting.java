package dk.grundskema.solver.mapping;

import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the meeting of a session looks that is a lesson of the existing timetable, and what of it was decided. */
public final class LessonMeeting {
    private LessonMeeting() {}

    /** The lesson that a session is, if it is one. */
    static Optional<Lesson> lesson(Problem problem, Session session) {
        return Optional.ofNullable(session.lesson()).flatMap(problem::lesson);
    }

    /** The seats of the lesson's teachers, which are facts. */
    static List<MeetingSeat> teachers(Lesson lesson) {
        return lesson.teachers().stream()
                .map(who -> new MeetingSeat("teacher", who, true, true))
                .toList();
    }

    /** The room of a meeting that was decided: the further one of a lesson, the only one of anything else; {@code null} means none. */
    public static @Nullable RoomId roomOf(Problem problem, Session session, Meeting meeting) {
        if (session.lesson() == null) {
            return meeting.roomId();
        }
        var further = new ArrayList<>(meeting.extraRoomIds());
        lesson(problem, session).map(Lesson::extraRoomIds).orElse(List.of()).forEach(further::remove);
        return further.isEmpty() ? null : further.getFirst();
    }
}
