package dk.grundskema.api.service.fidelity;

import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.RequiresPermission;
import dk.grundskema.api.platform.http.RequestTexts;
import dk.grundskema.api.platform.page.LocalizedTemplates;
import dk.grundskema.api.platform.page.PageController;
import dk.grundskema.api.platform.page.PageRenderer;
import dk.grundskema.api.platform.page.PlanBar;
import dk.grundskema.api.platform.page.PlanPart;
import dk.grundskema.api.service.fidelity.LoadsPage.LoadsOrder;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.problem.PlanBarFactory;
import dk.grundskema.domain.finding.Texts;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Serves the page with the workload and rests of the staff. */
@PageController
@Hidden // not part of the REST API
final class LoadsPageController {
    private final PlanStore plans;
    private final StaffLoadCalculator loads;
    private final PlanBarFactory planBars;
    private final RequestTexts requestTexts;
    private final LocalizedTemplates templates;

    LoadsPageController(
            PlanStore plans,
            StaffLoadCalculator loads,
            PageRenderer pageRenderer,
            PlanBarFactory planBars,
            RequestTexts requestTexts) {
        this.plans = plans;
        this.loads = loads;
        this.planBars = planBars;
        this.requestTexts = requestTexts;
        this.templates = pageRenderer.templates(LoadsPage.class, "loads");
    }

    /**
     * @param sort order of people, such as {@code hours}; by name if invalid
     * @param from first week of the strips, such as {@code 2026-W37}; the first of all if invalid
     */
    @GetMapping("/plans/{plan}/loads")
    @RequiresPermission(Permission.READ)
    ResponseEntity<byte[]> showLoads(
            @PathVariable PlanId plan,
            @RequestParam(defaultValue = "") String sort,
            @RequestParam(defaultValue = "") String from,
            HttpServletRequest request) {
        Plan found = plans.get(plan);
        boolean hasTimetable = plans.revision(found.head()).timetable() != null;
        LoadsPage page = hasTimetable
                ? new LoadsPageBuilder(plan, loads.loadsOf(plan), law()).build(order(sort), from)
                : LoadsPage.empty(plan.value());
        PlanBar bar = planBars.create(found, PlanPart.LOADS);
        return templates.render(
                request,
                (own, visitor) -> own.renderPage(
                        visitor,
                        page.head().withPlan(bar),
                        "loads",
                        Map.of(
                                "page",
                                page,
                                "formatter",
                                new LoadsFormatter(own.texts()),
                                "orders",
                                LoadsOrder.values(),
                                "planning",
                                bar.address(PlanPart.PLAN))));
    }

    private String law() {
        Texts texts = requestTexts.texts();
        return texts.text("fidelity.law") + ", " + texts.text("fidelity.law.rest");
    }

    private static LoadsOrder order(String sort) {
        return Arrays.stream(LoadsOrder.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(sort))
                .findFirst()
                .orElse(LoadsOrder.NAME);
    }
}
