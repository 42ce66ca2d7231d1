package dk.grundskema.plugins.intensivecourse;

import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.solver.spi.toolkit.FindingCollector;
import dk.grundskema.solver.spi.toolkit.SchoolWeeks;
import java.time.LocalDate;
import java.util.Collection;
import java.util.TreeMap;

/** Compares the extent of a full-time activity with the requirement of a document. Less is allowed but reported. */
final class FullTimeValidator {
    private FullTimeValidator() {}

    /**
     * Adds warnings: {@code <plugin>.few-lessons} if weeks have fewer lessons than required, with the first of the weeks with fewest, its lessons,
     * the required lessons, and the number of further weeks with too few; {@code <plugin>.few-weeks} with both numbers; and, instead of both, for
     * dates that are all on weekends {@code <plugin>.few-lessons-in-all} with the number of lessons and the equivalent required number.
     *
     * @param dates       the days; if empty, nothing is reported
     * @param lessonsADay lessons on each day
     * @param lessons     required lessons per week
     * @param weeks       required number of weeks
     */
    static void check(Collection<LocalDate> dates, int lessonsADay, int lessons, int weeks, FindingCollector findings) {
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
