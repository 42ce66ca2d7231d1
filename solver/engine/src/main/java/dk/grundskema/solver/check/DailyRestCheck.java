package dk.grundskema.solver.check;

import dk.grundskema.domain.finding.Figure;
import dk.grundskema.domain.people.AgreedShortRest;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.domain.time.IsoWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks the daily rest. Duties separated by less than a daily rest form a run, and no run may exceed 24 hours less that rest. */
final class DailyRestCheck implements CoreCheck {
    /** Minutes within which the rest is required. */
    static final long PERIOD = 24 * 60;

    @Override
    public void check(CheckedPlan plan, CoreViolations faults) {
        for (var person : plan.staff()) {
            WorkRules rules = plan.workRules(person);
            List<Duty> work = plan.timelines().workOf(person.id());
            for (DutyRun piece : runsBetweenDailyRests(work, rules)) {
                long over = piece.minutesOver(rules.longestDailyRun());
                if (over <= 0) {
                    continue;
                }
                long missing = piece.missingRest(work, PERIOD, rules.dailyRestMinutes());
                faults.hard(
                        "core.daily-rest",
                        over,
                        person.id(),
                        plan.toLocalDateTime(piece.start()),
                        plan.toLocalDateTime(piece.end()),
                        Figure.ofMinutes(rules.dailyRestMinutes() - missing),
                        Figure.ofMinutes(rules.dailyRestMinutes()),
                        Figure.ofMinutes(missing));
            }
        }
    }

    /** Splits work into runs that are separated by sufficient rest. */
    static List<DutyRun> runsBetweenDailyRests(List<Duty> duties, WorkRules rules) {
        AgreedShortRest agreed = rules.agreedShortRest();
        ShortRestExceptions exceptions = agreed == null ? null : new ShortRestExceptions(agreed);
        var pieces = new ArrayList<DutyRun>();
        for (Duty next : duties) {
            if (pieces.isEmpty() || endsBefore(next, pieces.getLast(), rules, exceptions)) {
                pieces.add(DutyRun.of(next));
            } else {
                pieces.add(pieces.removeLast().with(next));
            }
        }
        return pieces;
    }

    private static boolean endsBefore(
            Duty next, DutyRun piece, WorkRules rules, @Nullable ShortRestExceptions exceptions) {
        long rest = piece.restBefore(next);
        if (rest >= rules.dailyRestMinutes()) {
            return true;
        }
        if (exceptions == null || !exceptions.isEnough(rest)) {
            return false;
        }
        boolean needed = piece.with(next).minutes() > rules.longestDailyRun();
        return needed && exceptions.tryUse(next.date());
    }

    /** Tracks one person's use of the agreed exception from the daily rest: a limited number of times per week, never on two consecutive days. */
    private static final class ShortRestExceptions {
        private final AgreedShortRest agreed;
        private final List<LocalDate> used = new ArrayList<>();

        ShortRestExceptions(AgreedShortRest agreed) {
            this.agreed = agreed;
        }

        /** Returns whether a rest before the next duty is long enough for the exception. */
        boolean isEnough(long restMinutes) {
            return restMinutes >= agreed.hours() * 60L;
        }

        /** Uses the exception for a rest that ends on a date, if it is available; returns whether it was. */
        boolean tryUse(LocalDate date) {
            long inWeek = used.stream()
                    .filter(earlier -> IsoWeek.of(earlier).equals(IsoWeek.of(date)))
                    .count();
            boolean free = inWeek < agreed.timesAWeek() && !used.contains(date) && !used.contains(date.minusDays(1));
            if (free) {
                used.add(date);
            }
            return free;
        }
    }
}
