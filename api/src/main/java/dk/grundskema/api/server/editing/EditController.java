package dk.grundskema.api.server.editing;

import dk.grundskema.api.server.editing.EffectViews.EditView;
import dk.grundskema.api.server.editing.EffectViews.EffectView;
import dk.grundskema.api.server.identity.Caller;
import dk.grundskema.api.server.identity.Needs;
import dk.grundskema.api.server.identity.Permission;
import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.api.server.platform.Precondition;
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

/** Changes by hand over REST. Nothing is refused for being unwise, only for being meaningless. */
@RestController
@RequestMapping("/api/v1/plans/{plan}")
@Tag(name = "Editing")
final class EditController {
    private final Benches benches;
    private final Editing editing;
    private final TouchedMeetings touched;

    EditController(Benches benches, Editing editing, TouchedMeetings touched) {
        this.benches = benches;
        this.editing = editing;
        this.touched = touched;
    }

    /**
     * Changes to be tried.
     *
     * @param changes what is decided otherwise, one after the other, at least one
     */
    record WhatIf(List<ChangeBody> changes) {}

    /**
     * Changes to be made.
     *
     * @param changes what is decided otherwise, one after the other, at least one
     * @param lock    whether what they set is locked, so that later solves keep it; what only a lock can hold, such as a time that isn't among a
     *     session's choices, is locked in any case
     */
    record Edit(List<ChangeBody> changes, @Default("true") boolean lock) {}

    @PostMapping("/what-if")
    @Needs(Permission.EDIT)
    @Operation(operationId = "tryChanges", summary = "What changes by hand would break and cost; nothing is kept.")
    EffectView whatIf(@PathVariable PlanId plan, @RequestBody WhatIf asked, Caller caller) {
        Bench bench = benches.of(plan);
        return editing.effect(bench, Editing.tried(bench, Editing.changes(asked.changes()), false), caller);
    }

    @PostMapping("/edits")
    @Needs(Permission.EDIT)
    @Operation(operationId = "makeChanges", summary = "Changes a plan by hand, and says what that breaks and costs.")
    ResponseEntity<EditView> edit(
            @PathVariable PlanId plan,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Edit asked,
            Caller caller) {
        long version = Precondition.version(ifMatch);
        Bench bench = benches.of(plan, version);
        var changes = Editing.changes(asked.changes());
        var made = Editing.tried(bench, changes, asked.lock());
        String code = changes.size() == 1 ? "revision.edited-one" : "revision.edited";
        EditView view = editing.keep(bench, made, version, code, touched.changed(bench, changes), caller);
        return Precondition.tagged(view.version(), view);
    }
}
