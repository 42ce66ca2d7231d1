package dk.grundskema.api.service.plan.history;

import dk.grundskema.api.documents.json.JsonFormatter;
import dk.grundskema.api.documents.json.RecordWriter;
import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.RequiresPermission;
import dk.grundskema.api.platform.access.StudentNameDisclosure;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.platform.http.VersionTag;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.NameResolverFactory;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.PlanViewFactory;
import dk.grundskema.api.service.plan.PlanViews.PlanView;
import dk.grundskema.api.service.plan.PlanViews.RevisionView;
import dk.grundskema.api.service.plan.Revision;
import dk.grundskema.api.service.plan.RevisionId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** REST operations on single revisions. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Revisions")
final class RevisionController {
    private final PlanStore plans;
    private final DocumentStore documents;
    private final RevisionComparer revisionComparer;
    private final PlanStatusPresenter planStatuses;
    private final PlanHistory history;
    private final PlanViewFactory planViewFactory;
    private final NameResolverFactory nameResolverFactory;

    RevisionController(
            PlanStore plans,
            DocumentStore documents,
            RevisionComparer revisionComparer,
            PlanStatusPresenter planStatuses,
            PlanHistory history,
            PlanViewFactory planViewFactory,
            NameResolverFactory nameResolverFactory) {
        this.nameResolverFactory = nameResolverFactory;
        this.plans = plans;
        this.documents = documents;
        this.revisionComparer = revisionComparer;
        this.planStatuses = planStatuses;
        this.history = history;
        this.planViewFactory = planViewFactory;
    }

    @GetMapping("/revisions/{revision}")
    @RequiresPermission(Permission.READ)
    @Operation(operationId = "getRevision", summary = "A revision: who made it, when, what was done.")
    RevisionView get(@PathVariable RevisionId revision) {
        return planViewFactory.view(findRevision(revision));
    }

    @GetMapping(path = "/revisions/{revision}/problem", produces = MediaType.APPLICATION_JSON_VALUE)
    @RequiresPermission(Permission.READ_STUDENTS)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Problem.class)))
    @Operation(operationId = "getRevisionProblem", summary = "The problem of a revision.")
    ResponseEntity<byte[]> problem(@PathVariable RevisionId revision) {
        return text(findRevision(revision).problem());
    }

    @GetMapping(path = "/revisions/{revision}/timetable", produces = MediaType.APPLICATION_JSON_VALUE)
    @RequiresPermission(Permission.READ)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Timetable.class)))
    @Operation(
            operationId = "getRevisionTimetable",
            summary = "The timetable of a revision; to callers who may not see students they are numbers.")
    ResponseEntity<byte[]> timetable(@PathVariable RevisionId revision, Caller caller) {
        Revision found = findRevision(revision);
        String hash = found.timetable();
        if (hash == null) {
            throw RefusalException.of(HttpStatus.NOT_FOUND, "plan.no-timetable");
        }
        if (StudentNameDisclosure.maySeeNamesRecordingAccess(
                caller, plans.get(found.plan()).organisation())) {
            return text(hash);
        }
        return text(
                hash + "-numbered",
                JsonFormatter.format(RecordWriter.toJsonWithIds(
                        documents.timetable(hash).value(),
                        nameResolverFactory.numberedIds(documents.ratedPlan(found)))));
    }

    private ResponseEntity<byte[]> text(String hash) {
        return text(hash, documents.text(hash));
    }

    private static ResponseEntity<byte[]> text(String tag, String text) {
        return ResponseEntity.ok().eTag("\"" + tag + "\"").body(text.getBytes(StandardCharsets.UTF_8));
    }

    private Revision findRevision(RevisionId revision) {
        Revision found = plans.revision(revision);
        plans.get(found.plan()); // fails with 404 if the plan was deleted
        return found;
    }

    /**
     * What a plan is to go back to.
     *
     * @param revision a revision of the plan or of one of its scenarios
     */
    record ReturnRequest(RevisionId revision) {}

    @PostMapping("/plans/{plan}/return")
    @RequiresPermission(Permission.EDIT)
    @Operation(
            operationId = "returnToRevision",
            summary = "Goes back to any revision: a new one is made with its content.")
    ResponseEntity<PlanView> goBack(
            @PathVariable PlanId plan,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ReturnRequest asked,
            Caller caller) {
        return planViewFactory.respond(
                history.restoreRevision(plan, VersionTag.parseIfMatch(ifMatch), asked.revision(), caller));
    }

    /** @param other id of the revision that it is compared to, of the same plan or another */
    @GetMapping("/revisions/{revision}/comparison/{other}")
    @RequiresPermission(Permission.READ)
    @Operation(
            operationId = "compareRevisions",
            summary = "What differs from one revision to another: problem, status, timetable, score, fidelity.")
    ComparisonViews.ComparisonView compare(
            @PathVariable RevisionId revision, @PathVariable RevisionId other, Caller caller) {
        RevisionComparison found = revisionComparer.compare(revision, other, caller);
        return new ComparisonViews.ComparisonView(
                planViewFactory.view(found.before()),
                planViewFactory.view(found.after()),
                found.problem().stream().map(ComparisonViews.PartView::of).toList(),
                planStatuses.compare(found),
                found.timetable(),
                found.fidelity());
    }
}
