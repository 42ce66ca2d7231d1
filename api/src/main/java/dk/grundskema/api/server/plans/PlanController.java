package dk.grundskema.api.server.plans;

import dk.grundskema.api.platform.Json;
import dk.grundskema.api.platform.JsonText;
import dk.grundskema.api.server.identity.Caller;
import dk.grundskema.api.server.identity.Needs;
import dk.grundskema.api.server.identity.OrganisationId;
import dk.grundskema.api.server.identity.Permission;
import dk.grundskema.api.server.plans.PlanViews.PlanPage;
import dk.grundskema.api.server.plans.PlanViews.PlanView;
import dk.grundskema.api.server.plans.PlanViews.RevisionPage;
import dk.grundskema.api.server.platform.Page;
import dk.grundskema.api.server.platform.Precondition;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.domain.finding.Checks;
import dk.grundskema.domain.finding.Finding;
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

/** Plans and their revisions over REST. */
@RestController
@Tag(name = "Plans")
@RequestMapping("/api/v1")
final class PlanController {
    private final Plans plans;
    private final Undoing undoing;
    private final Documents documents;
    private final PlanShelf shelf;
    private final PlanAnswers answers;

    PlanController(Plans plans, Undoing undoing, Documents documents, PlanShelf shelf, PlanAnswers answers) {
        this.plans = plans;
        this.undoing = undoing;
        this.documents = documents;
        this.shelf = shelf;
        this.answers = answers;
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
        /** What is wrong with the title. */
        List<Finding> wrong() {
            return new Checks().name("title", title).findings();
        }
    }

    @PostMapping("/organisations/{organisation}/plans")
    @Needs(Permission.PLAN)
    @Operation(operationId = "createPlan", summary = "Makes a plan of a problem.")
    ResponseEntity<PlanView> create(
            @PathVariable OrganisationId organisation, @RequestBody NewPlan asked, Caller caller) {
        var problem = kept(asked);
        var first = new Change("revision.created", List.of(), problem, null);
        Plan plan = plans.create(organisation, asked.title(), first, null, caller.account());
        return ResponseEntity.created(URI.create("/api/v1/plans/" + plan.id()))
                .eTag(Precondition.tag(plan.version()))
                .body(answers.view(plan));
    }

    /** The problem, if the title can be one, too; otherwise everything that is wrong with either. */
    private Kept.OfProblem kept(NewPlan asked) {
        List<Finding> wrong = asked.wrong();
        try {
            var problem = documents.keepProblem(JsonText.of(asked.problem()), "/problem");
            if (wrong.isEmpty()) {
                return problem;
            }
        } catch (Refusal refusal) {
            throw new Refusal(
                    refusal.status(),
                    Stream.concat(wrong.stream(), refusal.findings().stream()).toList());
        }
        throw Refusal.unusable(wrong);
    }

    /** @param archived whether those that were archived are asked for, instead of those in the lists */
    @GetMapping("/organisations/{organisation}/plans")
    @Needs(Permission.READ)
    @Operation(
            operationId = "listPlans",
            summary = "An organisation's plans: those in its lists, or those that were archived.")
    PlanPage list(
            @PathVariable OrganisationId organisation,
            @RequestParam(required = false) @Nullable PlanId after,
            @RequestParam(defaultValue = "false") boolean archived) {
        var page = Page.of(
                archived
                        ? shelf.archived(organisation, after, Page.LOOKED_FOR)
                        : plans.of(organisation, after, Page.LOOKED_FOR));
        return new PlanPage(
                answers.ofPlans(page.items()), page.next(one -> one.id().value()));
    }

    @GetMapping("/plans/{plan}")
    @Needs(Permission.READ)
    @Operation(operationId = "getPlan", summary = "A plan as it stands.")
    ResponseEntity<PlanView> get(@PathVariable PlanId plan) {
        return answers.of(plans.get(plan));
    }

    @GetMapping("/plans/{plan}/revisions")
    @Needs(Permission.READ)
    @Operation(operationId = "listRevisions", summary = "A plan's revisions, the latest first.")
    RevisionPage revisions(@PathVariable PlanId plan, @RequestParam(required = false) @Nullable Integer before) {
        int earlierThan = before == null ? Integer.MAX_VALUE : before;
        var page = Page.of(plans.revisions(plan, earlierThan, Page.LOOKED_FOR));
        return new RevisionPage(answers.ofRevisions(page.items()), page.next(one -> String.valueOf(one.number())));
    }

    @GetMapping(path = "/plans/{plan}/problem", produces = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Permission.READ_STUDENTS)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Problem.class)))
    @Operation(operationId = "getProblem", summary = "The problem that a plan is of.")
    ResponseEntity<byte[]> problem(@PathVariable PlanId plan) {
        Plan found = plans.get(plan);
        String text = documents.text(plans.revision(found.head()).problem());
        return Precondition.tagged(found.version(), text.getBytes(StandardCharsets.UTF_8));
    }

    @PutMapping("/plans/{plan}/problem")
    @Needs(Permission.PLAN)
    @Operation(operationId = "changeProblem", summary = "Puts another problem in the place of a plan's.")
    ResponseEntity<PlanView> changeProblem(
            @PathVariable PlanId plan,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody NewProblem asked,
            Caller caller) {
        long version = Precondition.version(ifMatch);
        Revision now = plans.changeable(plan, version);
        var known = documents.problem(now.problem()).value().staff();
        var problem = documents.keepProblem(JsonText.of(asked.problem()), "/problem", known);
        var change = new Change("revision.problem-changed", List.of(), problem, documents.timetableOf(now));
        return answers.of(plans.change(plan, version, change, caller.account()));
    }

    /**
     * A problem that takes the place of another.
     *
     * @param problem the problem
     */
    record NewProblem(
            @Schema(implementation = Problem.class) Json problem) {}

    @PostMapping("/plans/{plan}/undo")
    @Needs(Permission.EDIT)
    @Operation(operationId = "undo", summary = "Goes back to what the present revision was made from.")
    ResponseEntity<PlanView> undo(
            @PathVariable PlanId plan,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        return answers.of(undoing.undo(plan, Precondition.version(ifMatch), caller.account()));
    }

    @PostMapping("/plans/{plan}/redo")
    @Needs(Permission.EDIT)
    @Operation(operationId = "redo", summary = "Takes back the last undo.")
    ResponseEntity<PlanView> redo(
            @PathVariable PlanId plan,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        return answers.of(undoing.redo(plan, Precondition.version(ifMatch), caller.account()));
    }
}
