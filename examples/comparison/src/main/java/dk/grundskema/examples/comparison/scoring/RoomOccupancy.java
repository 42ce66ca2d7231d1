package dk.grundskema.examples.comparison.scoring;

import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.domain.timetable.Meeting;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Computes when rooms are occupied by lessons of the existing timetable and by decided meetings. */
final class RoomOccupancy {
    private record RoomTime(Interval when, boolean isFact) {}

    private RoomOccupancy() {}

    /**
     * Returns the minutes for which a room is double-booked, except by two lessons.
     *
     * @param decided meetings in the room that are not lessons of the existing timetable there
     */
    static long doubleBookedMinutes(Problem problem, RoomId room, List<Meeting> decided) {
        ZoneId zone = problem.horizon().zone();
        var taken = new ArrayList<RoomTime>();
        for (Lesson lesson : problem.lessons()) {
            if (lesson.rooms().contains(room)) {
                lesson.time().intervals(zone).forEach(when -> taken.add(new RoomTime(when, true)));
            }
        }
        for (Meeting meeting : decided) {
            meeting.time().intervals(zone).forEach(when -> taken.add(new RoomTime(when, false)));
        }
        taken.sort(Comparator.comparing(RoomTime::when));
        long minutes = 0;
        for (int i = 0; i < taken.size(); i++) {
            for (int j = i + 1;
                    j < taken.size()
                            && taken.get(j).when().start() < taken.get(i).when().end();
                    j++) {
                boolean isDecided = !taken.get(i).isFact() || !taken.get(j).isFact();
                minutes += isDecided
                        ? taken.get(i).when().overlapMinutes(taken.get(j).when())
                        : 0;
            }
        }
        return minutes;
    }
}
