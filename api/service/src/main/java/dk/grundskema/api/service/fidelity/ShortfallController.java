package dk.grundskema.api.service.fidelity;

import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.RequiresPermission;
import dk.grundskema.api.platform.http.VersionTag;
import dk.grundskema.api.service.fidelity.ShortfallViews.ShortfallList;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
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

/** REST operations on what a plan lacks. The list has no entity tag, because absences and other plans change it without a new version. */
@RestController
@RequestMapping("/api/v1/plans/{plan}/shortfalls")
@Tag(name = "Plans")
final class ShortfallController {
    private final ShortfallReporter reporter;
    private final ShortfallAcceptor acceptor;

    ShortfallController(ShortfallReporter reporter, ShortfallAcceptor acceptor) {
        this.reporter = reporter;
        this.acceptor = acceptor;
    }

    /**
     * What is to be accepted.
     *
     * @param keys   keys of items of the list
     * @param reason why, 1 to 200 characters
     */
    record AcceptanceBody(List<String> keys, String reason) {
        AcceptanceBody {
            keys = List.copyOf(keys);
        }

        /** Returns the keys only: the reason may name people. */
        @Override
        public String toString() {
            return keys.toString();
        }
    }

    @GetMapping
    @RequiresPermission(Permission.READ)
    @Operation(
            operationId = "listShortfalls",
            summary = "Everything that the status of a plan counts, and what the planner accepted.")
    ShortfallList list(@PathVariable PlanId plan, Caller caller) {
        return reporter.list(plan, caller);
    }

    @PostMapping("/acceptances")
    @RequiresPermission(Permission.PLAN)
    @Operation(
            operationId = "acceptShortfalls",
            summary = "Accepts shortfalls by as much as the plan lacks now, so that its status no longer counts them.")
    ResponseEntity<ShortfallList> accept(
            @PathVariable PlanId plan,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody AcceptanceBody body,
            Caller caller) {
        Plan changed = acceptor.accept(plan, VersionTag.parseIfMatch(ifMatch), body.keys(), body.reason(), caller);
        return VersionTag.okWithTag(changed.version(), reporter.list(plan, caller));
    }

    /** @param key key of the shortfall in the list */
    @DeleteMapping("/acceptances/{key}")
    @RequiresPermission(Permission.PLAN)
    @Operation(operationId = "withdrawAcceptance", summary = "Withdraws the acceptance of a shortfall.")
    ResponseEntity<ShortfallList> withdraw(
            @PathVariable PlanId plan,
            @PathVariable String key,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        Plan changed = acceptor.withdraw(plan, VersionTag.parseIfMatch(ifMatch), key, caller);
        return VersionTag.okWithTag(changed.version(), reporter.list(plan, caller));
    }
}
