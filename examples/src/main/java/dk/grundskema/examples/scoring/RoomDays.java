package dk.grundskema.examples.scoring;

import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.domain.timetable.Meeting;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** When rooms are taken, by lessons of the existing timetable and by what is decided. */
final class RoomDays {
    private record Taken(Interval when, boolean isFact) {}

    private RoomDays() {}

    /**
     * Minutes for which a room is taken twice, unless by two lessons.
     *
     * @param decided meetings in the room that aren't lessons of the existing timetable there
     */
    static long takenTwice(Problem problem, RoomId room, List<Meeting> decided) {
        ZoneId zone = problem.horizon().zone();
        var taken = new ArrayList<Taken>();
        for (Lesson lesson : problem.lessons()) {
            if (lesson.rooms().contains(room)) {
                lesson.time().intervals(zone).forEach(when -> taken.add(new Taken(when, true)));
            }
        }
        for (Meeting meeting : decided) {
            meeting.time().intervals(zone).forEach(when -> taken.add(new Taken(when, false)));
        }
        taken.sort(Comparator.comparing(Taken::when));
        long minutes = 0;
        for (int i = 0; i < taken.size(); i++) {
            for (int j = i + 1;
                    j < taken.size()
                            && taken.get(j).when().start() < taken.get(i).when().end();
                    j++) {
                boolean isDecided = !taken.get(i).isFact() || !taken.get(j).isFact();
                minutes += isDecided ? taken.get(i).when().overlap(taken.get(j).when()) : 0;
            }
        }
        return minutes;
    }
}
