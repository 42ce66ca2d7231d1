package dk.grundskema.solver.spi.toolkit;

import dk.grundskema.domain.finding.Id;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Availability;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.solver.spi.RequiredMeetings.WeekPart;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/**
 * Answers for checks whether people can be at a meeting on all of its dates. It deliberately shares no code with {@link FreeTime}, which expansions
 * use.
 */
public final class PresenceCheck {
    private final Problem problem;
    private final LessonsByPerson lessons;
    private final Map<Id, List<Interval>> away = new HashMap<>();

    /** @param lessons the lessons of the problem's people */
    public PresenceCheck(Problem problem, LessonsByPerson lessons) {
        this.problem = problem;
        this.lessons = lessons;
    }

    /** Returns whether a staff member has no lesson and is available in a part of some weeks, at least one. */
    public boolean isFree(StaffId who, WeekPart part, SortedSet<IsoWeek> weeks) {
        MeetingTime time = timeOf(part, weeks);
        return lessons.overlapping(who, time).isEmpty()
                && isThere(away(who, problem.staffMember(who).map(StaffMember::availability)), time);
    }

    /** Returns whether a student has no lesson and is available in a part of some weeks, at least one. */
    public boolean isFree(StudentId who, WeekPart part, SortedSet<IsoWeek> weeks) {
        return lessons.overlapping(who, timeOf(part, weeks)).isEmpty() && isAvailable(who, part, weeks);
    }

    /** Returns whether a student is available in a part of some weeks, at least one, whatever the lessons. */
    public boolean isAvailable(StudentId who, WeekPart part, SortedSet<IsoWeek> weeks) {
        return isThere(away(who, problem.student(who).map(Student::availability)), timeOf(part, weeks));
    }

    private static MeetingTime timeOf(WeekPart part, SortedSet<IsoWeek> weeks) {
        return new MeetingTime(weeks, part.weekday(), part.from(), part.to());
    }

    private List<Interval> away(Id who, Optional<Availability> availability) {
        return away.computeIfAbsent(
                who,
                fresh -> availability
                        .map(one -> one.unavailableIntervals(problem.horizon()))
                        .orElse(List.of()));
    }

    private boolean isThere(List<Interval> unavailable, MeetingTime time) {
        if (unavailable.isEmpty()) {
            return true;
        }
        for (IsoWeek week : time.weeks()) {
            Interval held = time.interval(week, problem.horizon().zone());
            if (unavailable.stream().anyMatch(one -> one.overlapMinutes(held) > 0)) {
                return false;
            }
        }
        return true;
    }
}
