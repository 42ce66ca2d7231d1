package dk.grundskema.api.service.solve;

import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.RequiresPermission;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.solve.SolveViews.PrecheckView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** REST operations to check a plan before it is solved. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Solves")
final class PrecheckController {
    private final PlanStore plans;
    private final SolvePreviewer solvePreviewer;

    PrecheckController(PlanStore plans, SolvePreviewer solvePreviewer) {
        this.plans = plans;
        this.solvePreviewer = solvePreviewer;
    }

    @PostMapping("/plans/{plan}/precheck")
    @RequiresPermission(Permission.READ)
    @Operation(operationId = "precheckPlan", summary = "What is impossible or short in the plan, by counting.")
    PrecheckView precheck(@PathVariable PlanId plan, Caller caller) {
        return solvePreviewer.precheck(plans.get(plan), caller);
    }
}
