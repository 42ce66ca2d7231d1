package dk.grundskema.api.server.plans;

import dk.grundskema.api.platform.JsonText;
import dk.grundskema.api.platform.RecordWriter;
import dk.grundskema.api.server.identity.Caller;
import dk.grundskema.api.server.identity.NamesShown;
import dk.grundskema.api.server.identity.Needs;
import dk.grundskema.api.server.identity.Permission;
import dk.grundskema.api.server.plans.PlanViews.PlanView;
import dk.grundskema.api.server.plans.PlanViews.RevisionView;
import dk.grundskema.api.server.platform.Precondition;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.List;
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

/** Revisions one by one, over REST. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Revisions")
final class RevisionController {
    private final Plans plans;
    private final Documents documents;
    private final Comparing comparing;
    private final PlanAnswers answers;
    private final Naming naming;

    RevisionController(Plans plans, Documents documents, Comparing comparing, PlanAnswers answers, Naming naming) {
        this.naming = naming;
        this.plans = plans;
        this.documents = documents;
        this.comparing = comparing;
        this.answers = answers;
    }

    @GetMapping("/revisions/{revision}")
    @Needs(Permission.READ)
    @Operation(operationId = "getRevision", summary = "A revision: who made it, when, what was done.")
    RevisionView get(@PathVariable RevisionId revision) {
        return answers.view(found(revision));
    }

    @GetMapping(path = "/revisions/{revision}/problem", produces = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Permission.READ_STUDENTS)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Problem.class)))
    @Operation(operationId = "getRevisionProblem", summary = "The problem of a revision.")
    ResponseEntity<byte[]> problem(@PathVariable RevisionId revision) {
        return text(found(revision).problem());
    }

    @GetMapping(path = "/revisions/{revision}/timetable", produces = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Permission.READ)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Timetable.class)))
    @Operation(
            operationId = "getRevisionTimetable",
            summary = "The timetable of a revision; to callers who may not see students they are numbers.")
    ResponseEntity<byte[]> timetable(@PathVariable RevisionId revision, Caller caller) {
        Revision found = found(revision);
        String hash = found.timetable();
        if (hash == null) {
            throw Refusal.of(HttpStatus.NOT_FOUND, "plan.no-timetable");
        }
        if (NamesShown.to(caller, plans.get(found.plan()).organisation())) {
            return text(hash);
        }
        Kept.OfTimetable timetable = documents.timetable(hash);
        Kept.OfProblem problem = documents.judging(documents.problem(found.problem()), timetable);
        return text(
                hash + "-numbered",
                JsonText.of(RecordWriter.toJsonWithIds(timetable.value(), naming.numbered(problem, timetable))));
    }

    private ResponseEntity<byte[]> text(String hash) {
        return text(hash, documents.text(hash));
    }

    private static ResponseEntity<byte[]> text(String tag, String text) {
        return ResponseEntity.ok().eTag("\"" + tag + "\"").body(text.getBytes(StandardCharsets.UTF_8));
    }

    private Revision found(RevisionId revision) {
        Revision found = plans.revision(revision);
        plans.get(found.plan()); // one of a plan that was taken away isn't there
        return found;
    }

    /**
     * What a plan is to go back to.
     *
     * @param revision a revision of the plan or of one of its scenarios
     */
    record Return(RevisionId revision) {}

    @PostMapping("/plans/{plan}/return")
    @Needs(Permission.EDIT)
    @Operation(
            operationId = "returnToRevision",
            summary = "Goes back to any revision: a new one is made with its content.")
    ResponseEntity<PlanView> goBack(
            @PathVariable PlanId plan,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Return asked,
            Caller caller) {
        long version = Precondition.version(ifMatch);
        Revision to = plans.ofFamily(plans.get(plan), asked.revision(), "/revision");
        return answers.of(plans.goBack(plan, version, to, caller.account()));
    }

    /** @param other id of the revision that it is compared to, of the same plan or another */
    @GetMapping("/revisions/{revision}/comparison/{other}")
    @Needs(Permission.READ)
    @Operation(
            operationId = "compareRevisions",
            summary = "What differs from one revision to another: problem, timetable, score, fidelity.")
    ComparisonViews.ComparisonView compare(
            @PathVariable RevisionId revision, @PathVariable RevisionId other, Caller caller) {
        Revision before = found(revision);
        Revision after = found(other);
        var organisations = List.of(
                plans.get(before.plan()).organisation(), plans.get(after.plan()).organisation());
        if (!organisations.stream().allMatch(one -> caller.permissions(one).contains(Permission.READ))) {
            throw Refusal.notFound();
        }
        boolean seesStudents = organisations.stream().allMatch(one -> NamesShown.to(caller, one));
        return comparing.compare(before, after, seesStudents);
    }
}
