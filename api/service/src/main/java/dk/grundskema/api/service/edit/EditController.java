package dk.grundskema.api.service.edit;

import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.RequiresPermission;
import dk.grundskema.api.platform.http.VersionTag;
import dk.grundskema.api.service.edit.EffectViews.EditView;
import dk.grundskema.api.service.edit.EffectViews.EffectView;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.domain.finding.Default;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** REST operations to edit a timetable by hand. Edits that break rules are allowed; only invalid ones are refused. */
@RestController
@RequestMapping("/api/v1/plans/{plan}")
@Tag(name = "Editing")
final class EditController {
    private final WorkbenchCache workbenchCache;
    private final PlanEditor planEditor;

    EditController(WorkbenchCache workbenchCache, PlanEditor planEditor) {
        this.workbenchCache = workbenchCache;
        this.planEditor = planEditor;
    }

    /**
     * Changes to be tried.
     *
     * @param changes what is decided otherwise, one after the other, at least one
     */
    record TrialBody(List<ChangeBody> changes) {}

    /**
     * Changes to be made.
     *
     * @param changes what is decided otherwise, one after the other, at least one
     * @param lock    whether what they set is locked, so that later solves keep it; what only a lock can hold, such as a time that isn't among a
     *     session's choices, is locked in any case
     */
    record EditBody(
            List<ChangeBody> changes, @Default("true") boolean lock) {}

    @PostMapping("/what-if")
    @RequiresPermission(Permission.EDIT)
    @Operation(operationId = "tryChanges", summary = "What changes by hand would break and cost; nothing is kept.")
    EffectView tryChanges(@PathVariable PlanId plan, @RequestBody TrialBody asked, Caller caller) {
        PlanWorkbench bench = workbenchCache.open(plan);
        return planEditor.effect(
                bench, PlanEditor.attempt(bench, PlanEditor.parseChanges(asked.changes()), false), caller);
    }

    @PostMapping("/edits")
    @RequiresPermission(Permission.EDIT)
    @Operation(operationId = "makeChanges", summary = "Changes a plan by hand, and says what that breaks and costs.")
    ResponseEntity<EditView> edit(
            @PathVariable PlanId plan,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody EditBody asked,
            Caller caller) {
        long version = VersionTag.parseIfMatch(ifMatch);
        EditView view = planEditor.edit(plan, asked.changes(), asked.lock(), version, caller);
        return VersionTag.okWithTag(view.version(), view);
    }
}
