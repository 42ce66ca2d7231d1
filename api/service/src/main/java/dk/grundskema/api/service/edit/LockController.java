package dk.grundskema.api.service.edit;

import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.RequiresPermission;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.platform.http.VersionTag;
import dk.grundskema.api.service.edit.EffectViews.EditView;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.domain.problem.Problem;
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

/** REST operations to lock and unlock meetings as they are. Locking another value is an edit. */
@RestController
@RequestMapping("/api/v1/plans/{plan}")
@Tag(name = "Editing")
final class LockController {
    private final WorkbenchCache workbenchCache;
    private final PlanEditor planEditor;
    private final EditedItemCollector editedItemCollector;

    LockController(WorkbenchCache workbenchCache, PlanEditor planEditor, EditedItemCollector editedItemCollector) {
        this.workbenchCache = workbenchCache;
        this.planEditor = planEditor;
        this.editedItemCollector = editedItemCollector;
    }

    @PostMapping("/locks")
    @RequiresPermission(Permission.EDIT)
    @Operation(
            operationId = "lock",
            summary = "Locks meetings as they stand: one, or all of a team, a day or a person.")
    ResponseEntity<EditView> lock(
            @PathVariable PlanId plan,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody LockSelection asked,
            Caller caller) {
        long version = VersionTag.parseIfMatch(ifMatch);
        PlanWorkbench bench = workbenchCache.open(plan, version);
        asked.requireCriterion();
        var changes = asked.lockChanges(bench);
        var made = PlanEditor.attempt(bench, changes, true);
        EditView view = planEditor.commit(
                bench, made, version, "revision.locked", editedItemCollector.lockArguments(bench, changes), caller);
        return VersionTag.okWithTag(view.version(), view);
    }

    @PostMapping("/locks/release")
    @RequiresPermission(Permission.EDIT)
    @Operation(
            operationId = "unlock",
            summary = "Takes locks away: of one meeting, or all of a team, a day or a person.")
    ResponseEntity<EditView> release(
            @PathVariable PlanId plan,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody LockSelection asked,
            Caller caller) {
        long version = VersionTag.parseIfMatch(ifMatch);
        PlanWorkbench bench = workbenchCache.open(plan, version);
        asked.requireCriterion();
        Problem problem = bench.workbench().problem();
        var sessions = asked.remainingLocks(bench, problem.locks());
        var members = asked.remainingLocks(problem.memberLocks());
        if (sessions.equals(problem.locks()) && members.equals(problem.memberLocks())) {
            throw RefusalException.unusable("editing.nothing-locked", "");
        }
        var made = bench.workbench().withLocks(sessions, members);
        List<String> arguments = editedItemCollector.unlockArguments(bench, problem.locks(), sessions);
        EditView view = planEditor.commit(bench, made, version, "revision.unlocked", arguments, caller);
        return VersionTag.okWithTag(view.version(), view);
    }
}
