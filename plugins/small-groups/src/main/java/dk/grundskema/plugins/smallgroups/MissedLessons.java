package dk.grundskema.plugins.smallgroups;

import dk.grundskema.domain.fidelity.AskOrigin;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.solver.spi.toolkit.FidelityReportBuilder;
import dk.grundskema.solver.spi.toolkit.FinishedIntervention;
import dk.grundskema.solver.spi.toolkit.LessonsByPerson;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds ordinary lessons that students miss because of an intervention. Source: guide, ch. 1 (support beyond ordinary lessons, never instead). */
final class MissedLessons {
    /**
     * A lesson that a student misses.
     *
     * @param student the student
     * @param lesson  the lesson of the existing timetable
     * @param meeting the meeting that overlaps it
     */
    record MissedLesson(StudentId student, Lesson lesson, Meeting meeting) {}

    private MissedLessons() {}

    /**
     * Returns each student's ordinary lessons that overlap the student's meetings, once per meeting. Lessons of other kinds than teaching do not
     * count.
     */
    static List<MissedLesson> of(FinishedIntervention finished, LessonsByPerson lessons) {
        var missed = new ArrayList<MissedLesson>();
        for (Meeting meeting : finished.meetings()) {
            for (StudentId student : students(finished, meeting)) {
                lessons.overlapping(student, meeting.time()).stream()
                        .filter(lesson -> lesson.kind() == Lesson.Kind.TEACHING)
                        .forEach(lesson -> missed.add(new MissedLesson(student, lesson, meeting)));
            }
        }
        return List.copyOf(missed);
    }

    /**
     * Asks that no lesson of some students is missed; reason {@code missed}, at the student, the lesson's title, weekday and start.
     *
     * @param students the students, each once
     */
    static void askForNoMissedLesson(
            FidelityReportBuilder asks,
            String name,
            AskOrigin origin,
            FinishedIntervention finished,
            LessonsByPerson lessons,
            Set<StudentId> students) {
        var missed = of(finished, lessons);
        var tally = asks.tally(name, origin, "lessons");
        for (StudentId student : students) {
            for (Lesson lesson : lessons.of(student)) {
                boolean isMissed = missed.stream()
                        .anyMatch(one ->
                                one.student().equals(student) && one.lesson().equals(lesson));
                MeetingTime time = lesson.time();
                tally.addPlace(!isMissed, asks.reason("missed"), student, lesson.title(), time.weekday(), time.start());
            }
        }
        tally.finish();
    }

    private static Set<StudentId> students(FinishedIntervention finished, Meeting meeting) {
        Set<StudentId> students = new LinkedHashSet<>();
        meeting.weeks().forEach(week -> students.addAll(finished.students(meeting, week)));
        return students;
    }
}
