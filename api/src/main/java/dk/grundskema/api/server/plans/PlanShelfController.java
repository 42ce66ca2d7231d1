package dk.grundskema.api.server.plans;

import dk.grundskema.api.server.identity.Caller;
import dk.grundskema.api.server.identity.Needs;
import dk.grundskema.api.server.identity.OrganisationId;
import dk.grundskema.api.server.identity.Permission;
import dk.grundskema.api.server.plans.PlanViews.DeletedPlan;
import dk.grundskema.api.server.plans.PlanViews.DeletedPlanPage;
import dk.grundskema.api.server.plans.PlanViews.PlanView;
import dk.grundskema.api.server.platform.Page;
import dk.grundskema.api.server.platform.Precondition;
import dk.grundskema.domain.finding.Checks;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What becomes of plans as wholes, over REST. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Plans")
final class PlanShelfController {
    private final Plans plans;
    private final PlanShelf shelf;
    private final PlanAnswers answers;

    PlanShelfController(Plans plans, PlanShelf shelf, PlanAnswers answers) {
        this.plans = plans;
        this.shelf = shelf;
        this.answers = answers;
    }

    /**
     * What a plan is to be called.
     *
     * @param title the title
     */
    record NewTitle(String title) {
        /** @throws dk.grundskema.domain.finding.InvalidValueException if the title is blank or too long */
        NewTitle {
            new Checks().name("title", title).done();
        }
    }

    @PutMapping("/plans/{plan}/title")
    @Needs(Permission.PLAN)
    @Operation(operationId = "renamePlan", summary = "Calls a plan something else.")
    ResponseEntity<PlanView> rename(
            @PathVariable PlanId plan,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody NewTitle asked,
            Caller caller) {
        return answers.of(shelf.rename(plan, Precondition.version(ifMatch), asked.title(), caller.account()));
    }

    /**
     * Whether a plan is to be in lists.
     *
     * @param archived whether it is to be out of them
     */
    record Archiving(boolean archived) {}

    @PutMapping("/plans/{plan}/archived")
    @Needs(Permission.PLAN)
    @Operation(operationId = "archivePlan", summary = "Takes a plan out of lists, or puts it back into them.")
    ResponseEntity<PlanView> archive(
            @PathVariable PlanId plan,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Archiving asked,
            Caller caller) {
        return answers.of(shelf.archive(plan, Precondition.version(ifMatch), asked.archived(), caller.account()));
    }

    /**
     * Whether people are to work by a plan.
     *
     * @param inUse whether they are
     */
    record Use(boolean inUse) {}

    @PutMapping("/plans/{plan}/in-use")
    @Needs(Permission.PLAN)
    @Operation(
            operationId = "usePlan",
            summary =
                    "Makes a plan the one of its scenarios that people work by, so that it binds them in other plans; or no longer.")
    ResponseEntity<PlanView> use(
            @PathVariable PlanId plan,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Use asked,
            Caller caller) {
        return answers.of(shelf.use(plan, Precondition.version(ifMatch), asked.inUse(), caller.account()));
    }

    @DeleteMapping("/plans/{plan}")
    @Needs(Permission.PLAN)
    @Operation(operationId = "deletePlan", summary = "Takes a plan away; for 30 days it can be had back.")
    ResponseEntity<Void> delete(
            @PathVariable PlanId plan,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        shelf.delete(plan, Precondition.version(ifMatch), caller.account());
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/plans/{plan}/restore")
    @Needs(Permission.PLAN)
    @Operation(operationId = "restorePlan", summary = "Has a plan back that was taken away.")
    ResponseEntity<PlanView> restore(@PathVariable PlanId plan, Caller caller) {
        return answers.of(shelf.restore(plan, caller.account()));
    }

    @GetMapping("/organisations/{organisation}/deleted-plans")
    @Needs(Permission.PLAN)
    @Operation(operationId = "listDeletedPlans", summary = "Plans that were taken away and can be had back.")
    DeletedPlanPage deleted(
            @PathVariable OrganisationId organisation, @RequestParam(required = false) @Nullable PlanId after) {
        var page = Page.of(shelf.deleted(organisation, after, Page.LOOKED_FOR));
        return new DeletedPlanPage(
                page.shown(one -> new DeletedPlan(one.plan().id(), one.plan().title(), one.deleted(), one.until())),
                page.next(one -> one.plan().id().value()));
    }

    /**
     * A scenario to be made.
     *
     * @param title    what people call it
     * @param revision the revision that it begins as; {@code null} means the one that the plan is at
     */
    record NewScenario(String title, @Nullable RevisionId revision) {
        /** @throws dk.grundskema.domain.finding.InvalidValueException if the title is blank or too long */
        NewScenario {
            new Checks().name("title", title).done();
        }
    }

    @PostMapping("/plans/{plan}/scenarios")
    @Needs(Permission.PLAN)
    @Operation(
            operationId = "createScenario",
            summary = "Makes a plan that begins as a revision of this one and goes its own way.")
    ResponseEntity<PlanView> scenario(@PathVariable PlanId plan, @RequestBody NewScenario asked, Caller caller) {
        Plan origin = plans.get(plan);
        RevisionId wanted = asked.revision();
        Revision from = wanted == null ? plans.revision(origin.head()) : plans.ofFamily(origin, wanted, "/revision");
        Plan made = plans.branch(origin, asked.title(), from, caller.account());
        return ResponseEntity.created(URI.create("/api/v1/plans/" + made.id()))
                .eTag(Precondition.tag(made.version()))
                .body(answers.view(made));
    }
}
