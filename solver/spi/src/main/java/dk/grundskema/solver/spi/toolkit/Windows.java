package dk.grundskema.solver.spi.toolkit;

import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
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
     * The times on school days, apart from each other, at which most of some students are free.
     *
     * @param students who is to be free
     * @param usable   what is usable already, and is left out
     * @param minutes  how long a meeting lasts
     * @param weeks    in which weeks
     * @param most     how many to name
     * @return those with most students first; empty if nobody is ever free
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
        all.sort(Comparator.comparingLong(Window::free).reversed());
        return List.copyOf(all.subList(0, Math.min(most, all.size())));
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
