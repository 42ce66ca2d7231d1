package dk.grundskema.plugins.peerlearning;

import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.solver.spi.toolkit.LessonsByPerson;
import dk.grundskema.solver.spi.toolkit.UsableTime;

/**
 * Checks whether meetings of a finished timetable are within their frame. Deliberately shares no code with {@link MeetingFrame#times}, which finds
 * possible times.
 */
final class MeetingFrameCheck {
    private final Problem problem;
    private final LessonsByPerson lessons;
    private final InsideLessonsCheck inside;

    /** @param problem the problem with lessons and people */
    MeetingFrameCheck(Problem problem) {
        this.problem = problem;
        this.lessons = LessonsByPerson.of(problem);
        this.inside = new InsideLessonsCheck(problem);
    }

    /** Returns whether a meeting is inside a suitable lesson of each student, or in usable time when each is free; does not check rooms. */
    boolean suits(Meeting meeting, MeetingFrame frame) {
        return switch (frame.setting()) {
            case INSIDE ->
                frame.students().stream().allMatch(student -> inside.suits(student, meeting, frame.subjects()));
            case OUTSIDE ->
                isUsable(meeting, frame)
                        && frame.students().stream()
                                .allMatch(student -> isFree(student, meeting) && isThere(student, meeting));
        };
    }

    private static boolean isUsable(Meeting meeting, MeetingFrame frame) {
        for (UsableTime part : frame.usable()) {
            boolean isInTime =
                    !meeting.start().isBefore(part.start()) && !meeting.end().isAfter(part.end());
            if (isInTime
                    && meeting.end().isAfter(meeting.start())
                    && part.days().contains(meeting.weekday())) {
                return true;
            }
        }
        return false;
    }

    private boolean isFree(StudentId student, Meeting meeting) {
        return lessons.overlapping(student, meeting.time()).isEmpty();
    }

    private boolean isThere(StudentId student, Meeting meeting) {
        var away = problem.student(student).stream()
                .flatMap(one -> one.availability().unavailableIntervals(problem.horizon()).stream())
                .toList();
        return meeting.time().intervals(problem.horizon().zone()).stream()
                .allMatch(held -> away.stream().noneMatch(held::overlaps));
    }
}
