package dk.grundskema.api.service.input;

import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.RequiresPermission;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.platform.page.AddressEncoder;
import dk.grundskema.api.platform.page.ErrorMessages;
import dk.grundskema.api.platform.page.LocalizedTemplates;
import dk.grundskema.api.platform.page.PageController;
import dk.grundskema.api.platform.page.PageHead;
import dk.grundskema.api.platform.page.PageRenderer;
import dk.grundskema.api.platform.page.PlanBar;
import dk.grundskema.api.platform.page.PlanPart;
import dk.grundskema.api.service.input.InterventionListPage.InterventionRow;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.RevisionUndo;
import dk.grundskema.api.service.plan.problem.PlanBarFactory;
import dk.grundskema.api.service.plan.problem.ProblemPartEditor;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Serves the list of a plan's interventions, from which they can be removed. */
@PageController
@Hidden // not part of the REST API
final class InterventionListController {
    private final PlanStore plans;
    private final DocumentStore documents;
    private final ProblemPartEditor parts;
    private final RevisionUndo revisionUndo;
    private final InterventionViews interventionViews;
    private final ErrorMessages errorMessages;
    private final PlanBarFactory planBars;
    private final LocalizedTemplates templates;

    InterventionListController(
            PlanStore plans,
            DocumentStore documents,
            ProblemPartEditor parts,
            RevisionUndo revisionUndo,
            InterventionViews interventionViews,
            ErrorMessages errorMessages,
            PageRenderer pageRenderer,
            PlanBarFactory planBars) {
        this.plans = plans;
        this.documents = documents;
        this.parts = parts;
        this.revisionUndo = revisionUndo;
        this.interventionViews = interventionViews;
        this.errorMessages = errorMessages;
        this.planBars = planBars;
        this.templates = pageRenderer.templates(InterventionListPage.class, "interventions");
    }

    private List<InterventionRow> all(Plan plan) {
        return interventionViews.rows(
                documents.problem(plans.revision(plan.head()).problem()));
    }

    private PlanBar bar(Plan plan) {
        return planBars.create(plan, PlanPart.INTERVENTIONS);
    }

    /**
     * @param removed title of the intervention that was just removed and can be restored
     * @param at      plan version after the removal; undo is offered only at this version
     */
    @GetMapping("/plans/{plan}/interventions")
    @RequiresPermission(Permission.READ)
    ResponseEntity<byte[]> showInterventions(
            @PathVariable PlanId plan,
            @RequestParam(defaultValue = "") String removed,
            @RequestParam(defaultValue = "0") long at,
            Caller caller,
            HttpServletRequest request) {
        return all(HttpStatus.OK, plan, removed, at, List.of(), caller, request);
    }

    private ResponseEntity<byte[]> all(
            HttpStatus status,
            PlanId id,
            String removed,
            long at,
            List<String> errors,
            Caller caller,
            HttpServletRequest request) {
        Plan plan = plans.get(id);
        boolean mayPlan = caller.permissionsIn(plan.organisation()).contains(Permission.PLAN);
        var page = new InterventionListPage(
                id.value(), plan.version(), mayPlan, all(plan), plan.version() == at ? removed : "", errors);
        return templates.render(status, request, "all", page.head().withPlan(bar(plan)), Map.of("page", page));
    }

    @GetMapping("/plans/{plan}/interventions/{id}/removal")
    @RequiresPermission(Permission.PLAN)
    ResponseEntity<byte[]> showRemoval(@PathVariable PlanId plan, @PathVariable String id, HttpServletRequest request) {
        Plan currentPlan = plans.get(plan);
        InterventionRow one = all(currentPlan).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(RefusalException::notFound);
        return templates.render(
                request,
                "removal",
                PageHead.ofText("remove").withStyle("interventions.css").withPlan(bar(currentPlan)),
                Map.of("plan", plan.value(), "version", currentPlan.version(), "one", one));
    }

    /** @param version plan version that the visitor has seen */
    @PostMapping("/plans/{plan}/interventions/{id}/removal")
    @RequiresPermission(Permission.PLAN)
    ResponseEntity<byte[]> removeInterventionOnPage(
            @PathVariable PlanId plan,
            @PathVariable String id,
            @RequestParam long version,
            Caller caller,
            HttpServletRequest request) {
        return respondAfterChange(
                plan,
                caller,
                request,
                currentPlan -> "?removed=" + AddressEncoder.encode(id) + "&at=" + currentPlan.version(),
                () -> parts.remove(plan, version, ProblemPartEditor.INTERVENTIONS, id, caller.account()));
    }

    /** @param version plan version that the visitor has seen */
    @PostMapping("/plans/{plan}/interventions/back")
    @RequiresPermission(Permission.PLAN)
    ResponseEntity<byte[]> undoRemoval(
            @PathVariable PlanId plan, @RequestParam long version, Caller caller, HttpServletRequest request) {
        return respondAfterChange(
                plan, caller, request, currentPlan -> "", () -> revisionUndo.undo(plan, version, caller.account()));
    }

    private ResponseEntity<byte[]> respondAfterChange(
            PlanId plan,
            Caller caller,
            HttpServletRequest request,
            Function<Plan, String> said,
            Supplier<Plan> change) {
        try {
            return PageRenderer.redirectTo("/plans/" + plan.value() + "/interventions" + said.apply(change.get()));
        } catch (RefusalException refusal) {
            if (refusal.status() == HttpStatus.NOT_FOUND) {
                throw refusal;
            }
            return all(refusal.status(), plan, "", 0, errorMessages.sentences(refusal), caller, request);
        }
    }
}
