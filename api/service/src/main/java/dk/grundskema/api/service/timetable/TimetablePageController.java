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
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.Revision;
import dk.grundskema.api.service.plan.RevisionId;
import dk.grundskema.api.service.plan.history.LocatedFaults.LocatedFault;
import dk.grundskema.api.service.plan.history.UndoStepFinder;
import dk.grundskema.api.service.plan.problem.PlanBarFactory;
import dk.grundskema.api.service.plan.problem.PlanContentReader;
import dk.grundskema.api.service.timetable.PlanTimetableReader.VisibleTimetable;
import dk.grundskema.domain.problem.SessionLock;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Serves the page that shows a plan's timetable. */
@PageController
@Hidden // not part of the REST API
final class TimetablePageController {
    private static final Duration CACHE_LIFETIME = Duration.ofDays(365);

    private final PlanStore plans;
    private final PlanTimetableReader timetables;
    private final DocumentStore documents;
    private final UndoStepFinder undoStepFinder;
    private final PlanContentReader planContentReader;
    private final MeetingMarksReader meetingMarksReader;
    private final PlanBarFactory planBars;
    private final LocalizedTemplates templates;

    TimetablePageController(
            PlanStore plans,
            PlanTimetableReader timetables,
            DocumentStore documents,
            UndoStepFinder undoStepFinder,
            PlanContentReader planContentReader,
            MeetingMarksReader meetingMarksReader,
            PageRenderer pageRenderer,
            PlanBarFactory planBars) {
        this.plans = plans;
        this.timetables = timetables;
        this.documents = documents;
        this.undoStepFinder = undoStepFinder;
        this.planContentReader = planContentReader;
        this.meetingMarksReader = meetingMarksReader;
        this.planBars = planBars;
        this.templates = pageRenderer.templates(TimetablePage.class, "timetable");
    }

    /**
     * Shows the timetable; before planning, the school's existing lessons. Redirects to the plan's page if there are none.
     *
     * @param of     selected view, such as {@code TEAM:hold-1}
     * @param week   the week, such as {@code 2026-W37}
     * @param date   the day, in a day view
     * @param look   number of the style of a subject found by a search; -1 if none
     * @param missed whether a search found nothing
     * @param more   whether a search found more than the {@code hit} parameters of the address
     * @param fault  key of a fault to show; without a selected view, the one that shows it best
     */
    @GetMapping("/plans/{plan}/timetable")
    @RequiresPermission(Permission.READ)
    ResponseEntity<byte[]> showTimetable(
            @PathVariable PlanId plan,
            @RequestParam(defaultValue = "") String of,
            @RequestParam(defaultValue = "") String week,
            @RequestParam(defaultValue = "") String date,
            @RequestParam(defaultValue = "-1") int look,
            @RequestParam(defaultValue = "-1") int lesson,
            @RequestParam(defaultValue = "false") boolean missed,
            @RequestParam(defaultValue = "false") boolean more,
            @RequestParam(defaultValue = "") String fault,
            Caller caller,
            HttpServletRequest request) {
        Plan found = plans.get(plan);
        Optional<VisibleTimetable> shows = findShown(found, caller);
        if (shows.isEmpty()) {
            return PageRenderer.redirectTo("/plans/" + plan.value());
        }
        VisibleTimetable visibleTimetable = shows.get();
        var choices = new TimetablePageBuilder(visibleTimetable);
        boolean hasTimetable = planContentReader.read(found).hasTimetable();
        MeetingMarks marks =
                hasTimetable ? meetingMarksReader.read(visibleTimetable, fault, caller) : MeetingMarks.none();
        LocatedFault selected = marks.selected();
        var asked = of.isEmpty() && selected != null && !selected.places().isEmpty()
                ? choices.viewOf(selected)
                : new TimetablePageBuilder.ChosenView(of, week, date);
        String[] hits = request.getParameterValues("hit"); // ids may contain commas, at which Spring would split them
        var page = choices.build(
                        asked.of(),
                        asked.week(),
                        asked.date(),
                        hits == null
                                ? choices.searchResult(look, lesson, missed)
                                : choices.searchResult(List.of(hits), more, of, week))
                .withMarks(marks);
        boolean mayEdit = hasTimetable
                && visibleTimetable.hasNames() // changes use session ids, which may reveal students
                && caller.permissionsIn(found.organisation()).contains(Permission.EDIT);
        var shown = mayEdit ? page.withManualEditing(manualEditView(visibleTimetable.plan(), caller)) : page;
        PlanBar bar = planBars.create(found, PlanPart.TIMETABLE);
        return templates.render(
                request,
                (own, visitor) -> own.renderPage(
                        visitor,
                        shown.head().withPlan(bar),
                        "timetable",
                        Map.of(
                                "page",
                                shown,
                                "plan",
                                plan.value(),
                                "body",
                                new TimetableBodyRenderer(own, visitor).render(shown, plan))));
    }

