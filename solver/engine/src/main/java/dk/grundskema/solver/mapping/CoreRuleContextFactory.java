package dk.grundskema.solver.mapping;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.EffectiveWorkRules;
import dk.grundskema.solver.rules.CoreRuleContext;
import dk.grundskema.solver.rules.MembershipWeeks;
import dk.grundskema.solver.rules.SupportOffer;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Creates the context of the core rules. */
public final class CoreRuleContextFactory {
    private CoreRuleContextFactory() {}

    /** Creates the context without support offers, with an optional earlier timetable to stay close to. */
    public static CoreRuleContext create(Blueprint blueprint, @Nullable Timetable reference) {
        return create(blueprint, Map.of(), MembershipWeeks.inNewPlan(blueprint.problem()), reference);
    }

    /**
     * Creates the context with the support that each intervention offers, the weeks of memberships, and an optional earlier timetable to stay close to.
     */
    public static CoreRuleContext create(
            Blueprint blueprint,
            Map<InterventionId, SupportOffer> offers,
            MembershipWeeks weeks,
            @Nullable Timetable reference) {
        Map<SessionId, Integer> asked = new HashMap<>();
        for (Demand demand : blueprint.demands()) {
            demand.seats().forEach(seat -> seat.sessions().forEach(id -> asked.merge(id, 1, Integer::sum)));
        }
        Map<StaffId, WorkRules> work = new HashMap<>();
        blueprint.staff().forEach(one -> work.put(one.id(), EffectiveWorkRules.of(one, blueprint)));
        return new CoreRuleContext(
                blueprint.problem(),
                blueprint.sessions(),
                blueprint.seats(),
                asked,
                blueprint.demands().stream()
                        .flatMap(one -> one.groupings().stream())
                        .toList(),
                blueprint.memberships(),
                weeks,
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
}
