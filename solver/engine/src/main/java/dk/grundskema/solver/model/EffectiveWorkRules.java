package dk.grundskema.solver.model;

import dk.grundskema.domain.people.AgreedShortRest;
import dk.grundskema.domain.people.DutyLimit;
import dk.grundskema.domain.people.FreeDates;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.WorkRules;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The working-time rules that apply to a staff member in a search. */
public final class EffectiveWorkRules {
    private EffectiveWorkRules() {}

    /** Returns a staff member's own work rules, else the strictest ones of the interventions, else the problem's. */
    public static WorkRules of(StaffMember one, Blueprint blueprint) {
        if (one.work() != null) {
            return one.work();
        }
        List<WorkRules> asked = blueprint.demands().stream()
                .map(demand -> demand.work().get(one.id()))
                .filter(Objects::nonNull)
                .toList();
        return asked.stream()
                .reduce(EffectiveWorkRules::strictest)
                .orElse(blueprint.problem().work());
    }

    private static WorkRules strictest(WorkRules a, WorkRules b) {
        return new WorkRules(
                Math.max(a.dailyRestHours(), b.dailyRestHours()),
                Math.max(a.weeklyRestHours(), b.weeklyRestHours()),
                strictest(a.agreedShortRest(), b.agreedShortRest()),
                stricter(a.hoursPerDay(), b.hoursPerDay(), Comparator.naturalOrder()),
                stricter(a.hoursPerWeek(), b.hoursPerWeek(), Comparator.naturalOrder()),
                Math.min(a.averageHoursPerWeek(), b.averageHoursPerWeek()),
                Math.min(a.referenceWeeks(), b.referenceWeeks()),
                a.eveningStarts().isBefore(b.eveningStarts()) ? a.eveningStarts() : b.eveningStarts(),
                a.nightStarts().isBefore(b.nightStarts()) ? a.nightStarts() : b.nightStarts(),
                a.nightEnds().isAfter(b.nightEnds()) ? a.nightEnds() : b.nightEnds(),
                stricter(a.longestDay(), b.longestDay(), DutyLimit.STRICTEST_MAXIMUM),
                stricter(a.restBetweenDates(), b.restBetweenDates(), DutyLimit.STRICTEST_MINIMUM),
                stricter(a.freeDates(), b.freeDates(), FreeDates.STRICTEST));
    }

    private static @Nullable AgreedShortRest strictest(@Nullable AgreedShortRest a, @Nullable AgreedShortRest b) {
        return a == null || b == null
                ? null
                : new AgreedShortRest(
                        Math.max(a.hours(), b.hours()), Math.min(a.timesAWeek(), b.timesAWeek()), a.agreedBy());
    }

    private static <T> @Nullable T stricter(@Nullable T a, @Nullable T b, Comparator<T> strictestFirst) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return strictestFirst.compare(a, b) <= 0 ? a : b;
    }
}
