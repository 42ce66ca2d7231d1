package dk.grundskema.api.service.explanation;

import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.RequiresPermission;
import dk.grundskema.api.platform.page.LocalizedTemplates;
import dk.grundskema.api.platform.page.PageController;
import dk.grundskema.api.platform.page.PageRenderer;
import dk.grundskema.api.platform.page.PlanBar;
import dk.grundskema.api.platform.page.PlanPart;
import dk.grundskema.api.service.explanation.MeetingExplainer.Depth;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.problem.PlanBarFactory;
import dk.grundskema.api.service.timetable.TimetableViewProvider;
import dk.grundskema.api.service.timetable.ViewedTimetable;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Serves the page that explains a meeting. */
@PageController
@Hidden // not part of the REST API
final class ExplanationPageController {
    private final TimetableViewProvider timetableViewProvider;
    private final MeetingExplainer explainer;
    private final PlanBarFactory planBars;
    private final LocalizedTemplates templates;

    ExplanationPageController(
            TimetableViewProvider timetableViewProvider,
            MeetingExplainer explainer,
            PageRenderer pageRenderer,
            PlanBarFactory planBars) {
        this.timetableViewProvider = timetableViewProvider;
        this.explainer = explainer;
        this.planBars = planBars;
        this.templates = pageRenderer.templates(ExplanationPage.class, "explanation");
    }

    /**
     * @param session  id of the session, with numbers instead of students' ids
     * @param remedies whether to find what would have to change too
     */
    @GetMapping("/plans/{plan}/timetable/why")
    @RequiresPermission(Permission.EDIT)
    ResponseEntity<byte[]> showExplanation(
            @PathVariable PlanId plan,
            @RequestParam String session,
            @RequestParam(defaultValue = "false") boolean remedies,
            Caller caller,
            HttpServletRequest request) {
        ViewedTimetable viewed = timetableViewProvider.resolve(plan, caller);
        var page = new ExplanationPage(
                "/plans/%s/timetable".formatted(plan.value()),
                session,
                remedies,
                explainer.explain(viewed, session, remedies ? Depth.REMEDIES : Depth.REASONS, caller));
        PlanBar bar = planBars.create(viewed.plan(), PlanPart.TIMETABLE);
        return templates.render(request, "explanation", page.head().withPlan(bar), Map.of("page", page));
    }
}
