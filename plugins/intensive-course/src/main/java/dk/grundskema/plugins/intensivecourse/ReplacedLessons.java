package dk.grundskema.plugins.intensivecourse;

import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.solver.spi.toolkit.FindingCollector;
import dk.grundskema.solver.spi.toolkit.LessonsByPerson;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Ordinary lessons that a session at a fixed time would replace. Source: guide to school-supporting interventions, ch. 1 (never). */
final class ReplacedLessons {
    /**
     * A lesson on a date.
     *
     * @param lesson the lesson
     * @param date   the date
     */
    record ReplacedLesson(Lesson lesson, LocalDate date) {}

    private ReplacedLessons() {}

    /**
     * Returns the lessons that students would miss, by class, in the order of the classes.
     *
     * @param students the participants
     * @param times    the times, each in a single week
     * @return only classes that would miss lessons; a student without a class counts under the group of the lesson, or is left out if there is none
     */
    static SortedMap<GroupId, Set<ReplacedLesson>> of(
            Problem problem, Collection<Student> students, Collection<MeetingTime> times) {
        var own = LessonsByPerson.of(problem);
        SortedMap<GroupId, Set<ReplacedLesson>> classes = new TreeMap<>();
        for (Student student : students) {
            for (MeetingTime time : times) {
                for (Lesson lesson : own.overlapping(student.id(), time)) {
                    GroupId home = student.classGroup();
                    if (home == null && !lesson.groupIds().isEmpty()) {
                        home = lesson.groupIds().getFirst();
                    }
                    if (home != null && lesson.kind() == Lesson.Kind.TEACHING) {
                        classes.computeIfAbsent(home, any -> new LinkedHashSet<>())
                                .add(new ReplacedLesson(lesson, time.firstDate()));
                    }
                }
            }
        }
        return Collections.unmodifiableSortedMap(classes);
    }

    /**
     * Adds {@code <plugin>.replaces-lessons} for each class that would miss ordinary lessons, with the class, the number of lessons, and the title
     * and date of the first.
     *
     * @param times times of sessions that are fixed in time, each in a single week
     */
    static void check(
            Problem problem,
            Collection<Student> students,
            Collection<MeetingTime> times,
            FindingCollector findings,
            String place) {
        of(problem, students, times).forEach((home, lost) -> {
            var first = lost.iterator().next();
            findings.error(
                    "replaces-lessons", place, home, lost.size(), first.lesson().title(), first.date());
        });
    }
}
