package dk.grundskema.api.service.explanation;

import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.RequiresPermission;
import dk.grundskema.api.service.explanation.PlanProver.OpenSeatsProof;
import dk.grundskema.api.service.explanation.ProofViews.ContradictionsView;
import dk.grundskema.api.service.explanation.ProofViews.OpenSeatsView;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.timetable.TimetableViewProvider;
import dk.grundskema.api.service.timetable.TimetableViewProvider.SearchAnswer;
import dk.grundskema.api.service.timetable.ViewedTimetable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** REST operations that prove what can be said about the seats of a plan. */
@RestController
final class ProofController {
    private final PlanStore plans;
    private final TimetableViewProvider timetableViewProvider;
    private final PlanProver prover;

    ProofController(PlanStore plans, TimetableViewProvider timetableViewProvider, PlanProver prover) {
        this.plans = plans;
        this.timetableViewProvider = timetableViewProvider;
        this.prover = prover;
    }

    /** @param remedies whether to try changes that resolve the contradictions too, which takes up to ten seconds more */
    @GetMapping("/api/v1/plans/{plan}/contradictions")
    @RequiresPermission(Permission.EDIT)
    @Tag(name = "Solves")
    @Operation(
            operationId = "findContradictions",
            summary = "Facts of the plan that cannot hold together, whatever its timetable, by exact search.")
    ContradictionsView findContradictions(
            @PathVariable PlanId plan, @RequestParam(defaultValue = "false") boolean remedies, Caller caller) {
        return prover.findContradictions(plans.get(plan), remedies, caller);
    }

    @GetMapping("/api/v1/plans/{plan}/open-seats")
    @RequiresPermission(Permission.EDIT)
    @Tag(name = "Timetables")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OpenSeatsView.class)))
    @Operation(
            operationId = "proveOpenSeats",
            summary =
                    "For each open seat and other fault of the timetable whether it can be mended, by exact search: with which changes, or which facts contradict it.")
    ResponseEntity<byte[]> proveOpenSeats(
            @PathVariable PlanId plan,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, defaultValue = "") String ifNoneMatch,
            Caller caller) {
        ViewedTimetable viewed = timetableViewProvider.resolve(plan, caller);
        return timetableViewProvider.respondToSearch(
                viewed, prover.dependencies(viewed), ifNoneMatch, List.of("open-seats"), () -> {
                    OpenSeatsProof proof = prover.proveOpenSeats(viewed, caller);
                    return new SearchAnswer(proof.view(), proof.isUnfinished());
                });
    }
}
