package dk.grundskema.plugins.coteaching;

import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Lesson;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** When people can't: in lessons of their own and while they are away. */
final class Busy {
    private final Problem problem;
    private final Map<StaffId, Map<LocalDate, List<Interval>>> lessons = new HashMap<>();
    private final Map<StaffId, List<Interval>> away = new HashMap<>();

    Busy(Problem problem) {
        this.problem = problem;
        var zone = problem.horizon().zone();
        for (Lesson lesson : problem.lessons()) {
            for (StaffId who : lesson.staffIds()) {
                for (var week : lesson.time().weeks()) {
                    lessons.computeIfAbsent(who, any -> new HashMap<>())
                            .computeIfAbsent(lesson.time().date(week), any -> new ArrayList<>())
                            .add(lesson.time().interval(week, zone));
                }
            }
        }
        problem.staff().forEach(one -> away.put(one.id(), one.availability().unavailable(problem.horizon())));
    }

    /** Whether somebody is free at a time in all of its weeks. */
    boolean isFree(StaffId who, MeetingTime time) {
        var zone = problem.horizon().zone();
        var own = lessons.getOrDefault(who, Map.of());
        var not = away.getOrDefault(who, List.of());
        for (var week : time.weeks()) {
            Interval when = time.interval(week, zone);
            if (own.getOrDefault(time.date(week), List.of()).stream().anyMatch(when::overlaps)
                    || not.stream().anyMatch(when::overlaps)) {
                return false;
            }
        }
        return true;
    }
}
