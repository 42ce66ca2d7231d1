package dk.grundskema.solver.check;

import dk.grundskema.domain.people.AgreedShortRest;
import dk.grundskema.domain.people.DutyLimit;
import dk.grundskema.domain.people.FreeDates;
import dk.grundskema.domain.people.WorkRules;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Combines the working-time rules of several interventions. A person who takes part in several is entitled to the strictest value of each
 * component.
 */
public final class StrictestWorkRules {
    private StrictestWorkRules() {}

    /** Returns the stricter of two rules, component by component; an agreed exception holds only if both have one. */
    public static WorkRules of(WorkRules one, WorkRules other) {
        return new WorkRules(
                Math.max(one.dailyRestHours(), other.dailyRestHours()),
                Math.max(one.weeklyRestHours(), other.weeklyRestHours()),
                shortRest(one.agreedShortRest(), other.agreedShortRest()),
                stricter(one.hoursPerDay(), other.hoursPerDay(), Comparator.naturalOrder()),
                stricter(one.hoursPerWeek(), other.hoursPerWeek(), Comparator.naturalOrder()),
                Math.min(one.averageHoursPerWeek(), other.averageHoursPerWeek()),
                Math.min(one.referenceWeeks(), other.referenceWeeks()),
                one.eveningStarts().isBefore(other.eveningStarts()) ? one.eveningStarts() : other.eveningStarts(),
                one.nightStarts().isBefore(other.nightStarts()) ? one.nightStarts() : other.nightStarts(),
                one.nightEnds().isAfter(other.nightEnds()) ? one.nightEnds() : other.nightEnds(),
                stricter(one.longestDay(), other.longestDay(), DutyLimit.STRICTEST_MAXIMUM),
                stricter(one.restBetweenDates(), other.restBetweenDates(), DutyLimit.STRICTEST_MINIMUM),
                stricter(one.freeDates(), other.freeDates(), FreeDates.STRICTEST));
    }

    /** An exception holds only if all agreed to it. */
    private static @Nullable AgreedShortRest shortRest(@Nullable AgreedShortRest one, @Nullable AgreedShortRest other) {
        if (one == null || other == null) {
            return null;
        }
        return new AgreedShortRest(
                Math.max(one.hours(), other.hours()), Math.min(one.timesAWeek(), other.timesAWeek()), one.agreedBy());
    }

    private static <T> @Nullable T stricter(@Nullable T one, @Nullable T other, Comparator<T> strictestFirst) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return strictestFirst.compare(one, other) <= 0 ? one : other;
    }
}
