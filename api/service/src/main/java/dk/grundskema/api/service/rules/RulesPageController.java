package dk.grundskema.api.service.rules;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.RequiresPermission;
import dk.grundskema.api.platform.http.ProblemDetails;
import dk.grundskema.api.platform.http.ProblemDetails.FindingView;
import dk.grundskema.api.platform.http.ProblemDetailsFactory;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.platform.page.ErrorMessages;
import dk.grundskema.api.platform.page.LocalizedTemplates;
import dk.grundskema.api.platform.page.PageController;
import dk.grundskema.api.platform.page.PageRenderer;
import dk.grundskema.api.platform.page.PlanPart;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.RevisionUndo;
import dk.grundskema.api.service.plan.problem.PlanAddresses;
import dk.grundskema.api.service.plan.problem.PlanBarFactory;
import dk.grundskema.api.service.plan.problem.ProblemPartEditor;
import dk.grundskema.api.service.rules.RulesPage.SaveTrouble;
import dk.grundskema.domain.problem.Problem;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Serves the page with the rules and weights of a plan. */
@PageController
@Hidden // not part of the REST API
final class RulesPageController {
    private static final String SAVED = "saved";

    private final PlanStore plans;
    private final DocumentStore documents;
    private final ProblemPartEditor parts;
    private final RevisionUndo revisionUndo;
    private final RulesForm rulesForm;
    private final ProblemDetailsFactory problemDetailsFactory;
    private final ErrorMessages errorMessages;
    private final PlanBarFactory planBars;
    private final LocalizedTemplates templates;

    RulesPageController(
            PlanStore plans,
            DocumentStore documents,
            ProblemPartEditor parts,
            RevisionUndo revisionUndo,
            RulesForm rulesForm,
            ProblemDetailsFactory problemDetailsFactory,
            ErrorMessages errorMessages,
            PageRenderer pageRenderer,
            PlanBarFactory planBars) {
        this.plans = plans;
        this.documents = documents;
        this.parts = parts;
        this.revisionUndo = revisionUndo;
        this.rulesForm = rulesForm;
        this.problemDetailsFactory = problemDetailsFactory;
        this.errorMessages = errorMessages;
        this.planBars = planBars;
        this.templates = pageRenderer.templates(RulesPage.class, "rules");
    }

    private Problem problem(Plan plan) {
        return documents.problem(plans.revision(plan.head()).problem()).value();
    }

    /**
     * @param done last action: {@code saved} or {@code undone}; empty if none
     * @param at   plan version after that action; undo is offered only at this version
     */
    @GetMapping("/plans/{plan}/rules")
    @RequiresPermission(Permission.PLAN)
    ResponseEntity<byte[]> showRules(
            @PathVariable PlanId plan,
            @RequestParam(defaultValue = "") String done,
            @RequestParam(defaultValue = "0") long at,
            HttpServletRequest request) {
        return showCurrent(HttpStatus.OK, plans.get(plan), done, at, SaveTrouble.NONE, request);
    }

    private ResponseEntity<byte[]> showCurrent(
            HttpStatus status, Plan plan, String done, long at, SaveTrouble trouble, HttpServletRequest request) {
        Problem problem = problem(plan);
        String last = done.equals(SAVED) || done.equals("undone") ? done : "";
        var page = new RulesPage(
                plan.id().value(),
                plan.version(),
                last,
                last.equals(SAVED) && at == plan.version(),
                trouble,
                rulesForm.buildContent(problem, EditedRules.of(problem), FieldErrors.empty()));
        return render(status, plan, page, request);
    }

    private ResponseEntity<byte[]> render(HttpStatus status, Plan plan, RulesPage page, HttpServletRequest request) {
        return templates.render(
                status,
                request,
                "rules",
                page.head().withPlan(planBars.create(plan, PlanPart.RULES)),
                Map.of("page", page));
    }

    /** @param version plan version of the page */
    @PostMapping("/plans/{plan}/rules")
    @RequiresPermission(Permission.PLAN)
    ResponseEntity<byte[]> submitRules(
            @PathVariable PlanId plan,
            @RequestParam(defaultValue = "0") long version,
            Caller caller,
            HttpServletRequest request) {
        Plan found = plans.get(plan);
        Problem problem = problem(found);
        EditedRules typed = rulesForm.read(problem, new SubmittedForm(request.getParameterMap()));
        try {
            Map<String, Json> changes =
                    typed.changes(EditedRules.of(problem), parts.listElements(plan, EditedRules.STAFF));
            String address = PlanAddresses.rules(plan.value()) + "?done=" + SAVED;
            if (changes.isEmpty()) {
                plans.getAtVersion(plan, version);
                return PageRenderer.redirectTo(address);
            }
            Plan saved = parts.putFields(plan, version, "rules", changes, caller.account());
            return PageRenderer.redirectTo(address + "&at=" + saved.version());
        } catch (RefusalException refusal) {
            if (refusal.status() == HttpStatus.NOT_FOUND) {
                throw refusal;
            }
            return showRefused(found, problem, typed, refusal, request);
        }
    }

    private ResponseEntity<byte[]> showRefused(
            Plan plan, Problem problem, EditedRules typed, RefusalException refusal, HttpServletRequest request) {
        var worded = new RefusalException(
                refusal.status(),
                refusal.findings().stream()
                        .map(one -> EditedRules.atField(WorkRulesForm.reword(one), problem))
                        .toList(),
                refusal.concurrentChanges());
        ProblemDetails details = problemDetailsFactory.ofForm(worded);
        FieldErrors fields = FieldErrors.empty();
        rulesForm.buildContent(problem, typed, fields);
        FieldErrors placed = fields.withMessages(details.findings());
        var trouble = new SaveTrouble(
                placed.countErrors(),
                placed.unassigned().stream().map(FindingView::text).toList(),
                errorMessages.describeChanges(details));
        var page = new RulesPage(
                plan.id().value(),
                PlanBarFactory.submittedVersion(plan, refusal.status(), request),
                "",
                false,
                trouble,
                rulesForm.buildContent(problem, typed, placed));
        return render(refusal.status(), plan, page, request);
    }

    /** @param version plan version of the page */
    @PostMapping("/plans/{plan}/rules/undo")
    @RequiresPermission(Permission.PLAN)
    ResponseEntity<byte[]> undoRules(
            @PathVariable PlanId plan,
            @RequestParam(defaultValue = "0") long version,
            Caller caller,
            HttpServletRequest request) {
        try {
            revisionUndo.undo(plan, version, caller.account());
            return PageRenderer.redirectTo(PlanAddresses.rules(plan.value()) + "?done=undone");
        } catch (RefusalException refusal) {
            var trouble = new SaveTrouble(0, errorMessages.sentences(refusal), List.of());
            return showCurrent(refusal.status(), plans.get(plan), "", 0, trouble, request);
        }
    }
}
