package dk.grundskema.solver.precheck;

import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.people.DutyLimit;
import dk.grundskema.domain.people.FreeDates;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.domain.time.Interval;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * Computes an upper bound on what one person can do in a calendar week, from the days, the weekly rest, the
 * rest between dates, the free dates and the weekly limit.
 */
final class WeekCapacityCalculator {
    /** Maximum number of different times of a date for which rests between dates are tried. */
    private static final int MOST_STINTS = 24;

    private static final Capacity UNLIMITED = new Capacity(Long.MAX_VALUE, Long.MAX_VALUE);

    private final DayCapacityCalculator days;

    WeekCapacityCalculator(DayCapacityCalculator days) {
        this.days = days;
    }

    /**
     * Returns the capacity of one person of a group in a week, given the person's possible stints on each date, in
     * order.
     */
    Capacity capacityOf(StaffCapacityGroup roster, SortedMap<LocalDate, List<SeatInterval>> week) {
        Capacity rested = bestCapacityWithRest(roster, week).min(bestCapacityWithRestBetweenDates(roster, week));
        Long limit = roster.rules().minutesPerWeek();
        long facts = roster.factMinutes(week.keySet());
        long allowed = limit == null ? Long.MAX_VALUE : Math.max(0, limit - facts);
        return rested.min(capacityWithin(Math.min(allowed, roster.left()), week));
    }

    /** Returns the maximum seats and minutes that fit into the given minutes, taking the shortest stints first. */
    static Capacity capacityWithin(long minutes, SortedMap<LocalDate, List<SeatInterval>> dates) {
        long[] shortest = dates.values().stream()
                .flatMap(List::stream)
                .mapToLong(SeatInterval::least)
                .sorted()
                .toArray();
        int seats = 0;
        long used = 0;
        while (seats < shortest.length && used + shortest[seats] <= minutes) {
            used += shortest[seats++];
        }
        return new Capacity(seats, minutes);
    }

    /**
     * Tries each duty as the end of the week's first run, which is not too long and is followed by a weekly rest, and
     * returns the best capacity. The duties after that rest are not limited further.
     */
    private Capacity bestCapacityWithRest(StaffCapacityGroup roster, SortedMap<LocalDate, List<SeatInterval>> week) {
        List<SeatInterval> all = week.values().stream().flatMap(List::stream).toList();
        WorkRules rules = roster.rules();
        long first =
                all.stream().mapToLong(stint -> stint.interval().start()).min().orElse(0);
        long last =
                all.stream().mapToLong(stint -> stint.interval().end()).max().orElse(0);
        if (last - first <= rules.longestWeeklyRun()) {
            return sumOfDays(roster, week, stint -> true);
        }
        Capacity best = Capacity.NONE;
        for (SeatInterval stint : all) {
            long end = stint.interval().end();
            Predicate<Interval> inRun = other -> other.end() <= end && other.start() >= end - rules.longestWeeklyRun();
            Predicate<Interval> afterRest = other -> other.start() >= end + rules.weeklyRestMinutes();
            best = best.max(sumOfDays(roster, week, other -> inRun.or(afterRest).test(other.interval())));
        }
        return best;
    }

    /**
     * Returns the best capacity if the first duty of a date begins a rest after the last duty of the date before: for each end of the duties so far,
     * the best of the dates until then. People with lessons may have less rest; dates with many duties are not tried.
     */
    private Capacity bestCapacityWithRestBetweenDates(
            StaffCapacityGroup roster, SortedMap<LocalDate, List<SeatInterval>> week) {
        DutyLimit rest = roster.rules().restBetweenDates();
        if (rest == null
                || rest.level() != Level.HARD
                || !roster.facts().isEmpty()
                || week.values().stream().anyMatch(stints -> stints.size() > MOST_STINTS)) {
            return UNLIMITED;
        }
        long shortest = rest.minutes();
        Map<Long, Capacity> bestByEnd = new HashMap<>(Map.of(Long.MIN_VALUE / 2, Capacity.NONE));
        week.forEach((date, stints) -> {
            Map<List<SeatInterval>, Capacity> bestBefore = new HashMap<>();
            bestByEnd.forEach((end, best) -> bestBefore.merge(
                    stints.stream()
                            .filter(stint -> stint.interval().start() >= end + shortest)
                            .toList(),
                    best,
                    Capacity::max));
            bestBefore.forEach((possible, before) -> possible.stream()
                    .map(stint -> stint.interval().end())
                    .distinct()
                    .forEach(end -> bestByEnd.merge(
                            end,
                            before.plus(days.capacityOf(
                                    roster,
                                    date,
                                    possible.stream()
                                            .filter(stint -> stint.interval().end() <= end)
                                            .toList())),
                            Capacity::max)));
        });
        return bestByEnd.values().stream().reduce(Capacity.NONE, Capacity::max);
    }

    private Capacity sumOfDays(
            StaffCapacityGroup roster,
            SortedMap<LocalDate, List<SeatInterval>> week,
            Predicate<SeatInterval> possible) {
        List<Capacity> capacities = week.entrySet().stream()
                .map(day -> days.capacityOf(
                        roster,
                        day.getKey(),
                        day.getValue().stream().filter(possible).toList()))
                .toList();
        long dates = mostDates(roster);
        return new Capacity(
                sumOfMost(capacities, Capacity::seats, dates), sumOfMost(capacities, Capacity::minutes, dates));
    }

    /** Returns the most dates of a week that free dates leave; people with lessons may have fewer free dates than that. */
    private static long mostDates(StaffCapacityGroup roster) {
        FreeDates free = roster.rules().freeDates();
        return free == null || free.level() != Level.HARD || !roster.facts().isEmpty() ? 7 : 7L - free.perWeek();
    }

    private static long sumOfMost(List<Capacity> days, ToLongFunction<Capacity> part, long dates) {
        return days.stream()
                .map(part::applyAsLong)
                .sorted(Comparator.reverseOrder())
                .limit(dates)
                .mapToLong(Long::longValue)
                .sum();
    }
}
