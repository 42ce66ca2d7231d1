package dk.grundskema.solver.spi.toolkit;

import dk.grundskema.domain.fidelity.Origin;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Dates one after the other, each of which moves to the next school day if it is none.
 *
 * @param wished the dates before any of them moves
 * @param days   on which dates there is school
 */
public record DateRow(List<LocalDate> wished, SchoolDays days) {
    /** Copies the list. */
    public DateRow {
        wished = List.copyOf(wished);
    }

    /**
     * A row in which a date comes every so many weeks, unless it is another.
     *
     * @param first        the first date of the rhythm
     * @param weeksBetween weeks from one to the next
     * @param count        how many
     * @param own          the other date of a place from 0 on; {@code null} means that of the rhythm
     */
    public static DateRow of(
            LocalDate first, int weeksBetween, int count, IntFunction<@Nullable LocalDate> own, SchoolDays days) {
        var wished = new ArrayList<LocalDate>();
        for (int i = 0; i < count; i++) {
            LocalDate other = own.apply(i);
            wished.add(other != null ? other : first.plusWeeks((long) weeksBetween * i));
        }
        return new DateRow(wished, days);
    }

    /** The dates: school days, as far as the horizon has any then. */
    public List<LocalDate> dates() {
        return wished.stream().map(days::from).toList();
    }

    /**
     * Adds what is odd about dates, each with its number from 1 on: the error {@code <plugin>.date-outside} with the date and the first and last day planned
     * where there is no school day for it; the information {@code <plugin>.date-moved} with both dates; the warnings {@code <plugin>.out-of-order} with the
     * date and the one before, and {@code <plugin>.other-rhythm} with the weeks after the one before and how many were asked for.
     *
     * @param weeksBetween weeks that were asked for; 0 means any
     * @param place        pointer below the parameters to the date at a place from 0 on
     */
    public void check(int weeksBetween, Problem problem, FindingList findings, IntFunction<String> place) {
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
     * Asks that weeks follow each other in a rhythm; reason {@code other-rhythm} with the weeks after the one before, at the week. Between some weeks and
     * others there may be a little less or more.
     *
     * @param every what the sentence mentions: in how many weeks one comes
     */
    public static void ask(
            Asks asks, String name, Origin origin, SortedSet<IsoWeek> weeks, int every, int least, int most) {
        var tally = asks.tally(name, origin, "times");
        IsoWeek before = null;
        for (IsoWeek week : weeks) {
            if (before != null) {
                int between = before.until(week);
                tally.at(between >= least && between <= most, asks.why("other-rhythm", between), week);
            }
            before = week;
        }
        tally.done(every);
    }
}
