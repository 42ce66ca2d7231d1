package dk.grundskema.api.server.editing;

import dk.grundskema.api.server.editing.EffectViews.EditView;
import dk.grundskema.api.server.identity.Caller;
import dk.grundskema.api.server.identity.Needs;
import dk.grundskema.api.server.identity.Permission;
import dk.grundskema.api.server.plans.Documents;
import dk.grundskema.api.server.plans.Kept;
import dk.grundskema.api.server.plans.Plan;
import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.api.server.plans.Plans;
import dk.grundskema.api.server.platform.Precondition;
import dk.grundskema.domain.problem.MemberLock;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.problem.SessionLock;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Locks over REST. To lock something otherwise than it stands is an edit. */
@RestController
@RequestMapping("/api/v1/plans/{plan}")
@Tag(name = "Editing")
final class LockController {
    private final Plans plans;
    private final Documents documents;
    private final Benches benches;
    private final Editing editing;

    LockController(Plans plans, Documents documents, Benches benches, Editing editing) {
        this.plans = plans;
        this.documents = documents;
        this.benches = benches;
        this.editing = editing;
    }

    /**
     * What the planner fixed.
     *
     * @param sessions about sessions: time, room, subject, seats
     * @param members  which student is in which group
     */
    record LocksView(List<SessionLock> sessions, List<MemberLock> members) {}

    @GetMapping("/locks")
    @Needs(Permission.READ)
    @Operation(operationId = "listLocks", summary = "What the planner fixed.")
    ResponseEntity<LocksView> list(@PathVariable PlanId plan) {
        Plan found = plans.get(plan);
        Kept.OfProblem problem = documents.problem(plans.revision(found.head()).problem());
        return ResponseEntity.ok()
                .eTag(Precondition.tag(found.version()))
                .body(new LocksView(problem.value().locks(), problem.value().memberLocks()));
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
        return kept(bench, Editing.tried(bench, changes, true), version, "revision.locked", caller);
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
        var made = bench.workbench().relocked(asked.left(bench, problem.locks()), asked.left(problem.memberLocks()));
        return kept(bench, made, version, "revision.unlocked", caller);
    }

    private ResponseEntity<EditView> kept(
            Bench bench, dk.grundskema.solver.engine.Attempt.Made made, long version, String code, Caller caller) {
        EditView view = editing.keep(bench, made, version, code, List.of(), caller);
        return ResponseEntity.ok().eTag(Precondition.tag(view.version())).body(view);
    }
}
