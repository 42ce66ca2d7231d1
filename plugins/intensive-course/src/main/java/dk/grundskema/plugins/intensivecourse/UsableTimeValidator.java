package dk.grundskema.plugins.intensivecourse;

import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.solver.spi.toolkit.FindingCollector;
import dk.grundskema.solver.spi.toolkit.FreeTime;
import dk.grundskema.solver.spi.toolkit.MeetingTimeOverlap;
import dk.grundskema.solver.spi.toolkit.UsableTime;
import dk.grundskema.solver.spi.toolkit.UsableTimeSuggestions;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;

/** Checks whether students are free in usable time as often as they have meetings, and suggests further usable time. */
final class UsableTimeValidator {
    private static final int NAMED = 3;

    private UsableTimeValidator() {}

    /**
     * Adds the warning {@code <plugin>.no-usable-time} with the minutes if no time of that length fits into usable time, or else
     * {@code <plugin>.few-usable-times} if some students are free at too few times: with the first three of them, the number of further students,
     * the minutes, and the number of times required. After either, up to three times that would help most follow, see
     * {@link UsableTimeSuggestions#report}.
     *
     * @param usable  the usable parts of a week
     * @param minutes length of a meeting, 1 or more
     * @param each    number of disjoint meetings per week
     * @param weeks   the weeks; if empty, nothing is required
     * @param place   pointer below the parameters
     */
    static void check(
            Collection<StudentId> students,
            List<UsableTime> usable,
            int minutes,
            int each,
            SortedSet<IsoWeek> weeks,
            Problem problem,
            FindingCollector findings,
            String place) {
        var free = new FreeTime(problem);
        var times = UsableTime.times(usable, minutes, weeks, problem);
        var lacking = students.stream()
                .filter(one -> MeetingTimeOverlap.countDisjoint(times.stream()
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
            UsableTimeSuggestions.report(
                    UsableTimeSuggestions.findBest(lacking, usable, minutes, weeks, free, problem, NAMED),
                    findings,
                    place);
        }
    }
}
