package dk.grundskema.solver.testkit.requirement;

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
import dk.grundskema.solver.spi.toolkit.LessonsByPerson;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Answers for checks whether people can be at a meeting on all of its dates. It deliberately shares no code with {@link dk.grundskema.solver.spi.toolkit.FreeTime}, which expansions
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

    /** Returns whether a staff member has no lesson and is available at a time in all of its weeks. */
    public boolean isFree(StaffId who, MeetingTime time) {
        return lessons.overlapping(who, time).isEmpty()
                && isThere(away(who, problem.staffMember(who).map(StaffMember::availability)), time);
    }

    /** Returns whether a student has no lesson and is available at a time in all of its weeks. */
    public boolean isFree(StudentId who, MeetingTime time) {
        return lessons.overlapping(who, time).isEmpty() && isAvailable(who, time);
    }

    /** Returns whether a student is available at a time in all of its weeks, whatever the lessons. */
    public boolean isAvailable(StudentId who, MeetingTime time) {
        return isThere(away(who, problem.student(who).map(Student::availability)), time);
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
