package dk.grundskema.solver.spi.toolkit;

import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;

/** Whether students are free in usable time as often as they are to meet, and which further time would help most. */
public final class EnoughTime {
    private static final int NAMED = 3;

    private EnoughTime() {}

    /**
     * Adds the warning {@code <plugin>.no-usable-time} with the minutes if nothing of that length fits into usable time, or else {@code
     * <plugin>.few-usable-times} if some students are free at too few times: with the first three of them, how many more they are, the minutes, and how many
     * times they need. After either, up to three times that would help most, see {@link Windows#tell}.
     *
     * @param usable  the usable parts of a week
     * @param minutes how long a meeting lasts, 1 or more
     * @param each    how many meetings a week, apart from each other
     * @param weeks   in which weeks; none ask for nothing
     * @param place   pointer below the parameters
     */
    public static void check(
            Collection<StudentId> students,
            List<UsableTime> usable,
            int minutes,
            int each,
            SortedSet<IsoWeek> weeks,
            Problem problem,
            FindingList findings,
            String place) {
        var free = new FreeTime(problem);
        var times = UsableTime.times(usable, minutes, weeks, problem);
        var lacking = students.stream()
                .filter(one -> CommonTime.apart(times.stream()
                                .filter(time -> free.isFree(one, time))
                                .toList())
                        < each)
                .toList();
        if (!weeks.isEmpty() && !lacking.isEmpty()) {
            if (times.isEmpty()) {
                findings.warning("no-usable-time", place, minutes);
            } else {
                var named = lacking.stream().limit(NAMED).toList();
                int others = lacking.size() - named.size();
                findings.warning("few-usable-times", place, named, others, minutes, each);
            }
            Windows.tell(Windows.best(lacking, usable, minutes, weeks, free, problem, NAMED), findings, place);
        }
    }
}
