package dk.grundskema.api.service.change;

import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.RequiresPermission;
import dk.grundskema.api.platform.http.VersionTag;
import dk.grundskema.api.service.change.ChangeAdministration.KeptPlan;
import dk.grundskema.api.service.change.ChangeViews.ChangePreviewView;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.PlanViewFactory;
import dk.grundskema.api.service.plan.PlanViews.PlanView;
import dk.grundskema.domain.finding.Default;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** REST operations to change a plan in use at a moment: previewed first, then kept or discarded. */
@RestController
@RequestMapping("/api/v1/plans/{plan}/changes")
@Tag(name = "Changes")
final class ChangeController {
    private final PlanStore plans;
    private final ChangeAdministration changeAdministration;
    private final ChangePreviewRepository previews;
    private final ChangeViewFactory changeViewFactory;
    private final PlanViewFactory planViewFactory;

    ChangeController(
            PlanStore plans,
            ChangeAdministration changeAdministration,
            ChangePreviewRepository previews,
            ChangeViewFactory changeViewFactory,
            PlanViewFactory planViewFactory) {
        this.plans = plans;
        this.changeAdministration = changeAdministration;
        this.previews = previews;
        this.changeViewFactory = changeViewFactory;
        this.planViewFactory = planViewFactory;
    }

    @PostMapping
    @RequiresPermission(Permission.EDIT)
    @ApiResponse(responseCode = "202")
    @Operation(
            operationId = "previewChange",
            summary = "Plans a change of a plan in use at a moment, to be looked at; the plan stays as it is.")
    ResponseEntity<ChangePreviewView> preview(@PathVariable PlanId plan, @RequestBody NewChange asked, Caller caller) {
        StoredPreview made = changeAdministration.start(plan, asked, List.of(), caller);
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/plans/" + plan + "/changes/" + made.id()))
                .body(changeViewFactory.view(plans.get(plan), made, caller));
    }

    /** @param change id of the preview */
    @GetMapping("/{change}")
    @RequiresPermission(Permission.EDIT)
    @Operation(operationId = "getChange", summary = "The preview of a change, and how it stands.")
    ChangePreviewView get(@PathVariable PlanId plan, @PathVariable String change, Caller caller) {
        Plan found = plans.get(plan);
        return changeViewFactory.view(found, previews.get(found.id(), change), caller);
    }

    /**
     * Which plan of a preview is kept.
     *
     * @param which the one with the least change, or the one made afresh
     */
    record ChangeToKeep(@Default("\"LEAST\"") KeptPlan which) {}

    /** @param change id of the preview */
    @PostMapping("/{change}/keep")
    @RequiresPermission(Permission.EDIT)
    @Operation(
            operationId = "keepChange",
            summary = "Keeps a previewed change as one step, which can be undone; then its preview is gone.")
    ResponseEntity<PlanView> keep(
            @PathVariable PlanId plan,
            @PathVariable String change,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ChangeToKeep asked,
            Caller caller) {
        long version = VersionTag.parseIfMatch(ifMatch);
        return planViewFactory.respond(changeAdministration.keep(plan, change, version, asked.which(), caller));
    }

    /** @param change id of the preview */
    @DeleteMapping("/{change}")
    @RequiresPermission(Permission.EDIT)
    @Operation(operationId = "discardChange", summary = "Discards the preview of a change; the plan stays as it is.")
    ResponseEntity<Void> discard(@PathVariable PlanId plan, @PathVariable String change) {
        changeAdministration.discard(plan, change);
        return ResponseEntity.noContent().build();
    }
}
