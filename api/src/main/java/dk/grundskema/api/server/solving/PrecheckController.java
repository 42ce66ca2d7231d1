package dk.grundskema.api.server.solving;

import dk.grundskema.api.server.identity.Caller;
import dk.grundskema.api.server.identity.Needs;
import dk.grundskema.api.server.identity.Permission;
import dk.grundskema.api.server.plans.Plan;
import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.api.server.plans.Plans;
import dk.grundskema.api.server.solving.SolveViews.PrecheckView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What can be said before anything is solved, over REST. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Solves")
final class PrecheckController {
    private final Plans plans;
    private final Foresight foresight;

    PrecheckController(Plans plans, Foresight foresight) {
        this.plans = plans;
        this.foresight = foresight;
    }

    @PostMapping("/plans/{plan}/precheck")
    @Needs(Permission.READ)
    @Operation(operationId = "precheckPlan", summary = "What is impossible or short in the plan, by counting.")
    PrecheckView precheck(@PathVariable PlanId plan, Caller caller) {
        Plan found = plans.get(plan);
        return foresight.precheck(found, SolveController.sees(caller, found.organisation()));
    }
}
