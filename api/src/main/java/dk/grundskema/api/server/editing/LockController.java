package dk.grundskema.api.server.editing;

import dk.grundskema.api.server.editing.EffectViews.EditView;
import dk.grundskema.api.server.identity.Caller;
import dk.grundskema.api.server.identity.Needs;
import dk.grundskema.api.server.identity.Permission;
import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.api.server.platform.Precondition;
import dk.grundskema.api.server.platform.Refusal;
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

/** Locks and unlocks over REST. To lock something otherwise than it stands is an edit. */
@RestController
@RequestMapping("/api/v1/plans/{plan}")
@Tag(name = "Editing")
final class LockController {
    private final Benches benches;
    private final Editing editing;
    private final TouchedMeetings touched;

    LockController(Benches benches, Editing editing, TouchedMeetings touched) {
        this.benches = benches;
        this.editing = editing;
        this.touched = touched;
    }

    @PostMapping("/locks")
    @Needs(Permission.EDIT)
    @Operation(
            operationId = "lock",
            summary = "Locks meetings as they stand: one, or all of a team, a day or a person.")
    ResponseEntity<EditView> lock(
            @PathVariable PlanId plan,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Selection asked,
            Caller caller) {
        long version = Precondition.version(ifMatch);
        Bench bench = benches.of(plan, version);
        asked.check();
        var changes = asked.asTheyStand(bench);
        var made = Editing.tried(bench, changes, true);
        EditView view = editing.keep(bench, made, version, "revision.locked", touched.locked(bench, changes), caller);
        return Precondition.tagged(view.version(), view);
    }

    @PostMapping("/locks/release")
    @Needs(Permission.EDIT)
    @Operation(
            operationId = "unlock",
            summary = "Takes locks away: of one meeting, or all of a team, a day or a person.")
    ResponseEntity<EditView> release(
            @PathVariable PlanId plan,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Selection asked,
            Caller caller) {
        long version = Precondition.version(ifMatch);
        Bench bench = benches.of(plan, version);
        asked.check();
        Problem problem = bench.workbench().problem();
        var sessions = asked.left(bench, problem.locks());
        var members = asked.left(problem.memberLocks());
        if (sessions.equals(problem.locks()) && members.equals(problem.memberLocks())) {
            throw Refusal.unusable("editing.nothing-locked", "");
        }
        var made = bench.workbench().relocked(sessions, members);
        List<String> arguments = touched.unlocked(bench, problem.locks(), sessions);
        EditView view = editing.keep(bench, made, version, "revision.unlocked", arguments, caller);
        return Precondition.tagged(view.version(), view);
    }
}
