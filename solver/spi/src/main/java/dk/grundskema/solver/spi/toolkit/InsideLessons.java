package dk.grundskema.solver.spi.toolkit;

import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.domain.timetable.Meeting;
import java.util.Collection;
import java.util.List;

/**
 * Whether meetings of a finished timetable are inside suitable lessons of their students: for checks, on purpose without a line in common with {@link
 * CommonTime}, which says where they could be.
 */
public final class InsideLessons {
    private final OwnLessons lessons;

    /** @param problem whose lessons count */
    public InsideLessons(Problem problem) {
        this.lessons = new OwnLessons(problem);
    }

    /**
     * Whether all lessons of a student during a meeting are ordinary ones of some subjects, and in each of its weeks one of them lasts over all of it.
     *
     * @param subjects capitals and blanks around them don't matter; empty means all
     */
    public boolean suits(StudentId student, Meeting meeting, Collection<String> subjects) {
        List<Lesson> during = lessons.inTheWay(student, meeting.time());
        for (Lesson lesson : during) {
            boolean isSubject = subjects.isEmpty();
            for (String subject : subjects) {
                isSubject |= subject.strip().equalsIgnoreCase(lesson.subject().strip());
            }
            if (!isSubject || lesson.kind() == Lesson.Kind.BUSY) {
                return false;
            }
        }
        return meeting.weeks().stream()
                .allMatch(week -> during.stream()
                        .map(Lesson::time)
                        .anyMatch(time -> time.weeks().contains(week) && lastsOver(time, meeting)));
    }

    private static boolean lastsOver(MeetingTime time, Meeting meeting) {
        return !time.start().isAfter(meeting.start()) && !time.end().isBefore(meeting.end());
    }
}
