package dk.grundskema.solver.mapping;

import dk.grundskema.domain.demand.LessonId;
import dk.grundskema.domain.demand.Relief;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Lesson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Knows when staff cannot be assigned: when they are unavailable or teach a lesson of the existing timetable. */
final class StaffBusyTimes {
    private final Map<StaffId, List<Interval>> busy = new HashMap<>();

    private record TeacherLessonWeek(StaffId staff, LessonId lesson, IsoWeek week) {}

    /** Lessons from which a staff member may be freed do not count. */
    StaffBusyTimes(Problem problem, List<Session> sessions) {
        Set<TeacherLessonWeek> freed = new HashSet<>();
        for (Session session : sessions) {
            Relief relief = session.relief();
            if (relief != null) {
                relief.weeks().forEach(week -> freed.add(new TeacherLessonWeek(relief.staff(), relief.lesson(), week)));
            }
        }
        problem.staff()
                .forEach(one -> busy.put(
                        one.id(), new ArrayList<>(one.availability().unavailableIntervals(problem.horizon()))));
        for (Lesson lesson : problem.lessons()) {
            for (IsoWeek week : lesson.time().weeks()) {
                Interval time = lesson.time().interval(week, problem.horizon().zone());
                lesson.staffIds().stream()
                        .filter(who -> !freed.contains(new TeacherLessonWeek(who, lesson.id(), week)))
                        .forEach(who -> busy.computeIfAbsent(who, fresh -> new ArrayList<>())
                                .add(time));
            }
        }
        busy.replaceAll((who, stretches) -> mergeTouching(stretches));
    }

    /** Merges touching intervals, so that {@link #isBusy} can use binary search. */
    private static List<Interval> mergeTouching(List<Interval> stretches) {
        var merged = new ArrayList<Interval>();
        for (Interval next : stretches.stream().sorted().toList()) {
            Interval last = merged.isEmpty() ? null : merged.getLast();
            if (last != null && next.start() <= last.end()) {
                merged.set(merged.size() - 1, new Interval(last.start(), Math.max(last.end(), next.end())));
            } else {
                merged.add(next);
            }
        }
        return merged;
    }

    boolean isBusy(StaffId who, Interval meeting) {
        List<Interval> stretches = busy.getOrDefault(who, List.of());
        int from = 0;
        int until = stretches.size();
        while (from < until) {
            int middle = (from + until) >>> 1;
            if (stretches.get(middle).end() <= meeting.start()) {
                from = middle + 1;
            } else {
                until = middle;
            }
        }
        return from < stretches.size() && stretches.get(from).overlaps(meeting);
    }
}
