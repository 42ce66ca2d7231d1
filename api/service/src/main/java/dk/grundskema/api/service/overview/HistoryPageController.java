package dk.grundskema.api.service.overview;

import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.RequiresPermission;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.platform.page.ErrorMessages;
import dk.grundskema.api.platform.page.LocalizedTemplates;
import dk.grundskema.api.platform.page.PageController;
import dk.grundskema.api.platform.page.PageRenderer;
import dk.grundskema.api.platform.page.PlanBar;
import dk.grundskema.api.platform.page.PlanPart;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.RevisionId;
import dk.grundskema.api.service.plan.RevisionUndo;
import dk.grundskema.api.service.plan.history.PlanHistory;
import dk.grundskema.api.service.plan.problem.PlanBarFactory;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Serves the history pages of a plan. */
@PageController
@Hidden // not part of the REST API
final class HistoryPageController {
    private final PlanStore plans;
    private final PlanHistory history;
    private final RevisionUndo revisionUndo;
    private final HistoryPageBuilder historyPageBuilder;
    private final ErrorMessages errorMessages;
    private final PlanBarFactory planBars;
    private final LocalizedTemplates templates;

    HistoryPageController(
            PlanStore plans,
            PlanHistory history,
            RevisionUndo revisionUndo,
            HistoryPageBuilder historyPageBuilder,
            ErrorMessages errorMessages,
            PageRenderer pageRenderer,
            PlanBarFactory planBars) {
        this.plans = plans;
        this.history = history;
        this.revisionUndo = revisionUndo;
        this.historyPageBuilder = historyPageBuilder;
        this.errorMessages = errorMessages;
        this.planBars = planBars;
        this.templates = pageRenderer.templates(HistoryPage.class, "history");
    }

    /**
     * @param before plan version; only earlier changes are shown; 0 means the latest
     * @param done   last action of the visitor
     */
    @GetMapping("/plans/{plan}/history")
    @RequiresPermission(Permission.READ)
    ResponseEntity<byte[]> showHistory(
            @PathVariable PlanId plan,
            @RequestParam(defaultValue = "0") long before,
            @RequestParam(defaultValue = "") String done,
            Caller caller,
            HttpServletRequest request) {
        String known = done.matches("returned|undone|redone") ? done : "";
        return respond(HttpStatus.OK, plan, before, known, List.of(), caller, request);
    }

    private ResponseEntity<byte[]> respond(
            HttpStatus status,
            PlanId id,
            long before,
            String done,
            List<String> errors,
            Caller caller,
            HttpServletRequest request) {
        Plan plan = plans.get(id);
        HistoryPage page = historyPageBuilder.buildHistory(plan, before, done, errors, caller);
        return templates.render(status, request, "history", page.head().withPlan(bar(plan)), Map.of("page", page));
    }

    private PlanBar bar(Plan plan) {
        return planBars.create(plan, PlanPart.HISTORY);
    }

    /** @param with id of the revision to compare with; absent means the current one */
    @GetMapping("/plans/{plan}/history/{step}")
    @RequiresPermission(Permission.READ)
    ResponseEntity<byte[]> showRevision(
            @PathVariable PlanId plan,
            @PathVariable RevisionId step,
            @RequestParam(required = false) @Nullable RevisionId with,
            Caller caller,
            HttpServletRequest request) {
        Plan found = plans.get(plan);
        var page = historyPageBuilder.buildRevision(found, step, with == null ? found.head() : with, caller);
        return templates.render(request, "revision", page.head().withPlan(bar(found)), Map.of("page", page));
    }

    @PostMapping("/plans/{plan}/history/{step}/return")
    @RequiresPermission(Permission.EDIT)
    ResponseEntity<byte[]> submitReturn(
            @PathVariable PlanId plan,
            @PathVariable RevisionId step,
            @RequestParam(defaultValue = "0") long version,
            Caller caller,
            HttpServletRequest request) {
        return respondAfter(
                "returned", plan, () -> history.restoreRevision(plan, version, step, caller), caller, request);
    }

    @PostMapping("/plans/{plan}/history/undo")
    @RequiresPermission(Permission.EDIT)
    ResponseEntity<byte[]> submitUndo(
            @PathVariable PlanId plan,
            @RequestParam(defaultValue = "0") long version,
            Caller caller,
            HttpServletRequest request) {
        return respondAfter("undone", plan, () -> revisionUndo.undo(plan, version, caller.account()), caller, request);
    }

    @PostMapping("/plans/{plan}/history/redo")
    @RequiresPermission(Permission.EDIT)
    ResponseEntity<byte[]> submitRedo(
            @PathVariable PlanId plan,
            @RequestParam(defaultValue = "0") long version,
            Caller caller,
            HttpServletRequest request) {
        return respondAfter("redone", plan, () -> revisionUndo.redo(plan, version, caller.account()), caller, request);
    }

    private ResponseEntity<byte[]> respondAfter(
            String what, PlanId plan, Runnable work, Caller caller, HttpServletRequest request) {
        try {
            work.run();
        } catch (RefusalException refusal) {
            return respond(refusal.status(), plan, 0, "", errorMessages.sentences(refusal), caller, request);
        }
        return PageRenderer.redirectTo("/plans/" + plan + "/history?done=" + what);
    }
}
