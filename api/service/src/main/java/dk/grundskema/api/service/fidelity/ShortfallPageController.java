package dk.grundskema.api.service.fidelity;

import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.RequiresPermission;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.platform.page.ErrorMessages;
import dk.grundskema.api.platform.page.LocalizedTemplates;
import dk.grundskema.api.platform.page.PageController;
import dk.grundskema.api.platform.page.PageRenderer;
import dk.grundskema.api.platform.page.PlanPart;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.RevisionUndo;
import dk.grundskema.api.service.plan.history.PlanStatusPresenter;
import dk.grundskema.api.service.plan.problem.PlanBarFactory;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Serves the page with everything that the status of a plan counts, where the planner accepts shortfalls. */
@PageController
@Hidden // not part of the REST API
final class ShortfallPageController {
    private static final Set<String> DONE = Set.of("accepted", "withdrawn");
    private static final String UNDONE = "undone";

    private final PlanStore plans;
    private final ShortfallReporter reporter;
    private final ShortfallAcceptor acceptor;
    private final RevisionUndo revisionUndo;
    private final PlanStatusPresenter planStatusPresenter;
    private final ErrorMessages errorMessages;
    private final PlanBarFactory planBars;
    private final LocalizedTemplates templates;

    ShortfallPageController(
            PlanStore plans,
            ShortfallReporter reporter,
            ShortfallAcceptor acceptor,
            RevisionUndo revisionUndo,
            PlanStatusPresenter planStatusPresenter,
            ErrorMessages errorMessages,
            PageRenderer pageRenderer,
            PlanBarFactory planBars) {
        this.plans = plans;
        this.reporter = reporter;
        this.acceptor = acceptor;
        this.revisionUndo = revisionUndo;
        this.planStatusPresenter = planStatusPresenter;
        this.errorMessages = errorMessages;
        this.planBars = planBars;
        this.templates = pageRenderer.templates(FidelityPage.class, "fidelity");
    }

    /** What the form shows: what was typed if it was refused, or the part whose items are all ticked. */
    private record FormState(HttpStatus status, List<String> trouble, Set<String> keys, String reason, String ticked) {
        /** Returns the keys only: the reason may name people. */
        @Override
        public String toString() {
            return keys.toString();
        }
    }

    /**
     * @param done last action: {@code accepted}, {@code withdrawn} or {@code undone}; empty if none
     * @param at   plan version after that action; undo is offered only at this version
     * @param tick part of which everything is chosen; empty if none
     */
    @GetMapping("/plans/{plan}/shortfalls")
    @RequiresPermission(Permission.READ)
    ResponseEntity<byte[]> showShortfalls(
            @PathVariable PlanId plan,
            @RequestParam(defaultValue = "") String done,
            @RequestParam(defaultValue = "0") long at,
            @RequestParam(defaultValue = "") String tick,
            Caller caller,
            HttpServletRequest request) {
        if (plans.revision(plans.get(plan).head()).timetable() == null) {
            return PageRenderer.redirectTo("/plans/" + plan.value());
        }
        return show(plan, done, at, new FormState(HttpStatus.OK, List.of(), Set.of(), "", tick), caller, request);
    }

    private ResponseEntity<byte[]> show(
            PlanId id, String done, long at, FormState form, Caller caller, HttpServletRequest request) {
        Plan plan = plans.get(id);
        Set<Permission> may = caller.permissionsIn(plan.organisation());
        boolean isDone = DONE.contains(done);
        var page = new ShortfallPage(
                id.value(),
                plan.version(),
                may.contains(Permission.EDIT),
                may.contains(Permission.PLAN) && acceptor.canAccept(id, caller),
                reporter.list(id, caller),
                isDone || done.equals(UNDONE) ? done : "",
                isDone && at == plan.version() && may.contains(Permission.PLAN),
                form.trouble(),
                form.keys(),
                form.reason(),
                form.ticked());
        return templates.render(
                form.status(),
                request,
                "shortfalls",
                page.head().withPlan(planBars.create(plan, PlanPart.FIDELITY)),
                Map.of("page", page, "status", planStatusPresenter.fragment(plans.revision(plan.head()))));
    }

    /**
     * @param version plan version of the page
     * @param key     keys of the shortfalls
     */
    @PostMapping("/plans/{plan}/shortfalls")
    @RequiresPermission(Permission.PLAN)
    ResponseEntity<byte[]> submitAcceptances(
            @PathVariable PlanId plan,
            @RequestParam(defaultValue = "0") long version,
            @RequestParam(defaultValue = "") List<String> key,
            @RequestParam(defaultValue = "") String reason,
            Caller caller,
            HttpServletRequest request) {
        Set<String> keys = Set.copyOf(key);
        return change(
                plan,
                "accepted",
                () -> acceptor.accept(plan, version, keys, reason, caller),
                keys,
                reason,
                caller,
                request);
    }

    /** @param version plan version of the page */
    @PostMapping("/plans/{plan}/shortfalls/withdraw")
    @RequiresPermission(Permission.PLAN)
    ResponseEntity<byte[]> submitWithdrawal(
            @PathVariable PlanId plan,
            @RequestParam(defaultValue = "0") long version,
            @RequestParam(defaultValue = "") String key,
            Caller caller,
            HttpServletRequest request) {
        return change(
                plan, "withdrawn", () -> acceptor.withdraw(plan, version, key, caller), Set.of(), "", caller, request);
    }

    /** @param version plan version of the page */
    @PostMapping("/plans/{plan}/shortfalls/undo")
    @RequiresPermission(Permission.PLAN)
    ResponseEntity<byte[]> undoAcceptance(
            @PathVariable PlanId plan,
            @RequestParam(defaultValue = "0") long version,
            Caller caller,
            HttpServletRequest request) {
        return change(
                plan, UNDONE, () -> revisionUndo.undo(plan, version, caller.account()), Set.of(), "", caller, request);
    }

    private ResponseEntity<byte[]> change(
            PlanId id,
            String done,
            Supplier<Plan> change,
            Set<String> keys,
            String reason,
            Caller caller,
            HttpServletRequest request) {
        try {
            Plan changed = change.get();
            return PageRenderer.redirectTo(
                    "/plans/%s/shortfalls?done=%s&at=%d".formatted(id.value(), done, changed.version()));
        } catch (RefusalException refusal) {
            var form = new FormState(refusal.status(), errorMessages.sentences(refusal), keys, reason, "");
            return show(id, "", 0, form, caller, request);
        }
    }
}