    /**
     * Searches and redirects to the match, or to a choice of several. The search text is not part of the address, because it may be a
     * student's name.
     *
     * @param find search text
     * @param of   selected view
     * @param week selected week
     */
    @PostMapping("/plans/{plan}/timetable/find")
    @RequiresPermission(Permission.READ)
    ResponseEntity<byte[]> findInTimetable(
            @PathVariable PlanId plan,
            @RequestParam(defaultValue = "") String find,
            @RequestParam(defaultValue = "") String of,
            @RequestParam(defaultValue = "") String week,
            Caller caller) {
        Optional<VisibleTimetable> shown = findShown(plans.get(plan), caller);
        if (shown.isEmpty()) {
            return PageRenderer.redirectTo("/plans/" + plan.value());
        }
        var choices = new TimetablePageBuilder(shown.get());
        String page = "/plans/" + plan.value() + "/timetable";
        return PageRenderer.redirectTo(page + choices.findAddress(find, of, week));
    }

    /** Returns the timetable to show; empty if nothing is planned and there are no lessons, or if there are no entries. */
    private Optional<VisibleTimetable> findShown(Plan plan, Caller caller) {
        return planContentReader.read(plan).hasTimetableOrLessons()
                ? Optional.of(timetables.readOrExistingLessons(plan.id(), caller))
                        .filter(one -> !one.views().weeks().isEmpty())
                : Optional.empty();
    }

    private ManualEditView manualEditView(Plan plan, Caller caller) {
        UndoStepFinder.UndoSteps can = undoStepFinder.findSteps(plan);
        Revision head = plans.revision(plan.head());
        return new ManualEditView(
                plan.version(),
                documents.viewedProblem(head.problem()).value().locks().stream()
                        .collect(Collectors.toMap(SessionLock::sessionId, Function.identity())),
                can.back()
                        .filter(one -> leavesTimetable(head))
                        .map(TimetablePageController::revisionStep)
                        .orElse(null),
                can.forth().map(TimetablePageController::revisionStep).orElse(null),
                undoStepFinder.ownRevisions(plan, caller.account()).stream()
                        .map(RevisionId::value)
                        .toList());
    }

    /** Returns whether a timetable remains after an undo. */
    private boolean leavesTimetable(Revision head) {
        RevisionId parent = head.parent();
        return parent != null && plans.revision(parent).timetable() != null;
    }

    private static ManualEditView.RevisionStep revisionStep(UndoStepFinder.UndoStep step) {
        return new ManualEditView.RevisionStep(step.revision().value(), step.text());
    }

    /** Returns the style sheet. Browsers cache it permanently, because each version has its own address. */
    @GetMapping("/plans/{plan}/looks/{hash}.css")
    @RequiresPermission(Permission.READ)
    ResponseEntity<byte[]> showStyleSheet(@PathVariable PlanId plan, @PathVariable String hash) {
        VisibleTimetable visibleTimetable = timetables.readUnnamedOrExistingLessons(plan);
        boolean isStill = TimetablePageBuilder.styleSheetTag(visibleTimetable).equals(hash);
        return ResponseEntity.ok()
                .cacheControl(
                        isStill
                                ? CacheControl.maxAge(CACHE_LIFETIME)
                                        .cachePrivate()
                                        .immutable()
                                : CacheControl.noStore())
                .header(HttpHeaders.CONTENT_TYPE, "text/css; charset=utf-8")
                .body(MeetingStyleCss.cssRules(visibleTimetable.views().meetingStyles())
                        .getBytes(StandardCharsets.UTF_8));
    }
}
