package dk.grundskema.solver.spi.toolkit;

import dk.grundskema.domain.time.IsoWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.TreeMap;

/** How much there is of something full-time beside what a document asks of it. Less is allowed, and said. */
public final class FullTime {
    private FullTime() {}

    /**
     * Adds warnings: {@code <plugin>.few-lessons} if weeks have fewer lessons than asked for, with the first of those with fewest, its lessons, how many are
     * asked for, and in how many more weeks there are too few; {@code <plugin>.few-weeks} with both numbers; and for dates that are all on weekends {@code
     * <plugin>.few-lessons-in-all} in place of both, with how many there are and how many come to the same.
     *
     * @param dates       the days, at least one for anything to be said
     * @param lessonsADay lessons on each of them
     * @param lessons     how many lessons a week are asked for
     * @param weeks       in how many weeks
     */
    public static void check(
            Collection<LocalDate> dates, int lessonsADay, int lessons, int weeks, FindingList findings) {
        var each = new TreeMap<IsoWeek, Integer>();
        dates.forEach(date -> each.merge(IsoWeek.of(date), lessonsADay, Integer::sum));
        if (SchoolWeeks.areWeekends(dates)) {
            int all = lessonsADay * dates.size();
            boolean isLess = !dates.isEmpty() && all < lessons * weeks;
            findings.warnIf(isLess, "few-lessons-in-all", "dates", all, lessons * weeks);
            return;
        }
        var few = each.values().stream().filter(has -> has < lessons).toList();
        few.stream().min(Integer::compare).ifPresent(least -> {
            var week = each.entrySet().stream()
                    .filter(one -> one.getValue().equals(least))
                    .findFirst()
                    .orElseThrow();
            findings.warning("few-lessons", "lessons", week.getKey(), least, lessons, few.size() - 1);
        });
        findings.warnIf(each.size() < weeks, "few-weeks", "weeks", each.size(), weeks);
    }
}
