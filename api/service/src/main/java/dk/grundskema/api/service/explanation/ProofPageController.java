package dk.grundskema.api.service.explanation;

import dk.grundskema.api.service.access.Caller;
import dk.grundskema.api.service.access.Permission;
import dk.grundskema.api.service.access.RequiresPermission;
import dk.grundskema.api.service.http.RefusalException;
import dk.grundskema.api.service.page.LocalizedTemplates;
import dk.grundskema.api.service.page.PageController;
import dk.grundskema.api.service.page.PageRenderer;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.timetable.TimetableViewProvider;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Serves the parts of the planning page that say what is proved. */
@PageController
@Hidden // not part of the REST API
final class ProofPageController {
    private final PlanStore plans;
    private final TimetableViewProvider timetableViewProvider;
    private final PlanProver prover;
    private final LocalizedTemplates templates;

    ProofPageController(
            PlanStore plans,
            TimetableViewProvider timetableViewProvider,
            PlanProver prover,
            PageRenderer pageRenderer) {
        this.plans = plans;
        this.timetableViewProvider = timetableViewProvider;
        this.prover = prover;
        this.templates = pageRenderer.templates(ExplanationPage.class, "explanation");
    }

    /** @param remedies whether to try changes that resolve the contradictions too */
    @GetMapping("/plans/{plan}/plan/contradictions")
    @RequiresPermission(Permission.EDIT)
    ResponseEntity<byte[]> showContradictions(
            @PathVariable PlanId plan,
            @RequestParam(defaultValue = "false") boolean remedies,
            Caller caller,
            HttpServletRequest request) {
        Map<String, Object> values = new HashMap<>(Map.of("plan", plan.value()));
        try {
            values.put("found", prover.findContradictions(plans.get(plan), remedies, caller));
        } catch (RefusalException e) {
            if (e.status() != HttpStatus.TOO_MANY_REQUESTS) {
                throw e;
            }
        }
        return templates.renderPart(request, "contradictions", values);
    }

    @GetMapping("/plans/{plan}/plan/open-seats")
    @RequiresPermission(Permission.EDIT)
    ResponseEntity<byte[]> showOpenSeats(@PathVariable PlanId plan, Caller caller, HttpServletRequest request) {
        return templates.renderPart(
                request,
                "open-seats",
                Map.of(
                        "proved",
                        prover.proveOpenSeats(timetableViewProvider.resolve(plan, caller), caller)
                                .view()));
    }
}
