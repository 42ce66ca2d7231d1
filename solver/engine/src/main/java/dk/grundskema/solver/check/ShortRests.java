package dk.grundskema.solver.check;

import dk.grundskema.domain.people.AgreedShortRest;
import dk.grundskema.domain.time.IsoWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** How often one person's agreed exception from the daily rest was used: so many times a week, never two days running. */
final class ShortRests {
    private final AgreedShortRest agreed;
    private final List<LocalDate> used = new ArrayList<>();

    ShortRests(AgreedShortRest agreed) {
        this.agreed = agreed;
    }

    /** Whether a rest before the next duty is long enough for the exception. */
    boolean isEnough(long restMinutes) {
        return restMinutes >= agreed.hours() * 60L;
    }

    /** Uses the exception for a rest that ends on a date, if it is free then. */
    boolean use(LocalDate date) {
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
