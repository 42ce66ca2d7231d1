package dk.grundskema.api.service.explanation;

import dk.grundskema.api.documents.json.JsonFormatter;
import dk.grundskema.api.documents.json.RecordReader;
import dk.grundskema.api.documents.json.RecordWriter;
import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.RequiresPermission;
import dk.grundskema.api.platform.http.RecordMessageConverter;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.platform.http.RequestTexts;
import dk.grundskema.api.platform.page.LocalizedTemplates;
import dk.grundskema.api.platform.page.PageController;
import dk.grundskema.api.platform.page.PageRenderer;
import dk.grundskema.api.service.edit.ChangeBody;
import dk.grundskema.api.service.edit.EffectViews.EditView;
import dk.grundskema.api.service.edit.PlanEditor;
import dk.grundskema.api.service.explanation.MendingChanges.Mending;
import dk.grundskema.api.service.explanation.ProofViews.OpenSeatsView;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.timetable.TimetableViewProvider;
import dk.grundskema.api.service.timetable.ViewedTimetable;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Serves the parts of the planning page that say what is proved. */
@PageController
@Hidden // not part of the REST API
final class ProofPageController {
    /** Refusals that the page explains; others have pages of their own. */
    private static final Set<HttpStatus> EXPLAINED =
            Set.of(HttpStatus.PRECONDITION_FAILED, HttpStatus.UNPROCESSABLE_CONTENT, HttpStatus.CONFLICT);

    private final PlanStore plans;
    private final TimetableViewProvider timetableViewProvider;
    private final PlanProver prover;
    private final PlanEditor planEditor;
    private final RequestTexts requestTexts;
    private final LocalizedTemplates templates;
    private final RecordMessageConverter fields;

    /**
     * The part that says what can be mended.
     *
     * @param plan    id of the plan
     * @param version version of the plan that was examined
     * @param proved  what is proved
     */
    record OpenSeatsPart(String plan, long version, OpenSeatsView proved) {
        /** Returns changes as the value of a field. */
        public String field(List<ChangeBody> changes, boolean lock) {
            return JsonFormatter.format(RecordWriter.toJson(new Mending(changes, lock)));
        }
    }

    ProofPageController(
            PlanStore plans,
            TimetableViewProvider timetableViewProvider,
            PlanProver prover,
            PlanEditor planEditor,
            RecordReader recordReader,
            RequestTexts requestTexts,
            PageRenderer pageRenderer) {
        this.plans = plans;
        this.timetableViewProvider = timetableViewProvider;
        this.prover = prover;
        this.planEditor = planEditor;
        this.requestTexts = requestTexts;
        this.fields = new RecordMessageConverter(recordReader);
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
        ViewedTimetable viewed = timetableViewProvider.resolve(plan, caller);
        try {
            var part = new OpenSeatsPart(
                    plan.value(),
                    viewed.plan().version(),
                    prover.proveOpenSeats(viewed, caller).view());
            return templates.renderPart(request, "open-seats", Map.of("part", part, "proved", part.proved()));
        } catch (RefusalException busy) {
            if (busy.status() != HttpStatus.TOO_MANY_REQUESTS) {
                throw busy;
            }
            return templates.renderPart(request, "open-seats-later", Map.of("plan", plan.value()));
        }
    }

    /**
     * Makes the changes that mend a fault.
     *
     * @param changes a {@link Mending} as JSON
     * @param version version of the plan that was examined
     */
    @PostMapping("/plans/{plan}/plan/mend")
    @RequiresPermission(Permission.EDIT)
    ResponseEntity<byte[]> mendFault(
            @PathVariable PlanId plan,
            @RequestParam String changes,
            @RequestParam long version,
            Caller caller,
            HttpServletRequest request) {
        try {
            Mending mending = fields.read(changes.getBytes(StandardCharsets.UTF_8), Mending.class);
            EditView made = planEditor.edit(plan, mending.changes(), mending.lock(), version, caller);
            return ResponseEntity.ok()
                    .header("HX-Redirect", "/plans/" + plan.value() + "/plan?mended=" + made.version())
                    .build();
        } catch (RefusalException refused) {
            if (!EXPLAINED.contains(refused.status())) {
                throw refused;
            }
            return templates.renderPart(
                    request,
                    "not-mended",
                    Map.of("plan", plan.value(), "reasons", requestTexts.describeFindings(refused.findings())));
        }
    }
}
