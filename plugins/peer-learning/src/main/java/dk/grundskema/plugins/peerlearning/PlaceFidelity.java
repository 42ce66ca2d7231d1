package dk.grundskema.plugins.peerlearning;

import dk.grundskema.domain.fidelity.AskOrigin;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.solver.spi.toolkit.FidelityReportBuilder;
import dk.grundskema.solver.spi.toolkit.FinishedIntervention;
import dk.grundskema.solver.spi.toolkit.LessonsByPerson;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Compares the places of meetings in a finished timetable with their students.
 *
 * @param finished the finished intervention
 * @param problem  its problem
 * @param lessons  the lessons of its students
 */
record PlaceFidelity(FinishedIntervention finished, Problem problem, LessonsByPerson lessons) {
    PlaceFidelity(FinishedIntervention finished, Problem problem) {
        this(finished, problem, LessonsByPerson.of(problem));
    }

    /** Asks that the place of each meeting of a kind holds all its students; reason {@code no-room} with the number of students. */
    void askEnoughPlaces(FidelityReportBuilder asks, String name, AskOrigin origin, String kind) {
        var tally = asks.tally(name, origin, "lessons");
        for (Meeting meeting : finished.meetings(kind)) {
            int all = finished.students(meeting, meeting.weeks().first()).size();
            tally.addPlace(capacity(meeting) >= all, asks.reason("no-room", all), meeting.sessionId());
        }
        tally.finish();
    }

    /**
     * Returns the capacity of the place of a meeting: of its rooms, or without any, of the rooms of its students' lessons at that time. It is
     * unlimited if one of these lessons has no room, and 0 if there are no lessons.
     */
    long capacity(Meeting meeting) {
        Set<RoomId> rooms = new LinkedHashSet<>(meeting.extraRoomIds());
        if (meeting.roomId() != null) {
            rooms.add(meeting.roomId());
        } else {
            for (StudentId one : finished.students(meeting, meeting.weeks().first())) {
                for (Lesson lesson : lessons.overlapping(one, meeting.time())) {
                    if (lesson.rooms().isEmpty()) {
                        return Long.MAX_VALUE;
                    }
                    rooms.addAll(lesson.rooms());
                }
            }
        }
        return problem.rooms().stream()
                .filter(room -> rooms.contains(room.id()))
                .mapToLong(Room::capacity)
                .sum();
    }
}
