package dk.grundskema.solver.spi.toolkit;

import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Meeting;

/**
 * Whether meetings of a finished timetable are within their frame: for checks, on purpose without a line in common with {@link MeetingFrame}'s own
 * times, which say where they could be.
 */
public final class FrameCheck {
    private final Problem problem;
    private final OwnLessons lessons;
    private final InsideLessons inside;

    /** @param problem whose lessons and people count */
    public FrameCheck(Problem problem) {
        this.problem = problem;
        this.lessons = new OwnLessons(problem);
        this.inside = new InsideLessons(problem);
    }

    /** Whether a meeting is inside a suitable lesson of each student, or in usable time when each is free; rooms are looked at elsewhere. */
    public boolean suits(Meeting meeting, MeetingFrame frame) {
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
        return lessons.inTheWay(student, meeting.time()).isEmpty();
    }

    private boolean isThere(StudentId student, Meeting meeting) {
        var away = problem.student(student).stream()
                .flatMap(one -> one.availability().unavailable(problem.horizon()).stream())
                .toList();
        return meeting.time().intervals(problem.horizon().zone()).stream()
                .allMatch(held -> away.stream().noneMatch(held::overlaps));
    }
}
