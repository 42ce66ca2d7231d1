package dk.grundskema.plugins.peerlearning;

import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.solver.spi.toolkit.LessonsByPerson;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * Checks whether meetings of a finished timetable are inside suitable lessons of their students. Deliberately shares no code with
 * {@link CommonTimeFinder}, which finds possible times.
 */
final class InsideLessonsCheck {
    private final LessonsByPerson lessons;

    /** @param problem the problem with the lessons */
    InsideLessonsCheck(Problem problem) {
        this.lessons = LessonsByPerson.of(problem);
    }

    /**
     * Returns whether all lessons of a student during a meeting are ordinary ones of some subjects, and in each week of the meeting the student takes part
     * in one that covers it entirely.
     *
     * @param subjects compared without case and surrounding blanks; empty means all
     */
    boolean suits(StudentId student, Meeting meeting, Collection<String> subjects) {
        List<Lesson> during = lessons.overlapping(student, meeting.time());
        var weeks = lessons.weeksByLesson(student);
        return during.stream().allMatch(lesson -> isSuitable(lesson, subjects))
                && meeting.weeks().stream()
                        .allMatch(week -> during.stream()
                                .filter(lesson -> lastsOver(lesson.time(), meeting))
                                .anyMatch(lesson -> Objects.requireNonNull(weeks.get(lesson.id()))
                                        .contains(week)));
    }

    /** Returns whether a lesson is an ordinary one of some subjects; empty means all. */
    static boolean isSuitable(Lesson lesson, Collection<String> subjects) {
        boolean isSubject = subjects.isEmpty()
                || subjects.stream()
                        .anyMatch(one ->
                                one.strip().equalsIgnoreCase(lesson.subject().strip()));
        return isSubject && lesson.kind() != Lesson.Kind.BUSY;
    }

    private static boolean lastsOver(MeetingTime time, Meeting meeting) {
        return !time.start().isAfter(meeting.start()) && !time.end().isBefore(meeting.end());
    }
}
