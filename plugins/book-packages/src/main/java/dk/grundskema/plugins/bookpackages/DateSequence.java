package dk.grundskema.plugins.bookpackages;

import dk.grundskema.domain.fidelity.AskOrigin;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.solver.spi.toolkit.FidelityReportBuilder;
import dk.grundskema.solver.spi.toolkit.FindingCollector;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A sequence of dates, each of which moves to the next school day if it is not one.
 *
 * @param wished the dates before they move
 * @param days   the school days
 */
record DateSequence(List<LocalDate> wished, SchoolDays days) {
    /** Copies the list. */
    DateSequence {
        wished = List.copyOf(wished);
    }

    /**
     * Returns a sequence at a fixed interval, with exceptions.
     *
     * @param first        the first date
     * @param weeksBetween weeks from one date to the next
     * @param count        number of dates
     * @param own          returns the exceptional date at an index from 0; {@code null} means the regular date
     */
    static DateSequence rhythm(
            LocalDate first, int weeksBetween, int count, IntFunction<@Nullable LocalDate> own, SchoolDays days) {
        var wished = new ArrayList<LocalDate>();
        for (int i = 0; i < count; i++) {
            LocalDate other = own.apply(i);
            wished.add(other != null ? other : first.plusWeeks((long) weeksBetween * i));
        }
        return new DateSequence(wished, days);
    }

    /** Returns the dates after moving; a date stays if no school day follows it in the horizon. */
    List<LocalDate> dates() {
        return wished.stream().map(days::schoolDayFrom).toList();
    }

    /**
     * Adds findings about the dates, each with its number from 1: the error {@code <plugin>.date-outside} with the date and the first and last day
     * planned if there is no school day for it; the information {@code <plugin>.date-moved} with both dates; the warnings
     * {@code <plugin>.out-of-order} with the date and its predecessor, and {@code <plugin>.other-rhythm} with the weeks since the predecessor and
     * the weeks required.
     *
     * @param weeksBetween required interval in weeks; 0 means any
     * @param place        returns the pointer below the parameters to the date at an index from 0
     */
    void check(int weeksBetween, Problem problem, FindingCollector findings, IntFunction<String> place) {
        var horizon = problem.horizon();
        var dates = dates();
        for (int i = 0; i < dates.size(); i++) {
            LocalDate date = dates.get(i);
            String at = place.apply(i);
            if (!days.isSchoolDay(date)) {
                findings.error("date-outside", at, i + 1, date, horizon.firstDay(), horizon.lastDay());
            } else if (!date.equals(wished.get(i))) {
                findings.info("date-moved", at, i + 1, wished.get(i), date);
            }
            if (i > 0) {
                LocalDate before = dates.get(i - 1);
                int weeks = IsoWeek.of(wished.get(i - 1)).until(IsoWeek.of(wished.get(i)));
                boolean isOther = weeksBetween > 0 && weeks != weeksBetween && date.isAfter(before);
                findings.warnIf(!date.isAfter(before), "out-of-order", at, i + 1, date, before);
                findings.warnIf(isOther, "other-rhythm", at, i + 1, weeks, weeksBetween);
            }
        }
    }

    /**
     * Adds the ask that weeks follow each other at an interval; reason {@code other-rhythm} with the weeks since the predecessor, at the week. An
     * interval of {@code least} to {@code most} weeks meets it.
     *
     * @param every argument of the sentence: the interval in weeks
     */
    static void askForRhythm(
            FidelityReportBuilder asks,
            String name,
            AskOrigin origin,
            SortedSet<IsoWeek> weeks,
            int every,
            int least,
            int most) {
        var tally = asks.tally(name, origin, "times");
        IsoWeek before = null;
        for (IsoWeek week : weeks) {
            if (before != null) {
                int between = before.until(week);
                tally.addPlace(between >= least && between <= most, asks.reason("other-rhythm", between), week);
            }
            before = week;
        }
        tally.finish(every);
    }
}
