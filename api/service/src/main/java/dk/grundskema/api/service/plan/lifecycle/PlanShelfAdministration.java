package dk.grundskema.api.service.plan.lifecycle;

import dk.grundskema.api.service.access.Caller;
import dk.grundskema.api.service.access.OrganisationId;
import dk.grundskema.api.service.http.ResultPage;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.lifecycle.PlanLifecycleController.NewTitle;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Lists and changes an organisation's plans as a whole, for pages. */
@Component
public class PlanShelfAdministration {
    /** Most plans shown of each list. */
    public static final int MAX_PLANS = 200;

    private final PlanStore plans;
    private final PlanLifecycle planLifecycle;

    PlanShelfAdministration(PlanStore plans, PlanLifecycle planLifecycle) {
        this.plans = plans;
        this.planLifecycle = planLifecycle;
    }

    /**
     * A deleted plan that can be restored.
     *
     * @param id    id
     * @param title title
     * @param until until when it can be restored
     */
    public record RestorablePlan(PlanId id, String title, Instant until) {}

    /** Returns up to {@link #MAX_PLANS} listed plans. */
    public ResultPage<Plan> listPlans(OrganisationId organisation) {
        return ResultPage.of(plans.findListed(organisation, null, MAX_PLANS + 1), MAX_PLANS);
    }

    /** Returns up to {@link #MAX_PLANS} archived plans. */
    public ResultPage<Plan> archived(OrganisationId organisation) {
        return ResultPage.of(planLifecycle.findArchived(organisation, null, MAX_PLANS + 1), MAX_PLANS);
    }

    /** Returns up to {@link #MAX_PLANS} plans that can be restored. */
    public ResultPage<RestorablePlan> restorable(OrganisationId organisation) {
        List<RestorablePlan> found = planLifecycle.findTrashed(organisation, null, MAX_PLANS + 1).stream()
                .map(one -> new RestorablePlan(one.plan().id(), one.plan().title(), one.restorableUntil()))
                .toList();
        return ResultPage.of(found, MAX_PLANS);
    }

    /**
     * Renames a plan; throws as {@link PlanStore#change}.
     *
     * @throws dk.grundskema.domain.finding.InvalidValueException if the title is invalid
     */
    public void rename(PlanId plan, long version, String title, Caller caller) {
        planLifecycle.rename(plan, version, new NewTitle(title).title(), caller.account());
    }

    /** Archives a plan, or returns it to the lists; throws as {@link PlanStore#change}. */
    public void archive(PlanId plan, long version, boolean isArchived, Caller caller) {
        planLifecycle.archive(plan, version, isArchived, caller.account());
    }

    /** Deletes a plan; throws as {@link PlanStore#change}. */
    public void delete(PlanId plan, long version, Caller caller) {
        planLifecycle.delete(plan, version, caller.account());
    }

    /** Restores a deleted plan; throws as {@link PlanLifecycle#restore}. */
    public Plan restore(PlanId plan, Caller caller) {
        return planLifecycle.restore(plan, caller.account());
    }
}
