package dk.grundskema.domain.time;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * When somebody or some place can be used.
 *
 * @param only      the only available times; empty means any time
 * @param except    unavailable times, even within {@code only}; empty means none
 * @param elsewhere times of duties in other plans, unavailable too; empty means none
 */
public record Availability(List<Period> only, List<Period> except, List<Period> elsewhere) {
    /** Minutes that every week has, even one in which clocks skip a day. */
    private static final long SHORTEST_WEEK = Duration.ofDays(6).toMinutes();

    /** Copies the lists. */
    public Availability {
        only = List.copyOf(only);
        except = List.copyOf(except);
        elsewhere = List.copyOf(elsewhere);
    }

    /** Without duties in other plans. */
    public Availability(List<Period> only, List<Period> except) {
        this(only, except, List.of());
    }

    /** Returns the availability without restrictions. */
    public static Availability always() {
        return new Availability(List.of(), List.of());
    }

    /** Returns {@link #always()}, the default when a file does not specify an availability. */
    public static Availability defaults() {
        return always();
    }

    /** Returns this availability without some times; those that are excepted already are not repeated. */
    public Availability without(List<Period> periods) {
        var all = new LinkedHashSet<>(except);
        all.addAll(periods);
        return new Availability(only, List.copyOf(all), elsewhere);
    }

    /** Returns this availability as if there were no other plans. */
    public Availability withoutElsewhere() {
        return new Availability(only, except);
    }

    /** Returns the intervals of duties in other plans in a horizon plus one day before and after it, in order. They neither overlap nor touch. */
    public List<Interval> elsewhereIntervals(Horizon horizon) {
        var busy = new ArrayList<Interval>();
        elsewhere.forEach(period -> busy.addAll(period.intervals(horizon)));
        return merge(busy);
    }

    /** Returns the intervals of unavailability in a horizon plus one day before and after it, in order. They neither overlap nor touch. */
    public List<Interval> unavailableIntervals(Horizon horizon) {
        var not = new ArrayList<Interval>();
        except.forEach(period -> not.addAll(period.intervals(horizon)));
        not.addAll(elsewhereIntervals(horizon));
        if (!only.isEmpty()) {
            var can = new ArrayList<Interval>();
            only.forEach(period -> can.addAll(period.intervals(horizon)));
            not.addAll(gapsBetween(merge(can), horizon));
        }
        return merge(not);
    }

    /** Returns the weeks of a horizon in which no minute is available. */
    public SortedSet<IsoWeek> weeksAway(Horizon horizon) {
        List<Interval> not = unavailableIntervals(horizon).stream()
                .filter(one -> one.minutes() >= SHORTEST_WEEK)
                .toList();
        if (not.isEmpty()) {
            return Collections.emptySortedSet();
        }
        return horizon.allWeeks().stream()
                .filter(week -> new Period(
                                week.date(DayOfWeek.MONDAY),
                                week.date(DayOfWeek.SUNDAY),
                                Collections.emptySortedSet(),
                                null,
                                null)
                        .intervals(horizon).stream()
                                .allMatch(day -> not.stream()
                                        .anyMatch(one -> one.start() <= day.start() && day.end() <= one.end())))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Interval> gapsBetween(List<Interval> can, Horizon horizon) {
        var whole = new Period(
                horizon.firstDay().minusDays(1),
                horizon.lastDay().plusDays(1),
                Collections.emptySortedSet(),
                null,
                null);
        var days = whole.intervals(horizon);
        long from = days.getFirst().start();
        var gaps = new ArrayList<Interval>();
        for (Interval free : can) {
            if (free.start() > from) {
                gaps.add(new Interval(from, free.start()));
            }
            from = Math.max(from, free.end());
        }
        if (from < days.getLast().end()) {
            gaps.add(new Interval(from, days.getLast().end()));
        }
        return gaps;
    }

    private static List<Interval> merge(List<Interval> some) {
        var sorted = new ArrayList<>(some);
        Collections.sort(sorted);
        var result = new ArrayList<Interval>();
        for (Interval next : sorted) {
            if (!result.isEmpty() && next.start() <= result.getLast().end()) {
                Interval last = result.removeLast();
                result.add(new Interval(last.start(), Math.max(last.end(), next.end())));
            } else {
                result.add(next);
            }
        }
        return List.copyOf(result);
    }
}
