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

/** Parts of the school week that would give most if they were usable: what to change where usable time doesn't reach. */
public final class Windows {
    /** First start that is looked at. Which hours are decent is ours. */
    public static final LocalTime EARLIEST = LocalTime.of(7, 0);

    /** Last end that is looked at. */
    public static final LocalTime LATEST = LocalTime.of(17, 0);

    /**
     * A part of the week.
     *
     * @param time when
     * @param free how many of the students are free then
     */
    public record Window(MeetingTime time, long free) {}

    private Windows() {}

    /**
     * The times on school days at which most of some students are free: the best of each day first, then what is left apart from those. Of equal ones
     * on a day the nearest to lessons of theirs, so that nobody has to wait.
     *
     * @param students who is to be free
     * @param usable   what is usable already, and is left out
     * @param minutes  how long a meeting lasts
     * @param weeks    in which weeks
     * @param most     how many to name
     * @return those of different days first, and of these those with most students; empty if nobody is ever free
     */
    public static List<Window> best(
            Collection<StudentId> students,
            List<UsableTime> usable,
            int minutes,
            SortedSet<IsoWeek> weeks,
            FreeTime free,
            Problem problem,
            int most) {
        var all = new ArrayList<Window>();
        var day = List.of(new UsableTime(new TreeSet<>(), EARLIEST, LATEST));
        for (MeetingTime time : UsableTime.times(day, minutes, weeks, problem)) {
            long count = students.stream().filter(one -> free.isFree(one, time)).count();
            if (count > 0 && !UsableTime.holds(usable, time)) {
                all.add(new Window(time, count));
            }
        }
        Map<MeetingTime, Long> waits = new HashMap<>();
        all.forEach(one -> waits.put(one.time(), waitsFor(one.time(), students, free)));
        all.sort(Comparator.comparingLong(Window::free)
                .reversed()
                .thenComparingLong(one -> waits.getOrDefault(one.time(), 0L)));
        var best = new ArrayList<Window>();
        for (Window one : all) {
            boolean isOnNewDay = best.stream()
                    .noneMatch(other -> other.time().weekday() == one.time().weekday());
            if (isOnNewDay && best.size() < most) {
                best.add(one);
            }
        }
        for (Window one : all) {
            boolean isApart = best.stream().noneMatch(other -> Overlaps.overlap(other.time(), one.time()));
            if (isApart && best.size() < most) {
                best.add(one);
            }
        }
        return List.copyOf(best);
    }

    /** Minutes between a time and the nearest lesson of some students on its day; a whole day if there is none. */
    private static long waitsFor(MeetingTime time, Collection<StudentId> students, FreeTime free) {
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
     * Says of each window what it would give: information with the code {@code would-help}, and as arguments weekday, start, end, how many are
     * free and what is said besides.
     *
     * @param besides further arguments, such as the subject
     */
    public static void tell(List<Window> windows, FindingList findings, String place, Object... besides) {
        for (Window one : windows) {
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
