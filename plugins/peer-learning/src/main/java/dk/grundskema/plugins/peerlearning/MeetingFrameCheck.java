package dk.grundskema.plugins.peerlearning;

import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.solver.spi.toolkit.LessonsByPerson;
import dk.grundskema.solver.spi.toolkit.UsableTime;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

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

    /**
     * Returns whether a meeting is inside a suitable lesson of each student, or in usable time when each is free, in the weeks in which the student takes part,
     * and there are two in each week; does not check rooms.
     */
    boolean suits(Meeting meeting, MeetingFrame frame) {
        boolean hasPair = meeting.weeks().stream()
                .allMatch(week -> frame.members().in(week).size() > 1);
        return hasPair
                && (frame.setting() == MeetingPlacement.INSIDE || isUsable(meeting, frame))
                && frame.members().weeks().entrySet().stream()
                        .allMatch(member -> suits(member.getKey(), inWeeks(meeting, member.getValue()), frame));
    }

    private boolean suits(StudentId student, Optional<Meeting> there, MeetingFrame frame) {
        return there.map(meeting -> switch (frame.setting()) {
                    case INSIDE -> inside.suits(student, meeting, frame.subjects());
                    case OUTSIDE -> isFree(student, meeting) && isThere(student, meeting);
                })
                .orElse(true);
    }

    /** Returns a meeting in those of its weeks that are among some; empty if none is. */
    private static Optional<Meeting> inWeeks(Meeting meeting, SortedSet<IsoWeek> some) {
        var weeks = new TreeSet<>(meeting.weeks());
        weeks.retainAll(some);
        return weeks.isEmpty() ? Optional.empty() : Optional.of(meeting.withWeeks(weeks, Collections.emptySortedSet()));
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
