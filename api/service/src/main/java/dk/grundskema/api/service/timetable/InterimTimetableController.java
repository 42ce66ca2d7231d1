package dk.grundskema.api.service.timetable;

import dk.grundskema.api.exports.sheet.MeetingStyleCss;
import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.RequiresPermission;
import dk.grundskema.api.platform.page.LocalizedTemplates;
import dk.grundskema.api.platform.page.PageController;
import dk.grundskema.api.platform.page.PageRenderer;
import dk.grundskema.api.platform.page.PlanBar;
import dk.grundskema.api.platform.page.PlanPart;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.problem.PlanBarFactory;
import dk.grundskema.api.service.solve.SolveId;
import dk.grundskema.api.service.solve.SolveStatus;
import dk.grundskema.api.service.solve.SolveStatusReader;
import dk.grundskema.api.service.timetable.PlanTimetableReader.VisibleTimetable;
import dk.grundskema.api.service.timetable.TimetablePage.SearchResult;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Serves the page that shows the best timetable of a running solve so far. */
@PageController
@Hidden // not part of the REST API
final class InterimTimetableController {
    private final SolveStatusReader solves;
    private final PlanTimetableReader timetables;
    private final PlanBarFactory planBars;
    private final LocalizedTemplates templates;

    InterimTimetableController(
            SolveStatusReader solves,
            PlanTimetableReader timetables,
            PageRenderer pageRenderer,
            PlanBarFactory planBars) {
        this.solves = solves;
        this.timetables = timetables;
        this.planBars = planBars;
        this.templates = pageRenderer.templates(TimetablePage.class, "timetable");
    }

    /**
     * Shows the timetable. Redirects to the progress page if the solve has found nothing yet.
     *
     * @param of   selected view, such as {@code TEAM:hold-1}
     * @param week the week, such as {@code 2026-W37}
     * @param date the day, in a day view
     */
    @GetMapping("/solves/{job}/timetable")
    @RequiresPermission(Permission.READ)
    ResponseEntity<byte[]> showSoFar(
            @PathVariable SolveId job,
            @RequestParam(defaultValue = "") String of,
            @RequestParam(defaultValue = "") String week,
            @RequestParam(defaultValue = "") String date,
            Caller caller,
            HttpServletRequest request) {
        SolveStatus solveStatus = solves.get(job);
        String best = solveStatus.best();
        VisibleTimetable visibleTimetable = best == null ? null : timetables.read(solveStatus.plan(), best, caller);
        if (visibleTimetable == null || visibleTimetable.views().weeks().isEmpty()) {
            return PageRenderer.redirectTo("/plans/" + solveStatus.plan().value() + "/plan");
        }
        var page = new TimetablePageBuilder(visibleTimetable, "/solves/" + job.value(), true)
                .build(of, week, date, SearchResult.NOTHING);
        Plan plan = visibleTimetable.plan();
        PlanBar bar = planBars.create(plan, PlanPart.PLAN);
        return templates.render(
                request,
                (own, visitor) -> own.renderPage(
                        visitor,
                        page.head().withPlan(bar),
                        "timetable",
                        Map.of(
                                "page",
                                page,
                                "solving",
                                bar.address(PlanPart.PLAN),
                                "body",
                                new TimetableBodyRenderer(own, visitor).render(page, plan.id()))));
    }

    /** Returns the styles of the timetable; not cached, because the next timetable may have others. */
    @GetMapping("/solves/{job}/looks/{hash}.css")
    @RequiresPermission(Permission.READ)
    ResponseEntity<byte[]> showInterimStyleSheet(@PathVariable SolveId job, @PathVariable String hash) {
        SolveStatus solveStatus = solves.get(job);
        String best = solveStatus.best();
        String style = best == null
                ? ""
                : MeetingStyleCss.cssRules(
                        timetables.readUnnamed(solveStatus.plan(), best).views().meetingStyles());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_TYPE, "text/css; charset=utf-8")
                .body(style.getBytes(StandardCharsets.UTF_8));
    }
}
