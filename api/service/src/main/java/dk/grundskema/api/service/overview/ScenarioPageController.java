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
import dk.grundskema.api.service.plan.history.PlanHistory;
import dk.grundskema.api.service.plan.lifecycle.PlanLifecycle;
import dk.grundskema.api.service.plan.problem.PlanBarFactory;
import dk.grundskema.domain.finding.InvalidValueException;
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

/** Serves the page with related plans, of which one is chosen for use. */
@PageController
@Hidden // not part of the REST API
final class ScenarioPageController {
    private final PlanStore plans;
    private final PlanLifecycle lifecycle;
    private final PlanHistory history;
    private final ScenariosPageBuilder scenariosPageBuilder;
    private final ErrorMessages errorMessages;
    private final PlanBarFactory planBars;
    private final LocalizedTemplates templates;

    ScenarioPageController(
            PlanStore plans,
            PlanLifecycle lifecycle,
            PlanHistory history,
            ScenariosPageBuilder scenariosPageBuilder,
            ErrorMessages errorMessages,
            PageRenderer pageRenderer,
            PlanBarFactory planBars) {
        this.plans = plans;
        this.lifecycle = lifecycle;
        this.history = history;
        this.scenariosPageBuilder = scenariosPageBuilder;
        this.errorMessages = errorMessages;
        this.planBars = planBars;
        this.templates = pageRenderer.templates(ScenariosPage.class, "history");
    }

    /** @param done last action of the visitor */
    @GetMapping("/plans/{plan}/scenarios")
    @RequiresPermission(Permission.READ)
    ResponseEntity<byte[]> showScenarios(
            @PathVariable PlanId plan,
            @RequestParam(defaultValue = "") String done,
            Caller caller,
            HttpServletRequest request) {
        String known = done.matches("used|brought") ? done : "";
        return respond(
                HttpStatus.OK,
                plan,
                new ScenariosPageBuilder.ScenarioMessages("", "", List.of(), known),
                caller,
                request);
    }

    private ResponseEntity<byte[]> respond(
            HttpStatus status,
            PlanId id,
            ScenariosPageBuilder.ScenarioMessages said,
            Caller caller,
            HttpServletRequest request) {
        Plan plan = plans.get(id);
        ScenariosPage page = scenariosPageBuilder.build(plan, said, caller);
        PlanBar bar = planBars.create(plan, PlanPart.SCENARIOS);
        return templates.render(
                status, request, "scenarios", page.head().withPlan(bar), Map.of("page", page, "bar", bar));
    }

    @PostMapping("/plans/{plan}/scenarios")
    @RequiresPermission(Permission.PLAN)
    ResponseEntity<byte[]> submitScenario(
            @PathVariable PlanId plan,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(required = false) @Nullable RevisionId revision,
            Caller caller,
            HttpServletRequest request) {
        try {
            Plan made = lifecycle.createScenario(plan, title, revision, caller.account());
            return PageRenderer.redirectTo("/plans/" + made.id());
        } catch (InvalidValueException invalid) {
            var said = new ScenariosPageBuilder.ScenarioMessages(
                    title, errorMessages.joinMessages(invalid.findings()), List.of(), "");
            return respond(HttpStatus.UNPROCESSABLE_CONTENT, plan, said, caller, request);
        }
    }

    @PostMapping("/plans/{plan}/scenarios/{scenario}/use")
    @RequiresPermission(Permission.PLAN)
    ResponseEntity<byte[]> useScenario(
            @PathVariable PlanId plan,
            @PathVariable PlanId scenario,
            @RequestParam(defaultValue = "0") long version,
            Caller caller,
            HttpServletRequest request) {
        requireSameFamily(plan, scenario);
        return respondAfter(
                "used", plan, () -> lifecycle.setInUse(scenario, version, true, caller.account()), caller, request);
    }

    @PostMapping("/plans/{plan}/scenarios/{scenario}/bring")
    @RequiresPermission(Permission.EDIT)
    ResponseEntity<byte[]> bringScenario(
            @PathVariable PlanId plan,
            @PathVariable PlanId scenario,
            @RequestParam(defaultValue = "0") long version,
            @RequestParam RevisionId revision,
            Caller caller,
            HttpServletRequest request) {
        requireSameFamily(plan, scenario);
        return respondAfter(
                "brought", plan, () -> history.restoreRevision(plan, version, revision, caller), caller, request);
    }

    /**
     * Rejects scenarios that are not related to the plan. Related plans belong to the same organisation, so the caller's rights on the plan
     * apply to them.
     */
    private void requireSameFamily(PlanId plan, PlanId scenario) {
        Plan one = plans.get(plan);
        Plan other = plans.get(scenario);
        if (!one.family().equals(other.family()) || !one.organisation().equals(other.organisation())) {
            throw RefusalException.notFound();
        }
    }

    private ResponseEntity<byte[]> respondAfter(
            String what, PlanId plan, Runnable work, Caller caller, HttpServletRequest request) {
        try {
            work.run();
        } catch (RefusalException refusal) {
            var said = new ScenariosPageBuilder.ScenarioMessages("", "", errorMessages.sentences(refusal), "");
            return respond(refusal.status(), plan, said, caller, request);
        }
        return PageRenderer.redirectTo("/plans/" + plan + "/scenarios?done=" + what);
    }
}
