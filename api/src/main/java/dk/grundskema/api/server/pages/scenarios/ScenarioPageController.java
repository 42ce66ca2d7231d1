package dk.grundskema.api.server.pages.scenarios;

import dk.grundskema.api.server.identity.Caller;
import dk.grundskema.api.server.identity.Needs;
import dk.grundskema.api.server.identity.Permission;
import dk.grundskema.api.server.pages.Front;
import dk.grundskema.api.server.pages.Spoken;
import dk.grundskema.api.server.pages.Wrong;
import dk.grundskema.api.server.plans.Plan;
import dk.grundskema.api.server.plans.PlanHistory;
import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.api.server.plans.Plans;
import dk.grundskema.api.server.plans.RevisionId;
import dk.grundskema.api.server.plans.Scenarios;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.api.web.app.PlanPart;
import dk.grundskema.api.web.app.history.HistoryPages;
import dk.grundskema.api.web.app.history.ScenariosPage;
import dk.grundskema.domain.finding.InvalidValueException;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The page with plans that belong together, on which one is chosen. */
@RestController
@Hidden // no part of what programs are offered
final class ScenarioPageController {
    private final Plans plans;
    private final Scenarios scenarios;
    private final PlanHistory history;
    private final SideBySide beside;
    private final Wrong wrong;
    private final Front front;
    private final Spoken<HistoryPages> pages;

    ScenarioPageController(
            Plans plans, Scenarios scenarios, PlanHistory history, SideBySide beside, Wrong wrong, Front front) {
        this.plans = plans;
        this.scenarios = scenarios;
        this.history = history;
        this.beside = beside;
        this.wrong = wrong;
        this.front = front;
        this.pages = front.speaking(HistoryPages::new);
    }

    /** @param done what the visitor has just done */
    @GetMapping("/plans/{plan}/scenarios")
    @Needs(Permission.READ)
    ResponseEntity<byte[]> showScenarios(
            @PathVariable PlanId plan,
            @RequestParam(defaultValue = "") String done,
            Caller caller,
            HttpServletRequest request) {
        String known = done.matches("used|brought") ? done : "";
        return page(HttpStatus.OK, plan, new SideBySide.Said("", "", List.of(), known), caller, request);
    }

    private ResponseEntity<byte[]> page(
            HttpStatus status, PlanId id, SideBySide.Said said, Caller caller, HttpServletRequest request) {
        Plan plan = plans.get(id);
        ScenariosPage page = beside.page(plan, said, caller);
        return pages.page(
                status, request, (own, visitor) -> own.scenarios(visitor, front.bar(plan, PlanPart.SCENARIOS), page));
    }

    @PostMapping("/plans/{plan}/scenarios")
    @Needs(Permission.PLAN)
    ResponseEntity<byte[]> typeScenario(
            @PathVariable PlanId plan,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(required = false) @Nullable RevisionId revision,
            Caller caller,
            HttpServletRequest request) {
        try {
            return Front.to("/plans/" + scenarios.make(plan, title, revision, caller));
        } catch (InvalidValueException invalid) {
            var said = new SideBySide.Said(title, wrong.all(invalid.findings()), List.of(), "");
            return page(HttpStatus.UNPROCESSABLE_CONTENT, plan, said, caller, request);
        }
    }

    @PostMapping("/plans/{plan}/scenarios/{scenario}/use")
    @Needs(Permission.PLAN)
    ResponseEntity<byte[]> useScenario(
            @PathVariable PlanId plan,
            @PathVariable PlanId scenario,
            @RequestParam(defaultValue = "0") long version,
            Caller caller,
            HttpServletRequest request) {
        together(plan, scenario);
        return done("used", plan, () -> scenarios.use(scenario, version, caller), caller, request);
    }

    @PostMapping("/plans/{plan}/scenarios/{scenario}/bring")
    @Needs(Permission.EDIT)
    ResponseEntity<byte[]> bringScenario(
            @PathVariable PlanId plan,
            @PathVariable PlanId scenario,
            @RequestParam(defaultValue = "0") long version,
            @RequestParam RevisionId revision,
            Caller caller,
            HttpServletRequest request) {
        together(plan, scenario);
        return done("brought", plan, () -> history.goBack(plan, version, revision, caller), caller, request);
    }

    /** Whoever may do it to a plan may do it to those that belong together with it, which are of the same organisation; and to no others. */
    private void together(PlanId plan, PlanId scenario) {
        Plan one = plans.get(plan);
        Plan other = plans.get(scenario);
        if (!one.family().equals(other.family()) || !one.organisation().equals(other.organisation())) {
            throw Refusal.notFound();
        }
    }

    private ResponseEntity<byte[]> done(
            String what, PlanId plan, Runnable work, Caller caller, HttpServletRequest request) {
        try {
            work.run();
        } catch (Refusal refusal) {
            var said = new SideBySide.Said("", "", wrong.sentences(refusal), "");
            return page(refusal.status(), plan, said, caller, request);
        }
        return Front.to("/plans/" + plan + "/scenarios?done=" + what);
    }
}
