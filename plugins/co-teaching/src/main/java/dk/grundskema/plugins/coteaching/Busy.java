package dk.grundskema.plugins.coteaching;

import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Lesson;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** When people can't: in lessons of their own and while they are away. */
final class Busy {
    private final Problem problem;
    private final Map<StaffId, Map<DayOfWeek, List<MeetingTime>>> lessons = new HashMap<>();
    private final Map<StaffId, List<Interval>> away = new HashMap<>();

    Busy(Problem problem) {
        this.problem = problem;
        for (Lesson lesson : problem.lessons()) {
            for (StaffId who : lesson.staffIds()) {
                add(who, lesson.time());
            }
        }
        problem.staff().forEach(one -> away.put(one.id(), one.availability().unavailable(problem.horizon())));
    }

    /** Something that somebody is busy with besides. */
    void add(StaffId who, MeetingTime time) {
        lessons.computeIfAbsent(who, any -> new EnumMap<>(DayOfWeek.class))
                .computeIfAbsent(time.weekday(), any -> new ArrayList<>())
                .add(time);
    }

    /** Whether somebody is free at a time in all of its weeks. */
    boolean isFree(StaffId who, MeetingTime time) {
        for (MeetingTime own : lessons.getOrDefault(who, Map.of()).getOrDefault(time.weekday(), List.of())) {
            if (overlaps(own, time)) {
                return false;
            }
        }
        var not = away.getOrDefault(who, List.of());
        if (not.isEmpty()) {
            return true;
        }
        return time.intervals(problem.horizon().zone()).stream()
                .noneMatch(when -> not.stream().anyMatch(when::overlaps));
    }

    /** Of one weekday: some minute of the clock in some week is in both. */
    private static boolean overlaps(MeetingTime one, MeetingTime other) {
        boolean starts = one.endsNextDay() || other.start().isBefore(one.end());
        boolean ends = other.endsNextDay() || one.start().isBefore(other.end());
        return starts && ends && !Collections.disjoint(one.weeks(), other.weeks());
    }
}
