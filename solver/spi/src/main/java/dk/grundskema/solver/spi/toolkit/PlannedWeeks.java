package dk.grundskema.solver.spi.toolkit;

import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.DateSpan;
import dk.grundskema.domain.time.IsoWeek;
import java.time.DayOfWeek;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Determines the weeks of an intervention that runs for a number of school weeks. */
public final class PlannedWeeks {
    private PlannedWeeks() {}

    /**
     * Returns a number of school weeks from a week on. A school week has teaching on some day; if the problem has no teaching at all, it has an
     * open day from Monday to Friday. Weeks that other interventions interrupt are skipped and replaced by later weeks.
     *
     * @param problem       the problem with horizon, lessons and closed days
     * @param first         the first possible week; {@code null} means the first of the horizon
     * @param count         number of weeks
     * @param interruptions dates on which other interventions take people out of their ordinary week; a week with such a day from Monday to Friday
     *     is skipped
     * @return weeks in order; fewer than {@code count} if the horizon ends before
     */
    public static SortedSet<IsoWeek> of(
            Problem problem, @Nullable IsoWeek first, int count, List<DateSpan> interruptions) {
        var weeks = new TreeSet<IsoWeek>();
        for (IsoWeek week : schoolWeeks(problem)) {
            boolean counts = first == null || first.compareTo(week) <= 0;
            if (weeks.size() < count && counts && !isInterrupted(week, interruptions)) {
                weeks.add(week);
            }
        }
        return Collections.unmodifiableSortedSet(weeks);
    }

    /** Returns the first of some weeks, and every {@code step}-th week after it. */
    public static SortedSet<IsoWeek> everyNth(int step, SortedSet<IsoWeek> weeks) {
        var some = new TreeSet<IsoWeek>();
        int place = 0;
        for (IsoWeek week : weeks) {
            if (place++ % step == 0) {
                some.add(week);
            }
        }
        return some;
    }

    /** Returns whether a day of the week from Monday to Friday is in one of the spans. */
    public static boolean isInterrupted(IsoWeek week, List<DateSpan> interruptions) {
        return interruptions.stream().anyMatch(one -> interruptedWeeks(one).contains(week));
    }

    /** Returns the weeks with a day from Monday to Friday in a span; empty for a span within a weekend. */
    public static SortedSet<IsoWeek> interruptedWeeks(DateSpan span) {
        var weeks = new TreeSet<IsoWeek>();
        IsoWeek last = IsoWeek.of(span.until());
        for (IsoWeek week = IsoWeek.of(span.from()); week.compareTo(last) <= 0; week = week.plus(1)) {
            if (!span.from().isAfter(week.date(DayOfWeek.FRIDAY))) {
                weeks.add(week);
            }
        }
        return Collections.unmodifiableSortedSet(weeks);
    }

    private static SortedSet<IsoWeek> schoolWeeks(Problem problem) {
        var school = SchoolWeeks.of(problem);
        var weeks = school.teachingWeeks();
        if (weeks.isEmpty()) {
            weeks.addAll(problem.horizon().allWeeks());
            weeks.removeIf(week ->
                    List.of(DayOfWeek.values()).subList(0, 5).stream().noneMatch(day -> school.isOpen(week, day)));
        }
        return weeks;
    }
}
