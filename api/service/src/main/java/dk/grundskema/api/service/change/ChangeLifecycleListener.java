package dk.grundskema.api.service.change;

import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanLifecycleListener;
import org.springframework.stereotype.Component;

/**
 * Deletes the previews of plans that are moved to the trash, anonymised or purged, because their documents refer to people. A process that still plans one
 * notices that it is gone, and stops.
 */
@Component
final class ChangeLifecycleListener implements PlanLifecycleListener {
    private final ChangePreviewRepository previews;

    ChangeLifecycleListener(ChangePreviewRepository previews) {
        this.previews = previews;
    }

    @Override
    public void onMoveToTrash(PlanId plan) {
        onForgetPeople(plan);
    }

    @Override
    public void onForgetPeople(PlanId plan) {
        previews.findByPlan(plan).forEach(previews::delete);
    }

    @Override
    public void onPurge(PlanId plan) {
        onForgetPeople(plan);
    }
}
