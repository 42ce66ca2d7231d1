package dk.grundskema.solver.check;

import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.timetable.Meeting;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells which members of a group are away from all its meetings. An absence that is recorded afterwards leaves such members in groups of the past, which nobody
 * changes any more.
 */
final class AbsentMembers {
    private final Problem problem;
    private final Map<GroupId, List<Interval>> meetings = new HashMap<>();

    AbsentMembers(Problem problem, Collection<Meeting> held) {
        this.problem = problem;
        for (Meeting meeting : held) {
            List<Interval> times = meeting.time().intervals(problem.horizon().zone());
            meeting.groupIds()
                    .forEach(group -> meetings.computeIfAbsent(group, any -> new ArrayList<>())
                            .addAll(times));
        }
    }

    /** Returns whether a student is away from start to end of all meetings of a group; false for a group without meetings. */
    boolean neverComes(StudentId id, GroupId group) {
        List<Interval> times = meetings.getOrDefault(group, List.of());
        if (times.isEmpty()) {
            return false;
        }
        List<Interval> away = problem.student(id)
                .map(student -> student.availability().unavailableIntervals(problem.horizon()))
                .orElse(List.of());
        return times.stream().allMatch(time -> AvailabilityCheck.overlap(time, away) == time.minutes());
    }
}
