package dk.grundskema.api.server.pages;

import dk.grundskema.api.server.identity.Caller;
import dk.grundskema.api.server.identity.Needs;
import dk.grundskema.api.server.identity.Permission;
import dk.grundskema.api.server.plans.Documents;
import dk.grundskema.api.server.plans.Interventions;
import dk.grundskema.api.server.plans.Plan;
import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.api.server.plans.Plans;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.api.web.app.Address;
import dk.grundskema.api.web.app.PlanBar;
import dk.grundskema.api.web.app.PlanPart;
import dk.grundskema.api.web.app.interventions.InterventionPages;
import dk.grundskema.api.web.app.interventions.InterventionsPage;
import dk.grundskema.api.web.app.interventions.InterventionsPage.Planned;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The page with all that is planned, from which it is taken away. */
@RestController
@Hidden // no part of what programs are offered
final class InterventionPagesController {
    private final Plans plans;
    private final Documents documents;
    private final Interventions interventions;
    private final PlannedInterventions planned;
    private final Wrong wrong;
    private final Front front;
    private final Spoken<InterventionPages> pages;

    InterventionPagesController(
            Plans plans,
            Documents documents,
            Interventions interventions,
            PlannedInterventions planned,
            Wrong wrong,
            Front front) {
        this.plans = plans;
        this.documents = documents;
        this.interventions = interventions;
        this.planned = planned;
        this.wrong = wrong;
        this.front = front;
        this.pages = front.speaking(InterventionPages::new);
    }

    private List<Planned> all(Plan plan) {
        return planned.all(documents.problem(plans.revision(plan.head()).problem()));
    }

    private PlanBar bar(Plan plan) {
        return front.bar(plan, PlanPart.INTERVENTIONS);
    }

    /**
     * @param removed what was just taken away, to be brought back
     * @param at      the version that the plan got by that: once something else was done, to undo would take back that
     */
    @GetMapping("/plans/{plan}/interventions")
    @Needs(Permission.READ)
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
            List<String> troubles,
            Caller caller,
            HttpServletRequest request) {
        Plan plan = plans.get(id);
        boolean mayPlan = caller.permissions(plan.organisation()).contains(Permission.PLAN);
        var page = new InterventionsPage(
                id.value(), plan.version(), mayPlan, all(plan), plan.version() == at ? removed : "", troubles);
        return pages.page(status, request, (own, visitor) -> own.all(visitor, bar(plan), page));
    }

    @GetMapping("/plans/{plan}/interventions/{id}/removal")
    @Needs(Permission.PLAN)
    ResponseEntity<byte[]> showRemoval(@PathVariable PlanId plan, @PathVariable String id, HttpServletRequest request) {
        Plan now = plans.get(plan);
        Planned one = all(now).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        return pages.page(request, (own, visitor) -> own.removal(visitor, bar(now), now.version(), one));
    }

    /** @param version the plan's version that the visitor has seen */
    @PostMapping("/plans/{plan}/interventions/{id}/removal")
    @Needs(Permission.PLAN)
    ResponseEntity<byte[]> takeAway(
            @PathVariable PlanId plan,
            @PathVariable String id,
            @RequestParam long version,
            Caller caller,
            HttpServletRequest request) {
        return changed(
                plan,
                caller,
                request,
                now -> "?removed=" + Address.part(id) + "&at=" + now.version(),
                () -> interventions.remove(plan, version, id, caller.account()));
    }

    /** @param version the plan's version that the visitor has seen */
    @PostMapping("/plans/{plan}/interventions/back")
    @Needs(Permission.PLAN)
    ResponseEntity<byte[]> bringBack(
            @PathVariable PlanId plan, @RequestParam long version, Caller caller, HttpServletRequest request) {
        return changed(plan, caller, request, now -> "", () -> interventions.undo(plan, version, caller.account()));
    }

    private ResponseEntity<byte[]> changed(
            PlanId plan,
            Caller caller,
            HttpServletRequest request,
            Function<Plan, String> said,
            Supplier<Plan> change) {
        try {
            return Front.to("/plans/" + plan.value() + "/interventions" + said.apply(change.get()));
        } catch (Refusal refusal) {
            if (refusal.status() == HttpStatus.NOT_FOUND) {
                throw refusal;
            }
            return all(refusal.status(), plan, "", 0, wrong.sentences(refusal), caller, request);
        }
    }
}
