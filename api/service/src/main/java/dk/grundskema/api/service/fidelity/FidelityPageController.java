package dk.grundskema.api.service.fidelity;

import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.RequiresPermission;
import dk.grundskema.api.platform.page.LocalizedTemplates;
import dk.grundskema.api.platform.page.PageController;
import dk.grundskema.api.platform.page.PageRenderer;
import dk.grundskema.api.platform.page.PlanBar;
import dk.grundskema.api.platform.page.PlanPart;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.history.PlanStatusPresenter;
import dk.grundskema.api.service.plan.problem.PlanBarFactory;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Serves the pages that compare a plan with its requirements and list what each student gets. */
@PageController
@Hidden // not part of the REST API
final class FidelityPageController {
    private final PlanStore plans;
    private final FidelityReporter fidelityReporter;
    private final PlanStatusPresenter planStatusPresenter;
    private final PlanBarFactory planBars;
    private final LocalizedTemplates templates;

    FidelityPageController(
            PlanStore plans,
            FidelityReporter fidelityReporter,
            PlanStatusPresenter planStatusPresenter,
            PageRenderer pageRenderer,
            PlanBarFactory planBars) {
        this.plans = plans;
        this.fidelityReporter = fidelityReporter;
        this.planStatusPresenter = planStatusPresenter;
        this.planBars = planBars;
        this.templates = pageRenderer.templates(FidelityPage.class, "fidelity");
    }

    /** @param only {@code short} to show only unmet requirements */
    @GetMapping("/plans/{plan}/fidelity")
    @RequiresPermission(Permission.READ)
    ResponseEntity<byte[]> showFidelity(
            @PathVariable PlanId plan,
            @RequestParam(defaultValue = "") String only,
            Caller caller,
            HttpServletRequest request) {
        Plan found = plans.get(plan);
        if (plans.revision(found.head()).timetable() == null) {
            return PageRenderer.redirectTo("/plans/" + plan.value());
        }
        var page = new FidelityPage(
                plan.value(),
                only.equals("short"),
                permissionsOf(caller, found).contains(Permission.EDIT),
                fidelityReporter.fidelity(plan, caller));
        PlanBar bar = planBars.create(found, PlanPart.FIDELITY);
        return templates.render(
                request,
                "outcome",
                page.head().withPlan(bar),
                Map.of("page", page, "status", planStatusPresenter.fragment(plans.revision(found.head()))));
    }

    /** Returns the content of the page as a workbook, with the same naming of students. */
    @GetMapping("/plans/{plan}/fidelity.xlsx")
    @RequiresPermission(Permission.READ)
    ResponseEntity<byte[]> downloadFidelity(@PathVariable PlanId plan, Caller caller) {
        return fidelityReporter.fidelityWorkbook(plan, caller);
    }

    private static Set<Permission> permissionsOf(Caller caller, Plan plan) {
        return caller.permissionsIn(plan.organisation());
    }

    @GetMapping("/plans/{plan}/ledger")
    @RequiresPermission(Permission.READ)
    ResponseEntity<byte[]> showLedger(@PathVariable PlanId plan, Caller caller, HttpServletRequest request) {
        Plan found = plans.get(plan);
        if (plans.revision(found.head()).timetable() == null) {
            return PageRenderer.redirectTo("/plans/" + plan.value());
        }
        Set<Permission> may = permissionsOf(caller, found);
        var page = new LedgerPage(
                plan.value(),
                may.contains(Permission.EDIT),
                may.contains(Permission.READ_STUDENTS),
                fidelityReporter.ledger(plan, caller));
        PlanBar bar = planBars.create(found, PlanPart.FIDELITY);
        return templates.render(request, "ledger", page.head().withPlan(bar), Map.of("page", page));
    }
}
