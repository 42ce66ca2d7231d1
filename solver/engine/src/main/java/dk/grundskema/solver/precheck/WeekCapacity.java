package dk.grundskema.solver.precheck;

import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.domain.time.Interval;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Predicate;

/** The most that one person can do in a calendar week: what the days allow, the weekly rest leaves and the week's cap permits. */
final class WeekCapacity {
    private final DayCapacity days;

    WeekCapacity(DayCapacity days) {
        this.days = days;
    }

    /** The most for one of the people of a roster in a week, given what they can do on each date, in order. */
    Capacity of(Roster roster, SortedMap<LocalDate, List<Stint>> week) {
        Capacity rested = rested(roster, week);
        Integer hours = roster.rules().hoursPerWeek();
        long facts = roster.factMinutes(week.keySet());
        long allowed = hours == null ? Long.MAX_VALUE : Math.max(0, hours * 60L - facts);
        return rested.atMost(within(Math.min(allowed, roster.left()), week));
    }

    /** The most seats and minutes that fit into so many minutes, the shortest first. */
    static Capacity within(long minutes, SortedMap<LocalDate, List<Stint>> dates) {
        long[] shortest = dates.values().stream()
                .flatMap(List::stream)
                .mapToLong(Stint::least)
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
     * The first run of the week ends with some duty, is not too long, and a weekly rest comes after it: the best of all such
     * weeks. Whether what comes after that rest is in order is left out.
     */
    private Capacity rested(Roster roster, SortedMap<LocalDate, List<Stint>> week) {
        List<Stint> all = week.values().stream().flatMap(List::stream).toList();
        WorkRules rules = roster.rules();
        long first =
                all.stream().mapToLong(stint -> stint.interval().start()).min().orElse(0);
        long last =
                all.stream().mapToLong(stint -> stint.interval().end()).max().orElse(0);
        if (last - first <= rules.longestWeeklyRun()) {
            return sum(roster, week, stint -> true);
        }
        Capacity best = Capacity.NONE;
        for (Stint stint : all) {
            long end = stint.interval().end();
            Predicate<Interval> inRun = other -> other.end() <= end && other.start() >= end - rules.longestWeeklyRun();
            Predicate<Interval> afterRest = other -> other.start() >= end + rules.weeklyRestMinutes();
            best = best.or(sum(roster, week, other -> inRun.or(afterRest).test(other.interval())));
        }
        return best;
    }

    private Capacity sum(Roster roster, SortedMap<LocalDate, List<Stint>> week, Predicate<Stint> possible) {
        Capacity sum = Capacity.NONE;
        for (var day : week.entrySet()) {
            List<Stint> stints = day.getValue().stream().filter(possible).toList();
            sum = sum.plus(days.of(roster, day.getKey(), stints));
        }
        return sum;
    }
}
