package dk.grundskema.solver.spi.toolkit;

import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Lesson;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Finds the parts of the school week at which most students would be free if they were usable. Plugins suggest them if usable time is insufficient.
 */
public final class UsableTimeSuggestions {
    /** Earliest start to consider. The range of reasonable hours is a default of the product. */
    public static final LocalTime EARLIEST = LocalTime.of(7, 0);

    /** Latest end to consider. */
    public static final LocalTime LATEST = LocalTime.of(17, 0);

    /**
     * A part of the week.
     *
     * @param time the time
     * @param free number of students who are free
     */
    public record FreeWindow(MeetingTime time, long free) {}

    private UsableTimeSuggestions() {}

    /**
     * Returns the times on school days at which most of some students are free: the best of each day first, then disjoint further ones. Of equal
     * times on a day it prefers the one nearest to the students' lessons, to avoid waiting.
     *
     * @param students the students
     * @param usable   time that is usable already, and is left out
     * @param minutes  length of a meeting
     * @param weeks    weeks of the meetings
     * @param most     maximum number of results
     * @return the best of different days first, those with most students first; empty if no student is ever free
     */
    public static List<FreeWindow> findBest(
            Collection<StudentId> students,
            List<UsableTime> usable,
            int minutes,
            SortedSet<IsoWeek> weeks,
            FreeTime free,
            Problem problem,
            int most) {
        var all = new ArrayList<FreeWindow>();
        var day = List.of(new UsableTime(new TreeSet<>(), EARLIEST, LATEST));
        for (MeetingTime time : UsableTime.times(day, minutes, weeks, problem)) {
            long count = students.stream().filter(one -> free.isFree(one, time)).count();
            if (count > 0 && !UsableTime.contains(usable, time)) {
                all.add(new FreeWindow(time, count));
            }
        }
        Map<MeetingTime, Long> waits = new HashMap<>();
        all.forEach(one -> waits.put(one.time(), waitingMinutes(one.time(), students, free)));
        all.sort(Comparator.comparingLong(FreeWindow::free)
                .reversed()
                .thenComparingLong(one -> waits.getOrDefault(one.time(), 0L)));
        var best = new ArrayList<FreeWindow>();
        for (FreeWindow one : all) {
            boolean isOnNewDay = best.stream()
                    .noneMatch(other -> other.time().weekday() == one.time().weekday());
            if (isOnNewDay && best.size() < most) {
                best.add(one);
            }
        }
        for (FreeWindow one : all) {
            boolean isApart = best.stream().noneMatch(other -> MeetingTimeOverlap.overlaps(other.time(), one.time()));
            if (isApart && best.size() < most) {
                best.add(one);
            }
        }
        return List.copyOf(best);
    }

    /** Returns the minutes between a time and the nearest lesson of some students on its day; a whole day if there is none. */
    private static long waitingMinutes(MeetingTime time, Collection<StudentId> students, FreeTime free) {
        long least = Duration.ofDays(1).toMinutes();
        for (StudentId student : students) {
            for (Lesson lesson : free.lessons().of(student)) {
                if (lesson.time().weekday() == time.weekday()) {
                    long before =
                            Duration.between(time.end(), lesson.time().start()).toMinutes();
                    long after =
                            Duration.between(lesson.time().end(), time.start()).toMinutes();
                    least = Math.min(least, Math.max(0, Math.max(before, after)));
                }
            }
        }
        return least;
    }

    /**
     * Adds for each window information with the code {@code would-help}, and as arguments weekday, start, end, the number of free students and
     * {@code besides}.
     *
     * @param besides further arguments, such as the subject
     */
    public static void report(List<FreeWindow> windows, FindingCollector findings, String place, Object... besides) {
        for (FreeWindow one : windows) {
            var arguments = new ArrayList<Object>();
            arguments.add(one.time().weekday());
            arguments.add(one.time().start());
            arguments.add(one.time().end());
            arguments.add(one.free());
            arguments.addAll(List.of(besides));
            findings.info("would-help", place, arguments.toArray());
        }
    }
}
