package dk.grundskema.solver.mapping;

import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.timetable.Lesson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** When staff can't be asked at all: unavailable, or teaching a lesson of the existing timetable. */
final class BusyTimes {
    private final Map<StaffId, List<Interval>> busy = new HashMap<>();

    BusyTimes(Problem problem) {
        problem.staff()
                .forEach(one ->
                        busy.put(one.id(), new ArrayList<>(one.availability().unavailable(problem.horizon()))));
        for (Lesson lesson : problem.lessons()) {
            List<Interval> times = lesson.time().intervals(problem.horizon().zone());
            lesson.staffIds()
                    .forEach(who -> busy.computeIfAbsent(who, fresh -> new ArrayList<>())
                            .addAll(times));
        }
    }

    boolean isBusy(StaffId who, Interval meeting) {
        return busy.getOrDefault(who, List.of()).stream().anyMatch(meeting::overlaps);
    }
}
