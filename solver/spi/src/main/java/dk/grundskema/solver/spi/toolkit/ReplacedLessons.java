package dk.grundskema.solver.spi.toolkit;

import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Lesson;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Ordinary lessons that something of fixed time would replace. Source: guide to school-supporting interventions, ch. 1 (never). */
public final class ReplacedLessons {
    /**
     * A lesson on a date.
     *
     * @param lesson the lesson
     * @param date   the date
     */
    public record Replaced(Lesson lesson, LocalDate date) {}

    private ReplacedLessons() {}

    /**
     * The lessons that students would miss, by their class, in the order of the classes.
     *
     * @param students who takes part
     * @param times    when, each in a single week
     * @return only classes that would miss some; students without a class are under the group that the lesson names, or else left out
     */
    public static SortedMap<GroupId, Set<Replaced>> of(
            Problem problem, Collection<Student> students, Collection<MeetingTime> times) {
        var own = new OwnLessons(problem);
        SortedMap<GroupId, Set<Replaced>> classes = new TreeMap<>();
        for (Student student : students) {
            for (MeetingTime time : times) {
                for (Lesson lesson : own.inTheWay(student.id(), time)) {
                    GroupId home = student.classGroup();
                    if (home == null && !lesson.groupIds().isEmpty()) {
                        home = lesson.groupIds().getFirst();
                    }
                    if (home != null && lesson.kind() == Lesson.Kind.TEACHING) {
                        classes.computeIfAbsent(home, any -> new LinkedHashSet<>())
                                .add(new Replaced(lesson, time.firstDate()));
                    }
                }
            }
        }
        return Collections.unmodifiableSortedMap(classes);
    }
}
