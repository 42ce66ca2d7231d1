package dk.grundskema.solver.precheck;

import dk.grundskema.domain.people.AgreedShortRest;
import dk.grundskema.domain.people.WorkRules;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The most that one person can do on a day: one thing at a time, no stretch longer than the daily rest leaves, no more hours
 * than a day may have. What came the day before and comes the day after is left out.
 */
final class DayCapacity {
    private record Case(List<Stint> stints, WorkRules rules, long facts) {}

    private final Map<Case, Capacity> known = new HashMap<>();

    /** The most for one of the people of a roster on a date, given what they can do, in order. */
    Capacity of(Roster roster, LocalDate date, List<Stint> stints) {
        long facts = roster.facts().getOrDefault(date, 0L);
        return stints.isEmpty()
                ? Capacity.NONE
                : known.computeIfAbsent(new Case(stints, roster.rules(), facts), DayCapacity::count);
    }

    private static Capacity count(Case day) {
        Integer hours = day.rules().hoursPerDay();
        long allowed = hours == null ? Long.MAX_VALUE : Math.max(0, hours * 60L - day.facts());
        Ways all = Ways.none();
        for (Ways ways : waysEndingWith(day)) {
            all = all.or(ways);
        }
        return new Capacity(all.mostSeatsWithin(allowed), Math.min(all.longest(), allowed));
    }

    /** For each stint, all legal ways to spend the day that end with it. */
    private static Ways[] waysEndingWith(Case day) {
        int size = day.stints().size();
        var ending = new Ways[size];
        var inPiece = new Ways[size][size];
        for (int last = 0; last < size; last++) {
            ending[last] = Ways.none();
            for (int first = 0; first <= last; first++) {
                Ways ways = first == last ? beginning(day, last, ending) : continuing(day, last, inPiece[first], first);
                boolean fits = day.stints().get(last).interval().end()
                                - day.stints().get(first).interval().start()
                        <= day.rules().longestDailyRun();
                inPiece[first][last] = fits ? ways.with(day.stints().get(last)) : Ways.none();
                ending[last] = ending[last].or(inPiece[first][last]);
            }
        }
        return ending;
    }

    /** A new piece begins the day, or comes after a rest that is long enough, if only by agreement. */
    private static Ways beginning(Case day, int next, Ways[] ending) {
        AgreedShortRest agreed = day.rules().agreedShortRest();
        long shortest = agreed == null ? day.rules().dailyRestMinutes() : agreed.hours() * 60L;
        Ways ways = Ways.ofNothing();
        for (int before = 0; before < next; before++) {
            if (restBetween(day, before, next) >= shortest) {
                ways = ways.or(ending[before]);
            }
        }
        return ways;
    }

    private static Ways continuing(Case day, int next, Ways[] piece, int first) {
        Ways ways = Ways.none();
        for (int before = first; before < next; before++) {
            if (restBetween(day, before, next) >= 0) {
                ways = ways.or(piece[before]);
            }
        }
        return ways;
    }

    private static long restBetween(Case day, int before, int next) {
        return day.stints().get(next).interval().start()
                - day.stints().get(before).interval().end();
    }
}
