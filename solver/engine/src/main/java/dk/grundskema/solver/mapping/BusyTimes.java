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

/** When staff can't be asked at all: unavailable, or teaching a lesson of the existing timetable. */
final class BusyTimes {
    private final Map<StaffId, List<Interval>> busy = new HashMap<>();

    private record Taught(StaffId staff, LessonId lesson, IsoWeek week) {}

    /** Somebody who may be freed from a lesson can be asked. */
    BusyTimes(Problem problem, List<Session> sessions) {
        Set<Taught> freed = new HashSet<>();
        for (Session session : sessions) {
            Relief relief = session.relief();
            if (relief != null) {
                relief.weeks().forEach(week -> freed.add(new Taught(relief.staff(), relief.lesson(), week)));
            }
        }
        problem.staff()
                .forEach(one ->
                        busy.put(one.id(), new ArrayList<>(one.availability().unavailable(problem.horizon()))));
        for (Lesson lesson : problem.lessons()) {
            for (IsoWeek week : lesson.time().weeks()) {
                Interval time = lesson.time().interval(week, problem.horizon().zone());
                lesson.staffIds().stream()
                        .filter(who -> !freed.contains(new Taught(who, lesson.id(), week)))
                        .forEach(who -> busy.computeIfAbsent(who, fresh -> new ArrayList<>())
                                .add(time));
            }
        }
        busy.replaceAll((who, stretches) -> merged(stretches));
    }

    /** Stretches that touch become one, so that those of a year are looked through by halves. */
    private static List<Interval> merged(List<Interval> stretches) {
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
