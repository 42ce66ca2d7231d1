package dk.grundskema.api.server.pages;

import dk.grundskema.api.server.identity.Caller;
import dk.grundskema.api.server.identity.Needs;
import dk.grundskema.api.server.identity.Permission;
import dk.grundskema.api.server.plans.Plan;
import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.api.server.plans.Plans;
import dk.grundskema.api.server.views.SeenOutcomes;
import dk.grundskema.api.web.app.PlanBar;
import dk.grundskema.api.web.app.PlanPart;
import dk.grundskema.api.web.app.fidelity.FidelityPages;
import dk.grundskema.api.web.app.fidelity.LedgerPage;
import dk.grundskema.api.web.app.fidelity.OutcomePage;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The pages with what a plan gives of what is asked, and who gets how much of what. */
@RestController
@Hidden // no part of what programs are offered
final class FidelityPageController {
    private final Plans plans;
    private final SeenOutcomes outcomes;
    private final Front front;
    private final Spoken<FidelityPages> pages;

    FidelityPageController(Plans plans, SeenOutcomes outcomes, Front front) {
        this.plans = plans;
        this.outcomes = outcomes;
        this.front = front;
        this.pages = front.speaking(FidelityPages::new);
    }

    /** @param only {@code short} to see only what is */
    @GetMapping("/plans/{plan}/fidelity")
    @Needs(Permission.READ)
    ResponseEntity<byte[]> showFidelity(
            @PathVariable PlanId plan,
            @RequestParam(defaultValue = "") String only,
            Caller caller,
            HttpServletRequest request) {
        Plan found = plans.get(plan);
        if (plans.revision(found.head()).timetable() == null) {
            return Front.to("/plans/" + plan.value());
        }
        var page = new OutcomePage(
                plan.value(),
                only.equals("short"),
                may(caller, found).contains(Permission.EDIT),
                outcomes.fidelity(plan, caller));
        PlanBar bar = front.bar(found, PlanPart.FIDELITY);
        return pages.page(request, (own, visitor) -> own.outcome(visitor, bar, page));
    }

    /** All that the page says, as a workbook; students are called as on the page. */
    @GetMapping("/plans/{plan}/fidelity.xlsx")
    @Needs(Permission.READ)
    ResponseEntity<byte[]> downloadFidelity(@PathVariable PlanId plan, Caller caller) {
        return outcomes.fidelityWorkbook(plan, caller);
    }

    private static Set<Permission> may(Caller caller, Plan plan) {
        return caller.permissions(plan.organisation());
    }

    @GetMapping("/plans/{plan}/ledger")
    @Needs(Permission.READ)
    ResponseEntity<byte[]> showLedger(@PathVariable PlanId plan, Caller caller, HttpServletRequest request) {
        Plan found = plans.get(plan);
        if (plans.revision(found.head()).timetable() == null) {
            return Front.to("/plans/" + plan.value());
        }
        Set<Permission> may = may(caller, found);
        var page = new LedgerPage(
                plan.value(),
                may.contains(Permission.EDIT),
                may.contains(Permission.READ_STUDENTS),
                outcomes.ledger(plan, caller));
        PlanBar bar = front.bar(found, PlanPart.FIDELITY);
        return pages.page(request, (own, visitor) -> own.ledger(visitor, bar, page));
    }
}
