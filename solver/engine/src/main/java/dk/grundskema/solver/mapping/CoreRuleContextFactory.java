package dk.grundskema.solver.mapping;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.AgreedShortRest;
import dk.grundskema.domain.people.DutyLimit;
import dk.grundskema.domain.people.FreeDates;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.rules.CoreRuleContext;
import dk.grundskema.solver.rules.SupportOffer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Creates the context of the core rules. */
public final class CoreRuleContextFactory {
    private CoreRuleContextFactory() {}

    /** Creates the context without support offers, with an optional earlier timetable to stay close to. */
    public static CoreRuleContext create(Blueprint blueprint, @Nullable Timetable reference) {
        return create(blueprint, Map.of(), reference);
    }

    /**
     * Creates the context with the support that each intervention offers, and an optional earlier timetable to stay
     * close to.
     */
    public static CoreRuleContext create(
            Blueprint blueprint, Map<InterventionId, SupportOffer> offers, @Nullable Timetable reference) {
        Map<SessionId, Integer> asked = new HashMap<>();
        for (Demand demand : blueprint.demands()) {
            demand.seats().forEach(seat -> seat.sessions().forEach(id -> asked.merge(id, 1, Integer::sum)));
        }
        Map<StaffId, WorkRules> work = new HashMap<>();
        blueprint.staff().forEach(one -> work.put(one.id(), effectiveWorkRules(one, blueprint)));
        return new CoreRuleContext(
                blueprint.problem(),
                blueprint.sessions(),
                blueprint.seats(),
                asked,
                blueprint.demands().stream()
                        .flatMap(one -> one.groupings().stream())
                        .toList(),
                blueprint.memberships(),
                blueprint.demands().stream()
                        .flatMap(one -> one.tasks().stream())
                        .toList(),
                blueprint.demands().stream()
                        .flatMap(one -> one.exclusions().stream())
                        .toList(),
                work,
                offers,
                reference);
    }

    /** Returns a staff member's own work rules, else the strictest ones of the interventions, else the problem's. */
    private static WorkRules effectiveWorkRules(StaffMember one, Blueprint blueprint) {
        if (one.work() != null) {
            return one.work();
        }
        List<WorkRules> asked = blueprint.demands().stream()
                .map(demand -> demand.work().get(one.id()))
                .filter(Objects::nonNull)
                .toList();
        return asked.stream()
                .reduce(CoreRuleContextFactory::strictest)
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
