package dk.grundskema.solver.precheck;

import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.people.AgreedShortRest;
import dk.grundskema.domain.people.DutyLimit;
import dk.grundskema.domain.people.WorkRules;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Computes an upper bound on what one person can do on a day: one duty at a time, no run longer than the daily rest
 * and the longest day allow, no more hours than the daily limit. Ignores the previous and the next day.
 */
final class DayCapacityCalculator {
    private record DayCase(List<SeatInterval> stints, WorkRules rules, long facts) {}

    private final Map<DayCase, Capacity> capacityByCase = new HashMap<>();

    /** Returns the capacity of one person of a group on a date, given the person's possible stints in order. */
    Capacity capacityOf(StaffCapacityGroup roster, LocalDate date, List<SeatInterval> stints) {
        long facts = roster.facts().getOrDefault(date, 0L);
        return stints.isEmpty()
                ? Capacity.NONE
                : capacityByCase.computeIfAbsent(
                        new DayCase(stints, roster.rules(), facts), DayCapacityCalculator::calculate);
    }

    private static Capacity calculate(DayCase day) {
        Long limit = day.rules().minutesPerDay();
        long allowed = limit == null ? Long.MAX_VALUE : Math.max(0, limit - day.facts());
        PartialDaySchedules all = PartialDaySchedules.noSchedule();
        for (PartialDaySchedules ways : waysEndingWith(day)) {
            all = all.union(ways);
        }
        return new Capacity(all.mostSeatsWithin(allowed), Math.min(all.longest(), allowed));
    }

    /** Returns for each stint all legal schedules of the day that end with it. */
    private static PartialDaySchedules[] waysEndingWith(DayCase day) {
        int size = day.stints().size();
        var ending = new PartialDaySchedules[size];
        var inPiece = new PartialDaySchedules[size][size];
        for (int last = 0; last < size; last++) {
            ending[last] = PartialDaySchedules.noSchedule();
            for (int first = 0; first <= last; first++) {
                PartialDaySchedules ways = first == last
                        ? startingPiece(day, last, ending)
                        : continuingPiece(day, last, inPiece[first], first);
                boolean fits = day.stints().get(last).interval().end()
                                - day.stints().get(first).interval().start()
                        <= longestStretch(day);
                inPiece[first][last] = fits ? ways.append(day.stints().get(last)) : PartialDaySchedules.noSchedule();
                ending[last] = ending[last].union(inPiece[first][last]);
            }
        }
        return ending;
    }

    /** The longest day limits a run only on a date without lessons, because those may take longer by themselves. */
    private static long longestStretch(DayCase day) {
        DutyLimit limit = day.rules().longestDay();
        long longestRun = day.rules().longestDailyRun();
        return limit == null || limit.level() != Level.HARD || day.facts() > 0
                ? longestRun
                : Math.min(limit.minutes(), longestRun);
    }

    /** A new run begins the day, or follows a sufficient rest, at least the agreed short one. */
    private static PartialDaySchedules startingPiece(DayCase day, int next, PartialDaySchedules[] ending) {
        AgreedShortRest agreed = day.rules().agreedShortRest();
        long shortest = agreed == null ? day.rules().dailyRestMinutes() : agreed.hours() * 60L;
        PartialDaySchedules ways = PartialDaySchedules.emptySchedule();
        for (int before = 0; before < next; before++) {
            if (restBetween(day, before, next) >= shortest) {
                ways = ways.union(ending[before]);
            }
        }
        return ways;
    }

    private static PartialDaySchedules continuingPiece(DayCase day, int next, PartialDaySchedules[] piece, int first) {
        PartialDaySchedules ways = PartialDaySchedules.noSchedule();
        for (int before = first; before < next; before++) {
            if (restBetween(day, before, next) >= 0) {
                ways = ways.union(piece[before]);
            }
        }
        return ways;
    }

    private static long restBetween(DayCase day, int before, int next) {
        return day.stints().get(next).interval().start()
                - day.stints().get(before).interval().end();
    }
}
