package dk.grundskema.api.service.plan.history;

import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.RequiresPermission;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** REST operation that returns the status of a plan. It has no entity tag, because absences and other plans change it without a new version. */
@RestController
@RequestMapping("/api/v1/plans/{plan}/status")
@Tag(name = "Plans")
final class PlanStatusController {
    private final PlanStore plans;
    private final PlanStatusPresenter presenter;

    PlanStatusController(PlanStore plans, PlanStatusPresenter presenter) {
        this.plans = plans;
        this.presenter = presenter;
    }

    @GetMapping
    @RequiresPermission(Permission.READ)
    @Operation(
            operationId = "getPlanStatus",
            summary =
                    "Whether a plan holds: its conflicts, open seats, shortfalls, what is not planned, and what unmet wishes cost.")
    PlanStatusView status(@PathVariable PlanId plan) {
        return presenter.view(plans.revision(plans.get(plan).head())).orElseThrow(RefusalException::notFound);
    }
}
