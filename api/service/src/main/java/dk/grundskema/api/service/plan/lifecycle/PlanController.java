package dk.grundskema.api.service.plan.lifecycle;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.RequiresPermission;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.platform.http.ResultPage;
import dk.grundskema.api.platform.http.VersionTag;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.PlanViewFactory;
import dk.grundskema.api.service.plan.PlanViews.PlanPage;
import dk.grundskema.api.service.plan.PlanViews.PlanView;
import dk.grundskema.api.service.plan.PlanViews.RevisionPage;
import dk.grundskema.api.service.plan.Revision;
import dk.grundskema.api.service.plan.RevisionContent;
import dk.grundskema.api.service.plan.RevisionUndo;
import dk.grundskema.api.service.plan.StoredDocument;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.RecordValidator;
import dk.grundskema.domain.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** REST operations on plans and their revisions. */
@RestController
@Tag(name = "Plans")
@RequestMapping("/api/v1")
final class PlanController {
    private final PlanStore plans;
    private final RevisionUndo revisionUndo;
    private final DocumentStore documents;
    private final PlanLifecycle planLifecycle;
    private final PlanViewFactory planViewFactory;

    PlanController(
            PlanStore plans,
            RevisionUndo revisionUndo,
            DocumentStore documents,
            PlanLifecycle planLifecycle,
            PlanViewFactory planViewFactory) {
        this.plans = plans;
        this.revisionUndo = revisionUndo;
        this.documents = documents;
        this.planLifecycle = planLifecycle;
        this.planViewFactory = planViewFactory;
    }

    /**
     * A plan to be made.
     *
     * @param title   what people call it
     * @param problem what it is of
     */
    record NewPlan(
            String title,
            @Schema(implementation = Problem.class) Json problem) {
        /** Returns the errors of the title. */
        List<Finding> titleFindings() {
            return new RecordValidator().name("title", title).findings();
        }
    }

    @PostMapping("/organisations/{organisation}/plans")
    @RequiresPermission(Permission.PLAN)
    @Operation(operationId = "createPlan", summary = "Makes a plan of a problem.")
    ResponseEntity<PlanView> create(
            @PathVariable OrganisationId organisation, @RequestBody NewPlan asked, Caller caller) {
        var problem = storeProblem(asked);
        var first = new RevisionContent("revision.created", List.of(), problem, null);
        Plan plan = plans.create(organisation, asked.title(), first, null, caller.account());
        return ResponseEntity.created(URI.create("/api/v1/plans/" + plan.id()))
                .eTag(VersionTag.tag(plan.version()))
                .body(planViewFactory.view(plan));
    }

    /** Stores the problem. If title or problem is invalid, refuses with the errors of both. */
    private StoredDocument.StoredProblem storeProblem(NewPlan asked) {
        List<Finding> findings = asked.titleFindings();
        try {
            var problem = documents.storeProblem(asked.problem(), "/problem", List.of());
            if (findings.isEmpty()) {
                return problem;
            }
        } catch (RefusalException refusal) {
            throw new RefusalException(
                    refusal.status(),
                    Stream.concat(findings.stream(), refusal.findings().stream())
                            .toList());
        }
        throw RefusalException.unusable(findings);
    }

    /** @param archived whether those that were archived are asked for, instead of those in the lists */
    @GetMapping("/organisations/{organisation}/plans")
    @RequiresPermission(Permission.READ)
    @Operation(
            operationId = "listPlans",
            summary = "An organisation's plans: those in its lists, or those that were archived.")
    PlanPage list(
            @PathVariable OrganisationId organisation,
            @RequestParam(required = false) @Nullable PlanId after,
            @RequestParam(defaultValue = "false") boolean archived) {
        var page = ResultPage.of(
                archived
                        ? planLifecycle.findArchived(organisation, after, ResultPage.QUERY_LIMIT)
                        : plans.findListed(organisation, after, ResultPage.QUERY_LIMIT));
        return new PlanPage(
                planViewFactory.planViews(page.items()),
                page.nextKey(one -> one.id().value()));
    }

    @GetMapping("/plans/{plan}")
    @RequiresPermission(Permission.READ)
    @Operation(operationId = "getPlan", summary = "A plan as it stands.")
    ResponseEntity<PlanView> get(@PathVariable PlanId plan) {
        return planViewFactory.respond(plans.get(plan));
    }

    @GetMapping("/plans/{plan}/revisions")
    @RequiresPermission(Permission.READ)
    @Operation(operationId = "listRevisions", summary = "A plan's revisions, the latest first.")
    RevisionPage revisions(@PathVariable PlanId plan, @RequestParam(required = false) @Nullable Integer before) {
        int earlierThan = before == null ? Integer.MAX_VALUE : before;
        var page = ResultPage.of(plans.revisions(plan, earlierThan, ResultPage.QUERY_LIMIT));
        return new RevisionPage(
                planViewFactory.revisionViews(page.items()), page.nextKey(one -> String.valueOf(one.number())));
    }

    @GetMapping(path = "/plans/{plan}/problem", produces = MediaType.APPLICATION_JSON_VALUE)
    @RequiresPermission(Permission.READ_STUDENTS)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Problem.class)))
    @Operation(operationId = "getProblem", summary = "The problem that a plan is of.")
    ResponseEntity<byte[]> problem(@PathVariable PlanId plan) {
        Plan found = plans.get(plan);
        String text = documents.text(plans.revision(found.head()).problem());
        return VersionTag.okWithTag(found.version(), text.getBytes(StandardCharsets.UTF_8));
    }

    @PutMapping("/plans/{plan}/problem")
    @RequiresPermission(Permission.PLAN)
    @Operation(operationId = "changeProblem", summary = "Puts another problem in the place of a plan's.")
    ResponseEntity<PlanView> changeProblem(
            @PathVariable PlanId plan,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody NewProblem asked,
            Caller caller) {
        long version = VersionTag.parseIfMatch(ifMatch);
        Revision now = plans.getChangeableHead(plan, version);
        Problem present = documents.problem(now.problem()).value();
        var problem = documents.storeProblem(asked.problem(), "/problem", present.staff());
        if (problem.value().equals(present)) {
            return planViewFactory.respond(plans.getAtVersion(plan, version));
        }
        var change = new RevisionContent("revision.problem-changed", List.of(), problem, documents.timetableOf(now));
        return planViewFactory.respond(plans.change(plan, version, change, caller.account()));
    }

    /**
     * A problem that takes the place of another.
     *
     * @param problem the problem
     */
    record NewProblem(
            @Schema(implementation = Problem.class) Json problem) {}

    @PostMapping("/plans/{plan}/undo")
    @RequiresPermission(Permission.EDIT)
    @Operation(operationId = "undo", summary = "Goes back to what the present revision was made from.")
    ResponseEntity<PlanView> undo(
            @PathVariable PlanId plan,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        return planViewFactory.respond(revisionUndo.undo(plan, VersionTag.parseIfMatch(ifMatch), caller.account()));
    }

    @PostMapping("/plans/{plan}/redo")
    @RequiresPermission(Permission.EDIT)
    @Operation(operationId = "redo", summary = "Takes back the last undo.")
    ResponseEntity<PlanView> redo(
            @PathVariable PlanId plan,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        return planViewFactory.respond(revisionUndo.redo(plan, VersionTag.parseIfMatch(ifMatch), caller.account()));
    }
}
