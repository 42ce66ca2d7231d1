package dk.grundskema.solver.check;

import dk.grundskema.domain.people.AgreedShortRest;
import dk.grundskema.domain.time.IsoWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Tracks one person's use of the agreed exception from the daily rest: a limited number of times per week, never on two consecutive days. */
final class ShortRestExceptions {
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
