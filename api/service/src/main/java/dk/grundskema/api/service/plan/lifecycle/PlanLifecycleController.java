package dk.grundskema.api.service.plan.lifecycle;

import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.RequiresPermission;
import dk.grundskema.api.platform.http.ResultPage;
import dk.grundskema.api.platform.http.VersionTag;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanViewFactory;
import dk.grundskema.api.service.plan.PlanViews.DeletedPlan;
import dk.grundskema.api.service.plan.PlanViews.DeletedPlanPage;
import dk.grundskema.api.service.plan.PlanViews.PlanView;
import dk.grundskema.api.service.plan.RevisionId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** REST operations on plans as a whole. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Plans")
final class PlanLifecycleController {
    private final PlanLifecycle planLifecycle;
    private final PlanViewFactory planViewFactory;

    PlanLifecycleController(PlanLifecycle planLifecycle, PlanViewFactory planViewFactory) {
        this.planLifecycle = planLifecycle;
        this.planViewFactory = planViewFactory;
    }

    /**
     * What a plan is to be called.
     *
     * @param title the title
     */
    record NewTitle(String title) {
        /** @throws dk.grundskema.domain.finding.InvalidValueException if the title is blank or too long */
        NewTitle {
            PlanLifecycle.requireTitle(title);
        }
    }

    @PutMapping("/plans/{plan}/title")
    @RequiresPermission(Permission.PLAN)
    @Operation(operationId = "renamePlan", summary = "Calls a plan something else.")
    ResponseEntity<PlanView> rename(
            @PathVariable PlanId plan,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody NewTitle asked,
            Caller caller) {
        return planViewFactory.respond(
                planLifecycle.rename(plan, VersionTag.parseIfMatch(ifMatch), asked.title(), caller.account()));
    }

    /**
     * Whether a plan is to be in lists.
     *
     * @param archived whether it is to be out of them
     */
    record ArchiveRequest(boolean archived) {}

    @PutMapping("/plans/{plan}/archived")
    @RequiresPermission(Permission.PLAN)
    @Operation(operationId = "archivePlan", summary = "Takes a plan out of lists, or puts it back into them.")
    ResponseEntity<PlanView> archive(
            @PathVariable PlanId plan,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ArchiveRequest asked,
            Caller caller) {
        return planViewFactory.respond(
                planLifecycle.archive(plan, VersionTag.parseIfMatch(ifMatch), asked.archived(), caller.account()));
    }

    /**
     * Whether people are to work by a plan.
     *
     * @param inUse whether they are
     */
    record UsageRequest(boolean inUse) {}

    @PutMapping("/plans/{plan}/in-use")
    @RequiresPermission(Permission.PLAN)
    @Operation(
            operationId = "usePlan",
            summary =
                    "Makes a plan the one of its scenarios that people work by, so that it binds them in other plans; or no longer.")
    ResponseEntity<PlanView> setInUse(
            @PathVariable PlanId plan,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody UsageRequest asked,
            Caller caller) {
        return planViewFactory.respond(
                planLifecycle.setInUse(plan, VersionTag.parseIfMatch(ifMatch), asked.inUse(), caller.account()));
    }

    @DeleteMapping("/plans/{plan}")
    @RequiresPermission(Permission.PLAN)
    @Operation(operationId = "deletePlan", summary = "Takes a plan away; for 30 days it can be had back.")
    ResponseEntity<Void> delete(
            @PathVariable PlanId plan,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        planLifecycle.delete(plan, VersionTag.parseIfMatch(ifMatch), caller.account());
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/plans/{plan}/restore")
    @RequiresPermission(Permission.PLAN)
    @Operation(operationId = "restorePlan", summary = "Has a plan back that was taken away.")
    ResponseEntity<PlanView> restore(@PathVariable PlanId plan, Caller caller) {
        return planViewFactory.respond(planLifecycle.restore(plan, caller.account()));
    }

    @GetMapping("/organisations/{organisation}/deleted-plans")
    @RequiresPermission(Permission.PLAN)
    @Operation(operationId = "listDeletedPlans", summary = "Plans that were taken away and can be had back.")
    DeletedPlanPage listDeleted(
            @PathVariable OrganisationId organisation, @RequestParam(required = false) @Nullable PlanId after) {
        var page = ResultPage.of(planLifecycle.findTrashed(organisation, after, ResultPage.QUERY_LIMIT));
        return new DeletedPlanPage(
                page.map(one ->
                        new DeletedPlan(one.plan().id(), one.plan().title(), one.deleted(), one.restorableUntil())),
                page.nextKey(one -> one.plan().id().value()));
    }

    /**
     * A scenario to be made.
     *
     * @param title    what people call it
     * @param revision the revision that it begins as; {@code null} means the one that the plan is at
     */
    record NewScenario(String title, @Nullable RevisionId revision) {
        /** @throws dk.grundskema.domain.finding.InvalidValueException if the title is blank or too long */
        NewScenario {
            PlanLifecycle.requireTitle(title);
        }
    }

    @PostMapping("/plans/{plan}/scenarios")
    @RequiresPermission(Permission.PLAN)
    @Operation(
            operationId = "createScenario",
            summary = "Makes a plan that begins as a revision of this one and goes its own way.")
    ResponseEntity<PlanView> createScenario(@PathVariable PlanId plan, @RequestBody NewScenario asked, Caller caller) {
        Plan made = planLifecycle.createScenario(plan, asked.title(), asked.revision(), caller.account());
        return ResponseEntity.created(URI.create("/api/v1/plans/" + made.id()))
                .eTag(VersionTag.tag(made.version()))
                .body(planViewFactory.view(made));
    }
}
