package dk.grundskema.solver.spi.toolkit;

import dk.grundskema.domain.fidelity.Origin;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.domain.timetable.Meeting;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Ordinary lessons that students miss for what an intervention holds. Source: guide, ch. 1 (support beyond ordinary lessons, never instead). */
public final class MissedLessons {
    /**
     * A lesson that a student misses.
     *
     * @param student who
     * @param lesson  which lesson of the existing timetable
     * @param meeting for what
     */
    public record Missed(StudentId student, Lesson lesson, Meeting meeting) {}

    private MissedLessons() {}

    /** Each student's lesson that overlaps a meeting of the student's, once for each meeting; lessons in which nothing is taught don't count. */
    public static List<Missed> of(Finished finished, OwnLessons lessons) {
        var missed = new ArrayList<Missed>();
        for (Meeting meeting : finished.meetings()) {
            for (StudentId student : students(finished, meeting)) {
                lessons.inTheWay(student, meeting.time()).stream()
                        .filter(lesson -> lesson.kind() == Lesson.Kind.TEACHING)
                        .forEach(lesson -> missed.add(new Missed(student, lesson, meeting)));
            }
        }
        return List.copyOf(missed);
    }

    /**
     * Asks that no lesson of some students is missed; reason {@code missed}, at the student, the lesson's title, weekday and start.
     *
     * @param students whose lessons, each once
     */
    public static void ask(
            Asks asks, String name, Origin origin, Finished finished, OwnLessons lessons, Set<StudentId> students) {
        var missed = of(finished, lessons);
        var tally = asks.tally(name, origin, "lessons");
        for (StudentId student : students) {
            for (Lesson lesson : lessons.of(student)) {
                boolean isMissed = missed.stream()
                        .anyMatch(one ->
                                one.student().equals(student) && one.lesson().equals(lesson));
                MeetingTime time = lesson.time();
                tally.at(!isMissed, asks.why("missed"), student, lesson.title(), time.weekday(), time.start());
            }
        }
        tally.done();
    }

    private static Set<StudentId> students(Finished finished, Meeting meeting) {
        Set<StudentId> students = new LinkedHashSet<>();
        meeting.weeks().forEach(week -> students.addAll(finished.students(meeting, week)));
        return students;
    }
}
